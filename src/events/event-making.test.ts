import assert from "node:assert/strict";
import test from "node:test";
import type { Person } from "../../test/cast.ts";
import { addMeetUp, ask } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import { eventById } from "./event.sql.ts";

/** What a browser sends of a new event: a summer evening in the map room. */
const evening = {
  once: "1",
  title: "Summer meet-up",
  summary: "Tea, and maps of the fens.",
  startsDate: "2026-07-16",
  startsTime: "17:30",
  endsTime: "21:00",
  zone: "Europe/London",
  meets: "room",
  venueName: "The map room",
  venueAddress: "1 Quay Street",
  venueArea: "Fenbridge",
  venueStepFree: "Level from the street",
  photoPolicy: "sticker",
  capacity: "60",
};

function idIn(location: string | null): string {
  return location!.match(/[0-9a-f-]{36}/)![0];
}

test("an organiser of one unit goes straight to the form; of several, they choose; others are told whom to ask", async () => {
  const { as, cast } = await fresh();
  assert.match((await as(cast.gwen).get(`/events/new?unit=${cast.eastAnglia.id}`)).text, /A meet-\u2060?up of East Anglia/);
  assert.match((await as(cast.samir).get("/events/new")).text, /A meet-\u2060?up of New Professionals Network/);
  const choice = (await as(cast.idris).get("/events/new")).text;
  assert.match(choice, /Who invites\?/);
  assert.match(choice, new RegExp(`unit=${cast.wales.id}`), "whoever organises the whole organises its parts");
  assert.match((await as(cast.nell).get("/events/new")).text, /You do not organise anything yet/);
  assert.equal((await as(cast.nell).get(`/events/new?unit=${cast.eastAnglia.id}`)).status, 404);
  assert.equal((await as(cast.hal).post("/events", { ...evening, unit: cast.eastAnglia.id })).status, 404);
  assert.match((await as(null).get("/events/new")).location!, /^\/sign-in/);
});

test("a draft is made once however often the form is sent, and only organisers see it", async () => {
  const { as, cast, house } = await fresh();
  const first = await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id });
  assert.equal(first.status, 303);
  const second = await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id });
  assert.equal(second.location, first.location);
  const id = idIn(first.location);
  const event = await eventById.one(house.db, id);
  assert.equal(event.startsAt.toString(), "2026-07-16T16:30:00Z");
  assert.equal(event.endsAt.toString(), "2026-07-16T20:00:00Z");
  assert.equal(event.venueName, "The map room");
  const page = await as(cast.gwen).get(`/events/${id}/publication`);
  assert.match(page.text, /3 members of East Anglia|4 members of East Anglia/);
  assert.match((await as(cast.gwen).get("/events")).text, /Your drafts/);
  assert.doesNotMatch((await as(cast.nell).get("/events")).text, /Summer meet-/);
  for (const who of [cast.nell, cast.hal]) assert.equal((await as(who).get(`/events/${id}/publication`)).status, 404);
  assert.equal((await as(cast.nell).get(`/events/${id}/event.ics`)).status, 404);

  await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id, title: "Summer evening" });
  assert.equal((await eventById.one(house.db, id)).title, "Summer evening", "gone back to and sent again with other words");
});

test("a wrong form comes back with everything that was typed", async () => {
  const { as, cast } = await fresh();
  const answer = await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id, title: "", capacity: "many", startsDate: "2026-03-29", startsTime: "01:30", onlineUrl: "ftp://x", venueName: "" });
  assert.equal(answer.status, 422);
  for (const words of [/Give it a title/, /There is no 01:30 that night/, /whole number, such as 60/, /should begin with https/, /Give the place a name/]) assert.match(answer.text, words);
  for (const typed of [/value="many"/, /value="01:30"/, /value="1 Quay Street"/, /Tea, and maps of the fens\./]) assert.match(answer.text, typed);
});

test("the hour that comes twice is asked for, and a party may end after midnight", async () => {
  const { as, cast, house } = await fresh();
  const form = { ...evening, unit: cast.eastAnglia.id, startsDate: "2026-10-25", startsTime: "01:30", endsTime: "01:15" };
  const asked = await as(cast.gwen).post("/events", form);
  assert.equal(asked.status, 422);
  assert.match(asked.text, /01:30 comes twice that night/);
  assert.match(asked.text, /name="startsWhich"/);
  const { location } = await as(cast.gwen).post("/events", { ...form, startsWhich: "second" });
  const event = await eventById.one(house.db, idIn(location));
  assert.equal(event.startsAt.toString(), "2026-10-25T01:30:00Z");
  assert.equal(event.endsAt.toString(), "2026-10-26T01:15:00Z");
});

