/** Requests that no browser of a well-meaning person sends. */
import assert from "node:assert/strict";
import test from "node:test";
import { configureSync, getConsoleSink, resetSync } from "@logtape/logtape";
import { fresh } from "../fresh.ts";
import type { Fresh } from "../fresh.ts";

const HERE = "http://localhost:3000";

/** A body without a length, in pieces; counts how many were taken from it. */
function endless(pieces: number): { body: ReadableStream<Uint8Array>; taken: () => number } {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken === pieces) return controller.close();
      taken++;
      controller.enqueue(new Uint8Array(256 * 1024));
    },
  }, { highWaterMark: 0 });
  return { body, taken: () => taken };
}

async function upload({ app }: Fresh, path: string, token: string | null, pieces: number) {
  const { body, taken } = endless(pieces);
  const headers = { "transfer-encoding": "chunked", "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=x", ...(token ? { cookie: `session=${token}` } : {}) };
  const response = await app.request(`${HERE}${path}`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  return { status: response.status, taken: taken() };
}

test("a stranger's upload is not taken in before it is known that it may be large", async () => {
  const all = await fresh();
  const strangers = await upload(all, "/organisations/fenbridge-circle/import", null, 100);
  assert.equal(strangers.status, 413);
  assert.ok(strangers.taken < 10, `${strangers.taken} pieces were read`);
  const organisers = await upload(all, "/organisations/fenbridge-circle/import", all.cast.hal.token, 20);
  assert.notEqual(organisers.status, 413, "five megabytes of an organiser are no matter");
  assert.equal((await upload(all, "/settings/profile", all.cast.hal.token, 20)).status, 413);
});

test("a form of another site changes nothing, however it is sent", async () => {
  const { app, cast, house } = await fresh();
  const send = async (headers: Record<string, string>) =>
    (await app.request(`${HERE}/sign-out`, { method: "POST", headers: { cookie: `session=${cast.nell.token}`, host: "localhost:3000", ...headers } })).status;
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site", origin: HERE },
    { origin: "null" },
    { origin: "http://evil.example" },
    { origin: "http://localhost:3001" },
    { origin: "http://localhost:3000.evil.example" },
  ]) assert.equal(await send(headers as Record<string, string>), 403, JSON.stringify(headers));
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const { status } = await app.request(`${HERE}/sign-out`, { method, headers: { cookie: `session=${cast.nell.token}`, "sec-fetch-site": "cross-site" } });
    assert.equal(status, 403, method);
  }
  const { rows } = await house.db.query({ name: "", text: "select 1 from session where person_id = $1", values: [cast.nell.id] });
  assert.equal(rows.length, 1, "nell is still signed in");
});

test("a forged notice cannot break a page", async () => {
  const { app } = await fresh();
  for (const notice of ['["toString",{}]', '["constructor",{"a":1}]', '["people.entry.endedOthers",{}]', '["organisations.joinedDone",{}]', '["people.signedIn",[]]', "{", "[]"]) {
    const response = await app.request(`${HERE}/`, { headers: { cookie: `notice=${encodeURIComponent(notice)}` } });
    assert.equal(response.status, 200, notice);
  }
  const response = await app.request(`${HERE}/`, { headers: { cookie: `notice=${encodeURIComponent('["organisations.joinedDone",{"unit":"<script>x</script>"}]')}` } });
  assert.doesNotMatch(await response.text(), /<script>x/);
});

test("an address with a zero byte, or one that cannot be decoded, is an address where nothing is", async () => {
  const { as, cast } = await fresh();
  for (const path of ["/organisations/%00", "/organisations/a%00b/%00", "/events/%00", "/people/%00", "/sign-in/%00", "/organisations/%ff", "/organisations/%E0%A4%A", "/assets/..%2f..%2fpackage.json", "/assets/%2e%2e%2fpackage.json"]) {
    assert.equal((await as(cast.nell).get(path)).status, 404, path);
  }
  for (const path of ["/organisations?q=%00", "/events?network=%00&after=%00", "/?%00=%00"]) assert.ok((await as(null).get(path)).status < 500, path);
});

test("a body that is no form, is broken off, or has fields without end, is only a wrong form", async () => {
  const { app } = await fresh();
  const send = async (type: string | null, body: string) =>
    (await app.request(`${HERE}/sign-in`, { method: "POST", body, headers: { "sec-fetch-site": "same-origin", ...(type ? { "content-type": type } : {}) } })).status;
  const form = "application/x-www-form-urlencoded";
  assert.equal(await send("multipart/form-data; boundary=x", "--x broken off"), 422);
  assert.equal(await send("multipart/form-data", "no boundary"), 422);
  assert.equal(await send("text/plain", "address=nell@example.org"), 422);
  assert.equal(await send(form, "%E0%A4%A=%&&&=&address"), 422);
  assert.equal(await send(form, "__proto__=1&constructor=1&toString=1&next=1&next=2&address=a&address=b"), 422);
  assert.equal(await send(form, `${"a&".repeat(10_000)}address=nell@example.org`), 422, "whatever stands behind ten thousand fields is not read");
  assert.equal(await send(form, `${"a&".repeat(9_000)}address=nell@example.org`), 303);
});

test("a failed request leaves no link and no address in the log", async () => {
  const all = await fresh();
  const lines: string[] = [];
  const console_ = { ...console, error: (...words: unknown[]) => void lines.push(words.join(" ")) };
  configureSync({ reset: true, sinks: { here: getConsoleSink({ console: console_, formatter: (record) => JSON.stringify(record) }) }, loggers: [{ category: ["logtape", "meta"], sinks: [] }, { category: "branchline", sinks: ["here"], lowestLevel: "info" }] });
  try {
    const token = "q".repeat(21) + "-_" + "Z9".repeat(10);
    all.house.db.query = () => Promise.reject(new Error("no route to someone@example.org"));
    assert.equal((await all.as(null).get(`/sign-in/${token}?next=/secret`)).status, 500);
    assert.equal(lines.length, 1);
    assert.doesNotMatch(lines[0]!, /qqqqqq|Z9Z9|secret|someone@/);
    assert.match(lines[0]!, /\/sign-in\//, "where it failed is said");
  } finally {
    resetSync();
  }
});

test("the memory of public pages does not mix hosts, and no signed-in page gets into it", async () => {
  const { app, cast } = await fresh();
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const response = await app.request(url, { headers: { "accept-encoding": "gzip", ...headers } });
    return { etag: response.headers.get("etag"), cache: response.headers.get("cache-control"), policy: response.headers.get("content-security-policy") };
  };
  const signedIn = await get(`${HERE}/organisations`, { cookie: `session=${cast.nell.token}` });
  assert.equal(signedIn.etag, null);
  assert.match(signedIn.cache!, /private/);
  const here = await get(`${HERE}/organisations`);
  assert.equal((await get(`${HERE}/organisations`)).etag, here.etag, "kept");
  assert.notEqual((await get("http://evil.example/organisations")).etag, here.etag);
  assert.notEqual((await get(`${HERE}/organisations?q=library`)).etag, here.etag);
  assert.ok(here.policy, "also a kept page has its policy");
  const elsewhere = await (await app.request("http://evil.example/organisations")).text();
  assert.doesNotMatch(elsewhere, /evil\.example/, "links come from BASE_URL, never from the request");
});
