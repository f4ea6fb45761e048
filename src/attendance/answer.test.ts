/** Answering through the door: every state of the box, and what follows from each answer. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";

/** In the order in which they went out: the clock of the house stands still, so created_at cannot tell. */
const letters = async (house: Parameters<typeof ask>[0], kind = "answer") =>
  (await ask(house, "select p.name, l.subject, l.body_text as text, l.calendar from letter l join person p on p.id = l.person_id where l.kind = $1 order by coalesce(l.sent_at, l.kept_at)", [kind])).rows;

test("yes, then until seven, then no: what is stored, said and written", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast);
  const nell = as(cast.nell);

  const yes = await nell.post(`${event.path}/answer`, { answer: "going" });
  assert.equal(yes.status, 303);
  assert.equal(yes.location, event.path);
  await nell.post(`${event.path}/answer`, { answer: "going" });
  assert.equal((await event.row()).going_count, 1, "pressing twice is one answer");
  await work();
  const [first, ...none] = await letters(house);
  assert.deepEqual(none, []);
  assert.match(first.subject, /^You are coming: Summer meet-up/);
  assert.match(first.calendar, /DTSTART:20260709T163000Z[\s\S]*DTEND:20260709T200000Z/);

  await nell.post(`${event.path}/answer`, { answer: "part", untilTime: "19:00", fromTime: "" });
  const page = await nell.get(event.path);
  assert.match(page.text, /I can only stay until 19:00/);
  assert.match(page.text, /value="part" checked/);
  await work();
  const second = (await letters(house)).at(-1);
  assert.match(second.text, /Your times: Until 19:00/);
  assert.match(second.calendar, /DTEND:20260709T180000Z/);
  assert.equal((await event.row()).next_place, "2", "new times keep the place");

  await nell.post(`${event.path}/answer`, { answer: "not_going" });
  assert.equal((await event.row()).going_count, 0);
  await work();
  assert.equal((await letters(house)).length, 2, "nobody writes about a no");
});

test("the letter is about the last of several answers", async () => {
  const { house, as, cast, work, at } = await fresh();
  const event = await addMeetUp(house, cast);
  const { reply } = await import("./rsvp.actions.ts");
  const yes = { answer: "going", from: null, until: null, isUnlisted: false } as const;
  await reply(house, cast.nell.id, event.id, yes);
  await reply(at("2026-07-07T09:01:00Z"), cast.nell.id, event.id, { answer: "maybe" });
  await work();
  assert.deepEqual(await letters(house), []);
  assert.match((await as(cast.nell).get(event.path)).text, /value="maybe" checked/);
});

test("a full hall: third in line, and up when a place is given back", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 1 });
  await event.answers("going", cast.gwen);
  await event.answers("waitlisted", cast.tomasz, cast.hal);
  const nell = as(cast.nell);
  assert.match((await nell.get(event.path)).text, /Every place is taken: one person is coming and 2 are waiting/);
  await nell.post(`${event.path}/answer`, { answer: "going" });
  const waiting = (await nell.get(event.path)).text;
  assert.match(waiting, /Third in line/);
  assert.match(waiting, /Take me off the list/);
  assert.doesNotMatch(waiting, /name="fromTime"/);
  assert.match((await nell.get(`${event.path}/answer`)).text, /name="fromTime"/, "times can be changed without losing the place in line");
  await nell.post(`${event.path}/answer`, { answer: "part", untilTime: "19:00" });
  assert.match((await nell.get(event.path)).text, /Third in line/);

  await as(cast.gwen).post(`${event.path}/answer`, { answer: "not_going" });
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "not_going" });
  await as(cast.hal).post(`${event.path}/answer`, { answer: "maybe" });
  const row = await event.row();
  assert.deepEqual([row.going_count, row.waiting_count, row.maybe_count], [1, 0, 1]);
  await work();
  const up = (await letters(house)).filter(({ name }) => name === "Nell Ashworth");
  assert.equal(up.length, 1, "only how it ended");
  assert.match(up[0].subject, /^You have a place/);
  assert.match(up[0].calendar, /DTEND:20260709T180000Z/);
  assert.match((await nell.get(event.path)).text, /I can only stay until 19:00/);
});

test("in line: a letter without a calendar entry", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 1 });
  await event.answers("going", cast.gwen);
  await as(cast.nell).post(`${event.path}/answer`, { answer: "going" });
  await work();
  const [letter] = await letters(house);
  assert.match(letter.subject, /^On the waiting list/);
  assert.match(letter.text, /First in line/);
  assert.equal(letter.calendar, null);
});