test("two organisers edit at once: the second gets both", async () => {
  const { as, cast, house } = await fresh();
  const id = idIn((await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id })).location);
  const form = async () => formIn((await as(cast.gwen).get(`/events/${id}/edit`)).text);
  const gwens = { ...(await form()), summary: "Tea and cake.", title: "Gwen's evening" };
  const idriss = { ...(await form()), cost: "Free", title: "Idris's evening" };
  assert.equal((await as(cast.gwen).post(`/events/${id}/edit`, gwens)).status, 303);
  const back = await as(cast.idris).post(`/events/${id}/edit`, idriss);
  assert.equal(back.status, 422);
  assert.match(back.text, /Somebody else saved changes/);
  assert.match(back.text, /Gwen&#39;s evening/);
  const merged = formIn(back.text);
  assert.deepEqual([merged["title"], merged["summary"], merged["cost"]], ["Idris's evening", "Tea and cake.", "Free"]);
  assert.equal((await as(cast.idris).post(`/events/${id}/edit`, merged)).status, 303);
  const event = await eventById.one(house.db, id);
  assert.deepEqual([event.title, event.summary, event.cost], ["Idris's evening", "Tea and cake.", "Free"]);
});

test("publish, cancel, copy; each only once and only by organisers", async () => {
  const { as, cast, house } = await fresh();
  const id = idIn((await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id, venueName: "", venueAddress: "", venueArea: "", venueStepFree: "" })).location);
  const incomplete = await as(cast.gwen).post(`/events/${id}/publication`);
  assert.equal(incomplete.status, 422);
  assert.match(incomplete.text, /Where is it\?/);
  const edit = formIn((await as(cast.gwen).get(`/events/${id}/edit`)).text);
  await as(cast.gwen).post(`/events/${id}/edit`, { ...edit, meets: "online", onlineUrl: "https://meet.example/fens" });
  assert.equal((await as(cast.nell).post(`/events/${id}/publication`)).status, 404);
  assert.equal((await as(cast.idris).post(`/events/${id}/publication`)).location, `/events/${id}`);
  assert.match((await as(null).get("/events")).text, /Summer meet-/);
  assert.equal((await as(cast.nell).post(`/events/${id}/cancellation`, { reason: "x" })).status, 404);
  assert.match((await as(cast.gwen).get(`/events/${id}/cancellation`)).text, /Nobody has answered yet/);
  await as(cast.gwen).post(`/events/${id}/cancellation`, { reason: "The room is flooded." });
  await as(cast.gwen).post(`/events/${id}/cancellation`, { reason: "Again." });
  const event = await eventById.one(house.db, id);
  assert.equal(event.cancelledReason, "The room is flooded.");
  assert.equal(event.sequence, 1);
  const file = await as(null).get(`/events/${id}/event.ics`);
  assert.match(file.text, /STATUS:CANCELLED/);
  assert.doesNotMatch(file.text, /meet\.example/);
  const copy = formIn((await as(cast.gwen).get(`/events/new?copy=${id}`)).text);
  assert.deepEqual([copy["title"], copy["startsDate"], copy["startsTime"], copy["onlineUrl"]], ["Summer meet-up", "", "17:30", "https://meet.example/fens"]);
  const history = (await as(cast.idris).get(`/events/${id}/history`)).text;
  assert.match(history, /Cancelled<\/h3>\s*<p class="soft"><bdi>Gwen Prydderch/);
  assert.match(history, /Published<\/h3><p class="soft"><bdi>Idris Okafor-Lund/);
  assert.match(history, /Changed: Online link/);
  for (const who of [cast.nell, cast.hal]) assert.equal((await as(who).get(`/events/${id}/history`)).status, 404);
  const again = (await as(cast.gwen).get(`/events/new?copy=${id}&again=month`)).text;
  assert.match(again, /again, on Thursday 20 August/);
  const form = formIn(again);
  assert.deepEqual([form["startsDate"], form["startsTime"], form["endsTime"]], ["2026-08-20", "17:30", "21:00"], "the third Thursday again");
  // How people answer comes along, from an event of theirs alone; who answered does not.
  await ask(house, "update event set capacity = 9, held_back = 2, guests_each = 1, offer_hours = 24, asks_first = true, question_count = 1, going_count = 4 where id = $1", [id]);
  await ask(house, "insert into event_question (event_id, nth, kind, words, purpose, stopped_at) values ($1, 1, 'text', 'Old?', 'x', now()), ($1, 2, 'text', 'Pie?', 'x', null)", [id]);
  const next = idIn((await as(cast.gwen).post("/events", form)).location);
  const { heldBack, guestsEach, offerHours, asksFirst, questionCount, goingCount } = await eventById.one(house.db, next);
  assert.deepEqual([heldBack, guestsEach, offerHours, asksFirst, questionCount, goingCount], [2, 1, 24, true, 1, 0]);
  assert.deepEqual((await ask(house, "select words from event_question where event_id = $1", [next])).rows, [{ words: "Pie?" }]);
  const theirs = idIn((await as(cast.hal).post("/events", { ...evening, unit: cast.flc.id, copy: id })).location);
  assert.equal((await eventById.one(house.db, theirs)).guestsEach, 0);
});

