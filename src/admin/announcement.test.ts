import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import { tasksOf } from "../work.ts";

const words = { words: "Closed on  Thursday\nfrom 18:00 for an hour", untilDate: "2026-07-09", untilTime: "19:00" };

test("said above every page until it ends or is ended, and by letter only where chosen, once", async () => {
  const all = await fresh();
  const ada = all.as(all.cast.ada);
  const wrong = await ada.post("/admin/announcements", { words: "", untilDate: "2026-07-01", untilTime: "19:00", letter: "yes" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#words"[\s\S]*href="#until"[\s\S]*value="2026-07-01"/);
  for (const untilDate of ["2026-02-31", "9999-12-31", ""]) assert.equal((await ada.post("/admin/announcements", { ...words, untilDate })).status, 422, untilDate);

  for (let i = 0; i < 2; i++) assert.equal((await ada.post("/admin/announcements", words)).location, "/admin/announcements");
  assert.match((await all.as(null).get("/events")).text, /class="banner"[\s\S]*Closed on Thursday from 18:00 for an hour/);
  await all.work();
  assert.equal((await ask(all.house, "select 1 from letter where kind = 'server'")).rowCount, 0);
  const page = (await ada.get("/admin/announcements")).text;
  const end = [...page.matchAll(/action="(\/admin\/announcements\/[^"]+\/end)"/g)].map((match) => match[1]!);
  assert.equal(end.length, 1, "pressed twice, said once");
  assert.equal((await all.as(all.cast.nell).post(end[0]!)).status, 404);
  assert.equal((await ada.post(end[0]!)).status, 303);
  assert.equal((await ada.post(end[0]!)).status, 404);
  assert.doesNotMatch((await all.as(null).get("/events?later")).text, /class="banner"/);
  assert.match((await ada.get("/admin/announcements")).text, /Earlier[\s\S]*Closed on Thursday[\s\S]*taken down/);

  await ask(all.house, "insert into email_address (person_id, address, verified_at, created_at, chosen_at) values ($1, 'hal@home.example', $2, $2, $2)", [all.cast.hal.id, all.house.clock.now().toString()]);
  await ada.post("/admin/announcements", { ...words, words: "We move house", letter: "yes" });
  const { rows } = await ask(all.house, "select about from change where kind = 'server.announced' and about ->> 'byLetter' = 'true'");
  await all.work();
  await tasksOf(all.house, null)["tell-everyone"]!(rows[0].about, { attempts: 2, maxAttempts: 25 });
  await all.work();
  const [letter, more] = await lettersTo(all.house, "nell@example.org");
  assert.equal(more, undefined);
  assert.deepEqual([(await lettersTo(all.house, "hal@home.example")).length, (await lettersTo(all.house, "hal@example.org")).length], [1, 0], "where he has his letters");
  assert.match(letter!.text, /> We move house[\s\S]*Thursday 9 July, 19:00[\s\S]*cannot be turned off/);
  const accounts = (await ask(all.house, "select count(*)::int as n from account")).rows[0].n;
  assert.equal((await ask(all.house, "select 1 from letter where kind = 'server'")).rowCount, accounts);
  assert.match((await ada.get("/admin/log")).text, /Announced to everyone/);
  assert.equal((await ask(all.house, "select 1 from change where kind like 'server.%' and about::text ilike '%house%'")).rowCount, 0, "the log holds no words");
});

test("ended before its letters are written, nobody is written to; five stand at most", async () => {
  const all = await fresh();
  const ada = all.as(all.cast.ada);
  await ada.post("/admin/announcements", { ...words, letter: "yes" });
  await ada.post(/action="(\/admin\/announcements\/[^"]+\/end)"/.exec((await ada.get("/admin/announcements")).text)![1]!);
  await all.work();
  assert.equal((await ask(all.house, "select 1 from letter where kind = 'server'")).rowCount, 0);
  for (let i = 0; i < 5; i++) assert.equal((await ada.post("/admin/announcements", { ...words, words: `Word ${i}` })).status, 303);
  const sixth = await ada.post("/admin/announcements", { ...words, words: "One too many" });
  assert.equal(sixth.status, 422);
  assert.match(sixth.text, /take one down first[\s\S]*One too many/i);
});