test("a raised capacity moves up who waits", async () => {
  const { house, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 1 });
  await event.answers("going", cast.gwen);
  await event.answers("waitlisted", cast.tomasz, cast.hal, cast.nell);
  await event.set({ capacity: 3 });
  const { record } = await import("../platform/changes/record.ts");
  await house.db.transaction((tx) => record(tx, { kind: "event.changed", at: house.clock.now(), by: cast.gwen.id, eventId: event.id, fields: ["capacity"] }));
  await work();
  const row = await event.row();
  assert.deepEqual([row.going_count, row.waiting_count], [3, 1]);
  assert.deepEqual((await letters(house)).map(({ name }) => String(name)).toSorted(), ["Hal Thistlewood", "Tomasz Wierzba"]);
});

test("a wrong form comes back with everything that was typed", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const nell = as(cast.nell);
  const wrong = async (form: Record<string, string>) => {
    const { status, text } = await nell.post(`${event.path}/answer`, form);
    assert.equal(status, 422);
    assert.match(text, /class="errors/);
    return text;
  };
  const late = await wrong({ answer: "part", fromTime: "18:00", untilTime: "23:00", unlisted: "yes" });
  assert.match(late, /Choose a time between 17:30 and 21:00/);
  assert.match(late, /value="23:00"/);
  assert.match(late, /value="18:00"/);
  assert.match(late, /value="part" checked/);
  assert.match(late, /name="unlisted" value="yes" checked/);
  assert.match(await wrong({ answer: "part", fromTime: "20:00", untilTime: "19:00" }), /after 20:00/);
  assert.match(await wrong({ answer: "part" }), /Say when you come or when you have to leave/);
  assert.match(await wrong({}), /Choose one of the answers/);
  assert.match(await wrong({ answer: "perhaps" }), /Choose one of the answers/);
  assert.equal((await event.row()).going_count, 0);
});

test("what the box says in each state", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const box = async (person = cast.nell as (typeof cast)["nell"] | null) => (await as(person).get(event.path)).text;
  assert.match(await box(null), /Sign in to answer/);
  assert.match(await box(), /Save my answer/);

  await event.set({ answer_by: "2026-07-06T11:00:00Z" });
  assert.match(await box(), /Answers closed on Monday 6 July, 12:00/);
  assert.doesNotMatch(await box(), /Save my answer/);
  assert.equal((await as(cast.nell).post(`${event.path}/answer`, { answer: "going" })).location, event.path);
  assert.equal((await event.row()).going_count, 0);
  await event.answers("going", cast.nell);
  assert.match(await box(), /you can still change your times or give your place back/);
  await as(cast.nell).post(`${event.path}/answer`, { answer: "not_going" });
  assert.equal((await event.row()).going_count, 0);

  await event.set({ starts_at: "2026-07-02T16:30:00Z", ends_at: "2026-07-02T20:00:00Z" });
  assert.match(await box(), /This meet-up is over/);
  await event.set({ cancelled_at: "2026-07-01T09:00:00Z", cancelled_reason: "The boat is in the yard." });
  assert.match(await box(), /Called off on 1 July/);
  assert.match(await box(), /The boat is in the yard/);
});

test("maybe is asked again once, on the morning that was promised", async () => {
  const { house, as, cast, at } = await fresh();
  const event = await addMeetUp(house, cast, { starts_at: "2026-07-16T16:30:00Z", ends_at: "2026-07-16T20:00:00Z" });
  assert.match((await as(cast.nell).get(event.path)).text, /We write to you on Tuesday 14 July/);
  await as(cast.nell).post(`${event.path}/answer`, { answer: "maybe" });
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "maybe" });
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "not_going" });
  const { remindUndecided } = await import("./answer.jobs.ts");
  await remindUndecided(at("2026-07-14T07:59:00Z"));
  assert.equal((await letters(house, "reminder")).length, 0);
  await remindUndecided(at("2026-07-14T08:01:00Z"));
  await remindUndecided(at("2026-07-14T09:01:00Z"));
  const [letter, ...more] = await letters(house, "reminder");
  assert.deepEqual(more, []);
  assert.equal(letter.name, "Nell Ashworth");
  assert.match(letter.text, /60 places are left/);
  assert.match(letter.calendar, /STATUS:TENTATIVE/);
});

test("strangers are asked to sign in; a draft and nonsense are not there", async () => {
  const { house, as, cast } = await fresh();
  const draft = await addMeetUp(house, cast, { published_at: null });
  const stranger = await as(null).post(`${draft.path}/answer`, { answer: "going" });
  assert.equal(stranger.status, 303);
  assert.match(stranger.location!, /^\/sign-in/);
  assert.equal((await as(cast.nell).post(`${draft.path}/answer`, { answer: "going" })).status, 404);
  assert.equal((await as(cast.nell).post("/events/nonsense/answer", { answer: "going" })).status, 404);
  assert.equal((await as(cast.nell).get("/events/00000000-0000-4000-8000-000000000000")).status, 404);
});