test("once it has begun, time, place and places stand still", async () => {
  const { as, cast, house, at } = await fresh();
  const id = idIn((await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id })).location);
  await as(cast.gwen).post(`/events/${id}/publication`);
  const { createApp } = await import("../app.ts");
  const { openAssets } = await import("../platform/http/assets.ts");
  const later = createApp(at("2026-07-16T18:00:00Z"), await openAssets());
  const headers = { cookie: `session=${cast.gwen.token}`, "sec-fetch-site": "same-origin" };
  const page = await (await later.request(`http://localhost:3000/events/${id}/edit`, { headers })).text();
  assert.match(page, /It has begun/);
  const form = formIn(page);
  assert.ok(!("startsDate" in form) && !("capacity" in form));
  const body = new URLSearchParams({ ...form, startsDate: "2026-08-01", capacity: "5", notes: "We are upstairs.", endsTime: "22:00" });
  const saved = await later.request(`http://localhost:3000/events/${id}/edit`, { method: "POST", headers, body });
  assert.equal(saved.status, 303);
  const event = await eventById.one(house.db, id);
  assert.deepEqual([event.startsAt.toString(), event.endsAt.toString(), event.capacity, event.notes], ["2026-07-16T16:30:00Z", "2026-07-16T21:00:00Z", 60, "We are upstairs."]);
});

test("who sees names can be narrowed once somebody has answered, and not widened", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const path = `${event.path}/edit`;
  const save = async (change: Record<string, string>) => as(cast.gwen).post(path, { ...formIn((await as(cast.gwen).get(path)).text), ...change });
  assert.equal((await save({ namesFor: "everyone" })).status, 303, "nobody has answered");
  assert.equal((await save({ namesFor: "members" })).status, 303);
  await event.answers("going", cast.tomasz);
  const refused = await save({ namesFor: "everyone", title: "Another title" });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /would show their names to more/);
  assert.match(refused.text, /Another title/, "what was typed is kept");
  assert.equal((await save({ namesFor: "coming" })).status, 303);
  assert.equal((await event.row())["names_for"], "coming");
  const form = formIn((await as(cast.gwen).get(path)).text);
  for (const name of ["audience", "namesFor", "counts", "placeFor"]) delete form[name];
  await event.set({ audience: "invited" });
  await as(cast.gwen).post(path, form);
  assert.equal((await event.row())["audience"], "invited", "a form that does not ask leaves it closed");
});

test("the history says what it was and what it became; a private place of another organisation has no name there", async () => {
  const { as, at, cast, house } = await fresh();
  const id = idIn((await as(cast.gwen).post("/events", { ...evening, unit: cast.eastAnglia.id, venueName: "Gwen's kitchen" })).location);
  const { createApp } = await import("../app.ts");
  const { openAssets } = await import("../platform/http/assets.ts");
  const assets = await openAssets();
  let minute = 0;
  const edit = async (changes: Record<string, string>) => {
    const body = new URLSearchParams({ ...formIn((await as(cast.gwen).get(`/events/${id}/edit`)).text), ...changes });
    const later = createApp(at(house.clock.now().add({ minutes: ++minute })), assets);
    const headers = { cookie: `session=${cast.gwen.token}`, "sec-fetch-site": "same-origin" };
    assert.equal((await later.request(`http://localhost:3000/events/${id}/edit`, { method: "POST", headers, body })).status, 303);
  };
  await edit({ title: "Maps & tea", capacity: "30" });
  await edit({ title: "Maps", startsTime: "18:00", capacity: "" });
  await edit({ onlineUrl: "https://secret.example/room" });
  await edit({ meets: "online" });
  await ask(house, "insert into event_host (event_id, unit_id, asked_by, asked_at, accepted_at) values ($1, $2, $3, $4, $4)", [id, cast.flc.id, cast.gwen.id, house.clock.now().toString()]);
  const history = async (who: Person) => (await as(who).get(`/events/${id}/history`)).text.replace(/<[^>]+>|\u2060/g, "").replaceAll("&amp;", "&").replaceAll("&#39;", "'");
  const gwens = await history(cast.gwen);
  for (const words of ["Title: from Summer meet-up to Maps & tea", "Title: from Maps & tea to Maps", "Starts: from Thursday 16 July, 17:30 to Thursday 16 July, 18:00", "Places: from 30 to none", "The room: from Gwen's kitchen to none"]) assert.ok(gwens.includes(words), words);
  assert.doesNotMatch(gwens, /secret\.example/);
  const hals = await history(cast.hal);
  assert.ok(hals.includes("The room: from a place of another organisation to none"));
  assert.doesNotMatch(hals, /kitchen/);
  assert.equal((await ask(house, "select from change where event_id = $1 and about::text ~ 'Maps|Summer'", [id])).rows.length, 0, "the log holds no text");
});
