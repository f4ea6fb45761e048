/** Postponed without a new date: nothing fires, answers stand, and the new date asks again. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import { remindUndecided } from "../attendance/answer.jobs.ts";
import { assertValid } from "../../test/look/valid.ts";
import { eraseThoseWhoLeft } from "../leaving/leaving.jobs.ts";
import { everythingOf } from "../leaving/takeaway.sql.ts";

test("off for now: told once, in no list by date, answers kept; the new date puts all of it back", async () => {
  const { house, cast, as, work, at } = await fresh();
  const { nell, gwen, idris, tomasz, hal } = cast;
  const meetUp = await addMeetUp(house, cast, { answer_by: "2026-07-08T12:00:00Z" });
  await meetUp.answers("going", nell, idris);
  await meetUp.answers("maybe", tomasz);
  await ask(house, "update rsvp set updated_at = '2026-07-01T09:00Z', answered_at = '2026-07-01T09:00Z'");
  const letters = async (kind: string) => (await ask(house, "select person_id, subject, body_text, calendar from letter where kind = $1 order by person_id", [kind])).rows;

  assert.equal((await as(hal).post(`${meetUp.path}/postponement`, { reason: "x" })).status, 404);
  assert.match((await as(gwen).get(`${meetUp.path}/postponement`)).text, /2 people who are coming and one who may come/i);
  const long = await as(gwen).post(`${meetUp.path}/postponement`, { reason: "x".repeat(1001) });
  assert.ok(long.status === 422 && long.text.includes("x".repeat(1001)));
  for (const _ of [1, 2]) await as(gwen).post(`${meetUp.path}/postponement`, { reason: "The roof leaks." });
  await work();
  const told = await letters("postponed");
  assert.equal(told.length, 3);
  const hers = told.find((letter) => letter.person_id === nell.id)!;
  assert.match(hers.body_text, /The roof leaks\.[^]*Date to follow \(it was Thursday 9 July\)[^]*Your place is kept[^]*takes the old date out of your calendar/);
  assert.match(hers.calendar, /SEQUENCE:1\r\n[^]*DESCRIPTION:This meet-up is postponed[^]*STATUS:CANCELLED/);

  const page = (await as(nell).get(meetUp.path)).text;
  for (const text of [page, (await as(null).get("/events")).text, (await as(gwen).get(`${meetUp.path}/postponement`)).text]) assertValid(text);
  assert.match(page, /Postponed\. The new date is not set yet\.[^]*The roof leaks\.[^]*Date to follow[^]*<s>Thursday 9 July, 17:30 to 21:00<\/s>/);
  assert.match(page, /Your place is kept\.[^]*I would rather not wait/);
  assert.doesNotMatch(page, /Maybe, remind me|conversation is closed/);
  assert.doesNotMatch((await as(nell).get("/")).text, /Old Reading Room/, "home is by date");
  const list = (await as(null).get("/events")).text;
  assert.match(list, /id="postponed"[^]*Date to follow<\/b> <s>Thu 9 July<\/s>[^]*Old Reading Room/);
  assert.doesNotMatch(list.slice(0, list.indexOf('id="postponed"')), /Old Reading Room/);
  assert.doesNotMatch((await as(null).get("/organisations/library-guild/east-anglia")).text, /Old Reading Room/);
  assert.match((await as(null).get("/search?q=reading+room")).text, /Date to follow/);
  assert.match((await as(gwen).get(`${meetUp.path}/organise`)).text, /Set the new date/);
  assert.equal((await everythingOf(house.db, nell.id))!.answers[0]!.cancelledAt !== null, true);

  // Once the old date has gone by nothing is over: nobody is reminded, nobody asked how it was, and whoever would rather not wait says so
  const later = at("2026-07-12T09:00:00Z");
  await remindUndecided(later);
  assert.deepEqual(await letters("reminder"), []);
  assert.equal((await as(idris).post(`${meetUp.path}/answer`, { answer: "going" })).status, 303);
  assert.equal((await meetUp.row())["going_count"], 2, "an answer is for a date");
  await as(idris).post(`${meetUp.path}/answer`, { answer: "not_going" });
  assert.equal((await meetUp.row())["going_count"], 1);
  await ask(house, "update account set leaves_at = '2026-07-11T09:00Z' where person_id = $1", [tomasz.id]);
  await eraseThoseWhoLeft(later);
  assert.equal((await meetUp.row())["maybe_count"], 0, "whoever leaves takes their answer along");

  // Other words change without a letter
  const form = async () => formIn((await as(gwen).get(`${meetUp.path}/edit`)).text);
  await as(gwen).post(`${meetUp.path}/edit`, { ...(await form()), summary: "Tea, and a dry roof." });
  assert.equal((await meetUp.row())["is_postponed"], true);
  await as(gwen).post(`${meetUp.path}/edit`, { ...(await form()), startsDate: "2026-07-23" });
  await work();
  const [again, ...rest] = await letters("changed");
  assert.equal(rest.length, 0, "nell; nobody else waits for it");
  assert.match(again.subject, /^New date: /);
  assert.match(again.body_text, /Date to follow \(it was Thursday 9 July\)[^]*Thursday 23 July[^]*Does that still suit you/);
  assert.match(again.calendar, /SEQUENCE:2\r\n/);
  assert.doesNotMatch(again.calendar, /CANCELLED/);
  assert.match((await as(nell).get(meetUp.path)).text, /It was Thursday 9 July[^]*It has moved to Thursday 23 July\. Does that suit you\?/);
  const row = await meetUp.row();
  assert.deepEqual([row["is_postponed"], row["cancelled_at"], row["answer_by"]], [false, null, null]);
});

test("the old date after all is told and asked too; or it is cancelled for good", async () => {
  const { house, cast, as, work } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell);
  await meetUp.answers("waitlisted", cast.tomasz);
  await ask(house, "update rsvp set offered_until = '2026-07-07T12:00Z' where person_id = $1", [cast.tomasz.id]);
  await as(cast.gwen).post(`${meetUp.path}/postponement`);
  await work();
  assert.match((await as(cast.gwen).get(`${meetUp.path}/postponement`)).text, /Keep Thursday 9 July/);
  await as(cast.gwen).post(`${meetUp.path}/postponement/end`);
  await work();
  const offer = (await ask(house, "select offered_until from rsvp where person_id = $1", [cast.tomasz.id])).rows[0].offered_until;
  assert.equal(offer.toISOString(), "2026-07-08T09:00:00.000Z", "whoever was offered a place has a day again");
  const { rows } = await ask(house, "select body_text from letter where kind = 'changed' and person_id = $1", [cast.nell.id]);
  assert.match(rows[0].body_text, /Date to follow \(it was Thursday 9 July\)[^]*Thursday 9 July, 17:30 to 21:00[^]*Does that still suit you/);
  assert.match((await as(null).get("/events")).text, /Thu 9 July/);
  await as(cast.gwen).post(`${meetUp.path}/postponement`);
  await meetUp.set({ audience: "members" });
  assert.match((await as(cast.nell).get("/events")).text, /id="postponed"/);
  assert.doesNotMatch((await as(cast.zoe).get("/events")).text, /Old Reading Room|id="postponed"/, "whoever may not find it does not find it here");
  await meetUp.set({ audience: "everyone" });
  await as(cast.gwen).post(`${meetUp.path}/cancellation`, { reason: "" });
  assert.match((await as(null).get(meetUp.path)).text, /Called off|called off/);
  assert.equal((await meetUp.row())["is_postponed"], false);
});
