import assert from "node:assert/strict";
import test from "node:test";
import { createApp } from "../src/app.ts";
import { exposition, gauge } from "../src/platform/metrics.ts";
import { openAssets } from "../src/platform/http/assets.ts";
import { readConfig } from "../src/platform/config.ts";
import { ask } from "./event.ts";
import { fresh } from "./fresh.ts";
import type { Fresh } from "./fresh.ts";

async function read({ app }: Pick<Fresh, "app">, { from = "127.0.0.1", host = "localhost:3000", ...headers }: Record<string, string> = {}) {
  const response = await app.request("http://localhost:3000/metrics", { headers: { host, ...headers } }, { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: "IPv4" } } });
  return { status: response.status, text: await response.text(), type: response.headers.get("content-type") };
}

test("metrics: without a token for this machine alone, and never through a proxy", async () => {
  const all = await fresh();
  assert.equal((await read(all)).status, 200);
  assert.equal((await read(all, { from: "::ffff:127.0.0.1", host: "[::1]:3000" })).status, 200);
  for (const asked of [{ from: "192.0.2.7" }, { from: "unknown" }, { host: "meet.example.org" }, { "x-forwarded-for": "192.0.2.7" }, { forwarded: "for=192.0.2.7" }, { host: "localhost.example.org" }])
    assert.equal((await read(all, asked)).status, 404, JSON.stringify(asked));
  for (const settings of [{ TRUST_PROXY: "yes" }, { BASE_URL: "https://meet.example.org" }] as Record<string, string>[]) {
    const config = readConfig({ BASE_URL: "http://localhost:3000", TEST_DATABASE: "yes", ...settings }, {});
    assert.equal((await read({ app: createApp({ ...all.house, config }, await openAssets()) })).status, 404);
  }
});

test("metrics: with a token for whoever knows it, from anywhere, and for nobody else", async () => {
  const all = await fresh({ settings: { METRICS_TOKEN: "a-token-of-many-letters" } });
  assert.equal((await read(all)).status, 404);
  assert.equal((await read(all, { authorization: "Bearer a-token-of-many-letter" })).status, 404);
  assert.equal((await read(all, { from: "192.0.2.7", authorization: "Bearer a-token-of-many-letters" })).status, 200);
  assert.throws(() => readConfig({ METRICS_TOKEN: "short" }, {}), /^SetupError: METRICS_TOKEN must be .* letters\.$|METRICS_TOKEN must/);
});

test("metrics: counted by pattern and status, whatever is asked; jobs and letters that wait or failed; nothing of anybody", async () => {
  const all = await fresh();
  const nell = all.as(all.cast.nell);
  for (let i = 0; i < 3; i++) await nell.get(`/people/${all.cast.gwen.id}`);
  for (let i = 0; i < 20; i++) await nell.get(`/nowhere/${i}/zebedee@example.org`);
  await all.app.request("http://localhost:3000/events", { method: "BREW" });
  await all.as(null).post("/sign-in", { address: "zebedee@example.org" });
  await ask(all.house, "update letter set refused_at = now()");
  await ask(all.house, "update graphile_worker._private_jobs set attempts = max_attempts");
  const { text, type } = await read(all);
  assert.match(type!, /^text\/plain; version=0\.0\.4/);
  for (const line of [
    'branchline_http_requests_total{method="GET",route="/people/:person",status="200"} 3',
    'branchline_http_requests_total{method="GET",route="none",status="404"} 20',
    'branchline_http_requests_total{method="other",route="none",status="404"} 1',
    'branchline_http_request_duration_seconds_bucket{route="/people/:person",le="+Inf"} 3',
    'branchline_http_request_duration_seconds_count{route="none"} 21',
    'branchline_letters{state="refused"} 1',
    'branchline_jobs{state="waiting"} 0',
    'branchline_database_up 1',
    'branchline_database_waiting{pool="transactions"} 0',
  ]) assert.ok(text.split("\n").includes(line), `${line}\n${text}`);
  assert.match(text, /branchline_jobs\{state="given_up"\} [1-9]/);
  assert.doesNotMatch(text, /zebedee|nowhere|Nell/);
  for (const line of text.trimEnd().split("\n")) assert.match(line, /^(# (HELP|TYPE) \w+ .+|[a-z_]+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? [\d.e+-]+)$/);
  const counts = [...text.matchAll(/_bucket\{route="none",le="[^"]+"\} (\d+)/g)].map((match) => Number(match[1]));
  assert.deepEqual(counts, counts.toSorted((a, b) => a - b), "each bucket holds those before it");
  assert.match((await read(all)).text, /nodejs_eventloop_delay_seconds\{quantile="0\.99"\}/);
  const away = createApp({ ...all.house, db: { ...all.house.db, slow: { query: () => Promise.reject(new Error("away")) } } }, await openAssets());
  assert.match((await read({ app: away })).text, /^branchline_database_up 0$/m);
});

test("a label may hold anything", () => {
  assert.equal(exposition([gauge("one", "Help.", [{ labels: { a: 'x"\\\n' }, value: 1 }])]), '# HELP one Help.\n# TYPE one gauge\none{a="x\\"\\\\\\n"} 1\n');
});
