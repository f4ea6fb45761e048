/** A meet-up that moves: what it was, whose times go with it, and who is asked again. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addMeetUp, ask } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import { moveOf } from "./event-move.ts";

const july9 = { startsAt: Temporal.Instant.from("2026-07-09T16:30Z"), endsAt: Temporal.Instant.from("2026-07-09T20:00Z"), zone: "Europe/London", venueId: "room", wasStartsAt: null };
const later = (hours: number) => ({ ...july9, startsAt: july9.startsAt.add({ hours }), endsAt: july9.endsAt.add({ hours }) });

test("moved by a constant, visits move by it; there and back again nothing is left to say", () => {
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 2000 }), (hours) => {
      const away = later(hours);
      const move = moveOf(july9, away);
      assert.equal(move.seconds, hours * 3600);
      assert.equal(move.asksAgain, hours !== 0);
      assert.equal(moveOf({ ...away, wasStartsAt: move.wasStartsAt }, july9).wasStartsAt, null);
    }),
  );
  assert.equal(moveOf(july9, { ...july9, endsAt: july9.endsAt.add({ minutes: 30 }) }).seconds, 0, "longer is not moved");
  assert.equal(moveOf(july9, { ...july9, startsAt: july9.startsAt.add({ minutes: 15 }) }).asksAgain, false, "a quarter of an hour is not asked about");
  assert.equal(moveOf(july9, { ...july9, venueId: "another" }).asksAgain, true);
});

test("a week later: the old date is shown, times move along, answers stand and are asked again", async () => {
  const { house, cast, as, work } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.idris);
  await meetUp.answers("maybe", cast.tomasz);
  await ask(house, "update rsvp set until_at = '2026-07-09T18:00Z' where person_id = $1", [cast.nell.id]);
  await ask(house, "update rsvp set updated_at = '2026-07-01T09:00Z', answered_at = '2026-07-01T09:00Z'");
  const form = formIn((await as(cast.gwen).get(`${meetUp.path}/edit`)).text);
  await as(cast.gwen).post(`${meetUp.path}/edit`, { ...form, startsDate: "2026-07-16" });
  await work();

  assert.match((await as(null).get(meetUp.path)).text, /It was Thursday 9 July/);
  assert.match((await as(null).get("/events")).text, /It was Thursday 9 July/);
  const nell = (await ask(house, "select until_at, answer from rsvp where person_id = $1", [cast.nell.id])).rows[0];
  assert.deepEqual([nell.answer, nell.until_at.toISOString()], ["going", "2026-07-16T18:00:00.000Z"]);
  const letter = (await ask(house, "select subject, body_text, calendar from letter where kind = 'changed' and person_id = $1", [cast.nell.id])).rows[0];
  assert.match(letter.subject, /^New date: /);
  assert.match(letter.body_text, /moved with it: Until 19:00\.[^]*Does that still suit you/);
  assert.match(letter.calendar, /SEQUENCE:1\r\n[^]*DTEND:20260716T180000Z/);

  const question = /It has moved to Thursday 16 July\. Does that suit you\?/;
  assert.match((await as(cast.nell).get(meetUp.path)).text, question);
  assert.match((await as(cast.tomasz).get(meetUp.path)).text, question);
  assert.doesNotMatch((await as(cast.gwen).get(meetUp.path)).text, question, "she has not answered");
  await as(cast.nell).post(`${meetUp.path}/kept-answer`);
  assert.doesNotMatch((await as(cast.nell).get(meetUp.path)).text, question);
  assert.match((await as(cast.idris).get(meetUp.path)).text, question, "each answers for themselves");
  assert.equal((await meetUp.row())["going_count"], 2);
});

test("two edits within minutes are one letter, with the first old time", async () => {
  const { house, cast, as, work } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell);
  for (const startsTime of ["18:00", "18:30"]) {
    const form = formIn((await as(cast.gwen).get(`${meetUp.path}/edit`)).text);
    await as(cast.gwen).post(`${meetUp.path}/edit`, { ...form, startsTime });
  }
  await work();
  await work();
  const { rows } = await ask(house, "select body_text from letter where kind = 'changed'");
  assert.equal(rows.length, 1);
  assert.match(rows[0].body_text, /18:30 to 21:00\n\(it was: Thursday 9 July, 17:30 to 21:00\)/);
});

test("a new title asks nobody", async () => {
  const { house, cast, as } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell);
  await ask(house, "update rsvp set updated_at = '2026-07-01T09:00Z'");
  const form = formIn((await as(cast.gwen).get(`${meetUp.path}/edit`)).text);
  await as(cast.gwen).post(`${meetUp.path}/edit`, { ...form, title: "Another title" });
  assert.equal((await meetUp.row())["asks_again_at"], null);
});
