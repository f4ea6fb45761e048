import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import { record } from "../platform/changes/record.ts";

test("the log: newest first, filtered by the address, without what is between people, and for administrators only", async () => {
  const all = await fresh();
  const { ada, nell } = all.cast;
  const at = all.house.clock.now();
  await all.house.db.transaction(async (tx) => {
    for (let i = 0; i < 55; i++) await record(tx, { kind: "session.started", at: at.add({ seconds: i }), by: nell.id });
    await record(tx, { kind: "hiding.changed", at: at.add({ minutes: 2 }), by: nell.id });
    await record(tx, { kind: "report.made", at: at.add({ minutes: 2 }), by: nell.id });
    await record(tx, { kind: "odd.thing", at: at.add({ minutes: 3 }), by: "0190aaaa-0000-7000-8000-000000000000" });
  });
  const { text } = await all.as(ada).get("/admin/log");
  assert.match(text, /odd\.thing[\s\S]*somebody who has left[\s\S]*Signed in[\s\S]*Nell/);
  assert.doesNotMatch(text, /hiding\.changed|report\.made|<h3>Report/);
  const path = `/admin/log?person=${nell.id}&kind=session.started`;
  const first = (await all.as(ada).get(path)).text;
  const older = /href="([^"]+before=[^"]+)"/.exec(first)![1]!.replaceAll("&amp;", "&");
  const count = (page: string) => page.match(/<h3>Signed in<\/h3>/g)?.length ?? 0;
  assert.equal(count(first), 50);
  assert.equal(count((await all.as(ada).get(older)).text), 5);
  assert.match((await all.as(ada).get(`${path}&to=2026-07-06`)).text, /Nothing fits what you asked for/);
  assert.equal((await all.as(ada).get("/admin/log?from=2026-02-31&kind=%00")).status, 200);
  assert.equal((await all.as(nell).get("/admin/log")).status, 404);
});
