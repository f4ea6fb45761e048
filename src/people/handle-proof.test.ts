import assert from "node:assert/strict";
import http from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { House } from "../house.ts";
import { fetchOutside } from "../platform/http/fetch-outside.ts";
import type { Fetched } from "../platform/http/fetch-outside.ts";
import { lookAgain, lookAtHandle } from "./handle-proof.jobs.ts";
import { verdictOn } from "./handle-proof.ts";
import { handlesOf } from "./handle.sql.ts";

test("only a link to that very page proves it", () => {
  const page = "https://branch.example/people/0190";
  const got = (body: string, status = 200, type = "text/html; charset=utf-8"): Fetched => ({ kind: "got", url: "https://nell.example/", status, type, body: Buffer.from(body) });
  for (const href of [page, `${page}/`, `${page}?from=here#top`, "http://branch.example/people/0190"]) assert.equal(verdictOn(got(`<a rel=me href="${href}">`), page), "proved", href);
  for (const href of ["https://branch.example/people/0191", "https://branch.example.evil.example/people/0190", "https://evil.example/people/0190", "/people/0190", "javascript:0", ""]) {
    assert.equal(verdictOn(got(`<a rel=me href="${href}">`), page), "not-proved", href);
  }
  assert.equal(verdictOn(got(`<a href="${page}">`), page), "not-proved", "without rel=me anybody could be meant");
  for (const status of [404, 410]) assert.equal(verdictOn(got("gone", status), page), "not-proved");
  assert.equal(verdictOn(got("later", 503), page), "unknown");
  assert.equal(verdictOn(got(`<a rel=me href="${page}">`, 200, "application/json"), page), "unknown");
  assert.equal(verdictOn({ kind: "refused", why: "time" }, page), "unknown");
});

test("a handle is confirmed by a link back and no longer when that goes; a page that cannot be had changes nothing for a while", async () => {
  const { as, at, cast, house } = await fresh();
  let answer = { status: 200, page: `<link rel="me" href="http://localhost:3000/people/${cast.nell.id}">` };
  const asked: string[] = [];
  const outside = http.createServer((request, response) => {
    asked.push(request.url!);
    response.writeHead(answer.status, { "content-type": "text/html" }).end(answer.page);
  });
  await new Promise<void>((ready) => outside.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const nell = as(cast.nell);
  await nell.post("/settings/handles", { network: "website", handle: "nell.example/about" });
  await nell.post("/settings/handles", { network: "orcid", handle: "0000-0002-1825-0097" });
  const [website, orcid] = ["website", "orcid"].map(async (network) => (await handlesOf.many(house.db, cast.nell.id)).find((one) => one.network === network)!);
  const handleId = (await website!).id;
  const look = (when: House) => lookAtHandle(when, { handleId }, (url, limits) => fetchOutside(url.replace("https://nell.example", origin), limits, { allows: (address) => address === "127.0.0.1" }));
  const shown = async () => /Confirmed [^<]+/.exec((await as(cast.gwen).get(`/people/${cast.nell.id}`)).text)?.[0] ?? "no";
  const queued = async () => (await ask(house, "select key from graphile_worker.jobs where task_identifier = 'look-at-handle'")).rows.map(({ key }) => key);

  assert.equal((await nell.post(`/settings/handles/${handleId}/proof`)).location, "/settings/profile");
  assert.deepEqual(await queued(), [`look-at-handle:${handleId}`], "it is looked at later");
  assert.equal((await as(cast.gwen).post(`/settings/handles/${handleId}/proof`)).status, 404, "by its owner only");
  assert.equal((await nell.post(`/settings/handles/${(await orcid!).id}/proof`)).status, 404, "where such links can be");
  await ask(house, "delete from graphile_worker._private_jobs");

  await lookAtHandle(house, { handleId: (await orcid!).id }, () => assert.fail("nobody is asked about what cannot be proved"));
  await ask(house, "update handle set looked_at = '2026-01-01' where network = 'orcid'");
  await look(house);
  assert.deepEqual(asked, ["/about"]);
  assert.equal(await shown(), "Confirmed 7 July");
  await lookAgain(at("2026-07-20T09:00:00Z"));
  assert.deepEqual(await queued(), [], "not before two weeks");
  await lookAgain(at("2026-07-22T09:00:00Z"));
  assert.deepEqual(await queued(), [`look-at-handle:${handleId}`]);
  answer = { ...answer, status: 503 };
  await look(at("2026-07-22T09:00:00Z"));
  assert.equal(await shown(), "Confirmed 7 July", "a page that cannot be had");
  await look(at("2026-09-15T09:00:00Z"));
  assert.equal(await shown(), "no", "for too long");
  answer = { ...answer, status: 200 };
  await look(house);
  answer = { ...answer, page: "<p>Only birds" };
  await look(house);
  assert.equal(await shown(), "no");
  assert.match((await nell.get("/settings/profile")).text, /No link back found on 7 July/);
  outside.close();
});
