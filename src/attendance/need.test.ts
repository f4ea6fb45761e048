import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { tracesOf } from "../../test/traces.ts";
import { forgetNeedsJob } from "./need.jobs.ts";
import { answerBy } from "./need.ts";

test("an answer is promised within a week, in time to decide, never before it was asked for", () => {
  const date = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 400 }), (toldOn, ahead) => {
      const startsOn = toldOn.add({ days: ahead });
      const day = answerBy(toldOn, startsOn);
      const [fromTold, toStart] = [toldOn.until(day).days, day.until(startsOn).days];
      assert.ok(fromTold >= 0 && fromTold <= 7 && toStart >= 0);
      assert.ok(toStart >= 2 || fromTold === 0);
    }),
  );
});

const WORDS = "A seat near the hearing loop, please.";
const REPLY = "The second row is kept for you.";

test("what somebody needs is seen by the organisers alone, answered, and gone four weeks after", async () => {
  const home = await fresh();
  const { house, cast, as, at, work } = home;
  const { nell, gwen, idris, hal, tomasz, ada } = cast;
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", nell, tomasz, gwen);
  const [mine, list] = [`${meetUp.path}/need`, `${meetUp.path}/needs`];
  const letters = async () => (await ask(house, "select to_address, subject, body_text from letter where kind = 'need' order by created_at, to_address")).rows;

  assert.match((await as(nell).get(meetUp.path)).text, /Tell the organisers what you need/);
  assert.doesNotMatch((await as(hal).get(meetUp.path)).text, /Tell the organisers/, "for those who come");
  assert.match((await as(nell).get(mine)).text, /Gwen Prydderch/, "who will see it");
  await as(gwen).post(mine, { words: "A stool at the door." });
  await work();
  assert.deepEqual(await letters(), [], "an organiser need not be told of what she needs herself");
  const long = await as(nell).post(mine, { words: "x".repeat(2001) });
  assert.ok(long.status === 422 && long.text.includes("x".repeat(2001)));
  assert.equal((await as(nell).post(mine, { words: WORDS })).status, 303);
  await work();
  await as(tomasz).post(mine, { words: "A lift." });
  await work();
  assert.deepEqual((await letters()).map((letter) => letter.to_address), [gwen.address], "once a day, to the organisers of the host");
  for (const other of [gwen, tomasz]) await as(other).post(mine, { words: "" });
  assert.match((await as(nell).get(meetUp.path)).text, /They answer by 7 July/);

  for (const other of [tomasz, hal, ada]) assert.equal((await as(other).get(list)).status, 404);
  assert.equal((await as(tomasz).post(`${list}/${nell.id}`, { outcome: "arranged" })).status, 404);
  for (const organiser of [gwen, idris]) assert.ok((await as(organiser).get(list)).text.includes(WORDS));
  assert.match((await as(gwen).get(`${meetUp.path}/organise`)).text, /One person tells you what they need/);
  const without = await as(gwen).post(`${list}/${nell.id}`, { outcome: "cannot" });
  assert.ok(without.status === 422 && without.text.includes("Say why"));
  assert.equal((await as(gwen).post(`${list}/${nell.id}`, { outcome: "arranged", reply: REPLY })).status, 303);
  await work();
  assert.equal((await letters()).filter((letter) => letter.to_address === nell.address).length, 1);
  assert.ok((await as(nell).get(mine)).text.includes(REPLY));
  assert.doesNotMatch((await as(gwen).get(`${meetUp.path}/organise`)).text, /tells you what they need/);

  // Not in letters, jobs, the log, nor in what organisers export; in what she takes with her, of course.
  assert.deepEqual(await tracesOf(house, [WORDS, REPLY]), ["need.reply", "need.words"]);
  assert.deepEqual((await ask(house, "select kind from change where kind like 'need%'")).rows, []);
  assert.ok(!(await as(gwen).get(`${meetUp.path}/organise/people/export`)).text.includes(WORDS));

  await as(nell).post(`${meetUp.path}/answer`, { answer: "not_going" });
  assert.ok(!(await as(gwen).get(list)).text.includes(WORDS), "whoever says no is asked for nothing");
  await forgetNeedsJob(at("2026-08-06T19:00:00Z"));
  assert.equal((await ask(house, "select from need")).rows.length, 1, "an hour too early");
  await forgetNeedsJob(at("2026-08-06T20:01:00Z"));
  assert.deepEqual(await tracesOf(house, [WORDS, REPLY]), []);
});
