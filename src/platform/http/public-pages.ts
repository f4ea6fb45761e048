/**
 * Pages as a stranger sees them, kept compressed in memory. A hit costs no query and no rendering; it is at most one second stale. Whoever has a
 * cookie of ours never gets one from here.
 */
import { gzipSync } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { acceptsGzip } from "./send.ts";

type Kept = { zipped: Uint8Array<ArrayBuffer>; etag: string; until: number };

const FRESH_MS = 1000;
const MOST_PAGES = 2000;

export class PublicPages {
  #kept = new Map<string, Kept>();
  #started = Date.now().toString(36);
  #serial = 0;

  /** First in the chain: answers a stranger's GET from memory. */
  readonly serve: MiddlewareHandler = async (c, next) => {
    if (c.req.method !== "GET" || c.req.header("cookie")) return next();
    const kept = this.#kept.get(c.req.url);
    if (!kept || kept.until < performance.now() || !acceptsGzip(c)) return next();
    return answer(c, kept);
  };

  /** Keeps this page for the next strangers. */
  keep(c: Context, html: { toString(): string }): Response {
    const text = html.toString();
    const zipped = gzipSync(text, { level: 6 }) as Uint8Array<ArrayBuffer>;
    const kept: Kept = { zipped, etag: `W/"${this.#started}-${this.#serial++}"`, until: performance.now() + FRESH_MS };
    this.#kept.delete(c.req.url);
    // The oldest come first. Whatever is past its second goes, so that asking for a thousand addresses does not fill the memory for good.
    for (const [url, { until }] of this.#kept) {
      if (until >= performance.now() && this.#kept.size < MOST_PAGES) break;
      this.#kept.delete(url);
    }
    this.#kept.set(c.req.url, kept);
    return acceptsGzip(c) ? answer(c, kept) : c.html(text);
  }
}

function answer(c: Context, { zipped, etag }: Kept): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "cache-control": "no-cache", vary: "cookie, accept-encoding", etag };
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  return c.body(zipped, 200, headers);
}
