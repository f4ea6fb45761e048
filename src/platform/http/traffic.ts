/**
 * Counts what this process answers, by the pattern of the route, never by the address that was asked: so there are as many series as the program
 * has routes, whatever strangers type, and nobody's page is in them.
 */
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Family, Sample } from "../metrics.ts";

/** In seconds, from a page out of memory to one that somebody gave up on. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

const METHODS = new Set(["GET", "HEAD", "POST"]);

type Timing = { counts: number[]; sum: number };

export class Traffic {
  #answers = new Map<string, { labels: Record<string, string>; count: number }>();
  #timings = new Map<string, Timing>();

  /** Around everything else. A live stream counts with the time until it began. */
  readonly count: MiddlewareHandler = async (c, next) => {
    const began = performance.now();
    await next();
    this.#add(c.req.method, routeOf(c), c.res.status, (performance.now() - began) / 1000);
  };

  families(): Family[] {
    const timings = [...this.#timings].flatMap(([route, timing]) => samplesOf(route, timing));
    return [
      { name: "branchline_http_requests_total", type: "counter", help: "Requests that this process has answered.", samples: [...this.#answers.values()].map(({ labels, count }) => ({ labels, value: count })) },
      { name: "branchline_http_request_duration_seconds", type: "histogram", help: "Time until an answer began.", samples: timings },
    ];
  }

  #add(method: string, route: string, status: number, seconds: number): void {
    const labels = { method: METHODS.has(method) ? method : "other", route, status: String(status) };
    const key = `${labels.method} ${route} ${status}`;
    const known = this.#answers.get(key);
    if (known) known.count++;
    else this.#answers.set(key, { labels, count: 1 });
    let timing = this.#timings.get(route);
    if (!timing) this.#timings.set(route, (timing = { counts: Array.from({ length: BOUNDS.length + 1 }, () => 0), sum: 0 }));
    const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
    timing.counts[bucket === -1 ? BOUNDS.length : bucket]!++;
    timing.sum += seconds;
  }
}

/** The handler that answers is the first that is not for every path. */
function routeOf(c: Context): string {
  return matchedRoutes(c).find(({ path }) => !path.endsWith("*"))?.path ?? "none";
}

/** Each bucket counts all that took no longer, as the format wants it. */
function samplesOf(route: string, { counts, sum }: Timing): Sample[] {
  let upTo = 0;
  const buckets = counts.map((count, i) => ({ suffix: "_bucket", labels: { route, le: i < BOUNDS.length ? String(BOUNDS[i]) : "+Inf" }, value: (upTo += count) }));
  return [...buckets, { suffix: "_sum", labels: { route }, value: sum }, { suffix: "_count", labels: { route }, value: upTo }];
}
