import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import { mayHandOver } from "./organisation.ts";

test("people are found by a part of their name or address, page by page, and nobody without an account", async () => {
  const all = await fresh();
  const list = (q: string) => all.as(all.cast.ada).get(`/admin/people?q=${encodeURIComponent(q)}`);
  assert.match((await list("thistle")).text, /Hal Thistlewood[\s\S]*hal@example\.org/);
  assert.match((await list("misaki@")).text, /佐藤 美咲/);
  assert.match((await list("%")).text, /Nobody found/, "no pattern of their own");
  await ask(all.house, "insert into person (name, imported_at, created_at, updated_at) values ('Imported Ida', now(), now(), now())");
  assert.match((await list("Imported")).text, /Nobody found/);
  for (let i = 0; i < 60; i++) {
    const { rows } = await ask(all.house, "insert into person (name, claimed_at, created_at, updated_at) values ($1, now(), now(), now()) returning id", [`Pat ${i}`]);
    await ask(all.house, "insert into account (person_id, created_at) values ($1, now())", [rows[0].id]);
  }
  const first = (await list("Pat ")).text;
  const more = /href="(\/admin\/people\?[^"]+after[^"]+)"/.exec(first)![1]!.replaceAll("&amp;", "&");
  const names = (text: string) => [...text.matchAll(/<bdi>(Pat \d+)<\/bdi>/g)].map((match) => match[1]!);
  const second = (await all.as(all.cast.ada).get(more)).text;
  assert.equal(new Set([...names(first), ...names(second)]).size, 60);
});

test("one account: what helps its owner, the week but not the hour, and everywhere signed out", async () => {
  const all = await fresh();
  const path = `/admin/people/${all.cast.gwen.id}`;
  const { text } = await all.as(all.cast.ada).get(path);
  assert.match(text, /gwen@example\.org[\s\S]*seen in the week of 6 July/);
  assert.match(text, /East Anglia<\/a>[\s\S]*Organises/);
  await all.as(all.cast.ada).post(`${path}/sessions/end`);
  assert.equal((await all.as(all.cast.gwen).get("/settings/profile")).status, 303);
  assert.equal((await ask(all.house, "select 1 from change where kind = 'session.ended' and by_person_id = $1 and person_id = $2", [all.cast.ada.id, all.cast.gwen.id])).rowCount, 1);
});

test("an administrator is appointed and dismissed, all are told, and one always stays", async () => {
  const all = await fresh();
  const nell = `/admin/people/${all.cast.nell.id}/administrator`;
  const ada = `/admin/people/${all.cast.ada.id}/administrator`;
  assert.equal((await all.as(all.cast.ada).post(ada, { be: "no" })).location, ada);
  assert.match((await all.as(all.cast.ada).get(ada)).text, /last administrator/);
  await all.as(all.cast.ada).post(nell, { be: "yes" });
  await all.work();
  for (const address of ["ada@example.org", "nell@example.org"]) assert.match((await lettersTo(all.house, address))[0]!.text, /Nell Ashworth looks after/);
  assert.equal((await all.as(all.cast.nell).get("/admin")).status, 200);
  assert.equal((await all.as(all.cast.nell).post(ada, { be: "no" })).status, 303);
  assert.equal((await all.as(all.cast.ada).get("/admin")).status, 404);
});

test("an organisation is handed over only when nobody is left to run it", async () => {
  const all = await fresh();
  const path = `/admin/organisations/${all.cast.flc.id}/hand-over`;
  assert.equal((await all.as(all.cast.ada).get(path)).status, 404, "Hal is about");
  assert.equal((await all.as(all.cast.ada).post(path, { personId: all.cast.nell.id })).status, 404);
  await ask(all.house, "delete from account where person_id = $1", [all.cast.hal.id]);
  const list = (await all.as(all.cast.ada).get("/admin/organisations")).text;
  assert.match(list, /Fenbridge Library Circle[\s\S]*Nobody organises it[\s\S]*Needs an organiser/);
  assert.equal((await all.as(all.cast.ada).post(path, {})).status, 422);
  assert.equal((await all.as(all.cast.ada).post(path, { personId: all.cast.zoe.id })).status, 422, "not a member");
  assert.equal((await all.as(all.cast.ada).post(path, { personId: all.cast.nell.id })).location, "/admin/organisations");
  await all.work();
  assert.equal((await all.as(all.cast.nell).get(`${all.cast.flc.path}/organisers`)).status, 200);
  assert.equal((await lettersTo(all.house, "nell@example.org")).length, 1);
});

test("sixty days away is away", () => {
  const now = Temporal.Instant.from("2026-07-07T09:00:00Z");
  const seen = (days: number) => mayHandOver({ organisers: [{}], organiserSeenAt: now.subtract({ hours: days * 24 }) }, now);
  assert.deepEqual([seen(0), seen(60), seen(61)], [false, false, true]);
  assert.equal(mayHandOver({ organisers: [], organiserSeenAt: null }, now), true);
});

test("an organisation that was asked for is founded for whoever asked, under a free code", async () => {
  const all = await fresh();
  const settings = { founding: "request", registration: "open" };
  await all.as(all.cast.ada).post("/admin/settings", settings);
  const words = { name: "Marsh Readers", code: "MRS", line: "2", zone: "Europe/London", joinPolicy: "open" };
  await all.as(all.cast.zoe).post("/organisations/new", words);
  await all.as(all.cast.nell).post("/organisations/new", words);
  const answer = async (value: string) => {
    const path = /action="(\/admin\/organisations\/requests\/[^"]+)"/.exec((await all.as(all.cast.ada).get("/admin/organisations")).text)![1]!;
    assert.equal((await all.as(all.cast.ada).post(path, { answer: value })).status, 303);
  };
  await answer("accept");
  await answer("accept");
  const { rows } = await ask(all.house, "select o.code, r.person_id from organisation o join unit u on u.id = o.id join organiser r on r.unit_id = o.id where u.name = 'Marsh Readers' order by o.created_at, o.id");
  assert.equal(rows.length, 2);
  assert.notEqual(rows[0].code, rows[1].code);
  assert.deepEqual(new Set(rows.map((row) => row.person_id)), new Set([all.cast.zoe.id, all.cast.nell.id]));
  await all.as(all.cast.zoe).post("/organisations/new", { ...words, name: "Other" });
  await answer("decline");
  assert.match((await lettersTo(all.house, "zoe@example.org")).at(-1)!.text, /cannot take in Other/);
});
