/** How people answer, through the doors: two halls, guests, offers, asking first, places held back. */
import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "csv-parse/sync";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import { settleOffersEverywhere } from "./giving.actions.ts";

const off = { onlineCapacity: "", heldBack: "", guestsEach: "0", offerHours: "0" };
const subjects = async (house: Parameters<typeof lettersTo>[0], address: string) => (await lettersTo(house, address)).map(({ subject }) => subject);

test("in the room and online are counted apart; who moves keeps their chair until the link is sure", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { online_url: "https://meet.example/tea", capacity: 2 });
  const [gwen, nell, tomasz, hal] = [as(cast.gwen), as(cast.nell), as(cast.tomasz), as(cast.hal)];
  assert.match((await gwen.get(`${event.path}/edit`)).text, new RegExp(`${event.path}/answering`));
  assert.equal((await gwen.post(`${event.path}/answering`, { ...off, onlineCapacity: "1", guestsEach: "2" })).location, `${event.path}/answering`);
  assert.match((await gwen.get(`${event.path}/answering`)).text, /name="onlineCapacity"[^>]*value="1"/);
  assert.match((await nell.get(event.path)).text, /Where<[^]*One place left<[^]*Guests I bring/);

  await nell.post(`${event.path}/answer`, { answer: "going", where: "room", guests: "1" });
  await tomasz.post(`${event.path}/answer`, { answer: "going", where: "online" });
  await hal.post(`${event.path}/answer`, { answer: "going", where: "room" });
  assert.match((await hal.get(event.path)).text, /First in line/, "Nell's guest has the other chair");
  await nell.post(`${event.path}/answer`, { answer: "going", where: "online", guests: "1" });
  assert.match((await nell.get(event.path)).text, /You have a place in the room and keep it\. For one online you are first in line/);
  await work();
  assert.match((await lettersTo(house, cast.nell.address))[0]!.text, /In the room\. With one guest/);
  assert.match((await gwen.get(event.path)).text, /1 in the room with one guest, 1 online/);

  await tomasz.post(`${event.path}/answer`, { answer: "not_going" });
  await work();
  const row = await event.row();
  assert.deepEqual([row.going_count, row.online_count, row.guest_count, row.waiting_count], [2, 1, 0, 0], "Nell is online, and Hal has a chair");
  assert.match((await subjects(house, cast.nell.address)).at(-1)!, /You have moved/);
  assert.match((await nell.get(`${event.path}/event.ics`)).text.replaceAll("\r\n ", ""), /LOCATION:https:\/\/meet\.example\/tea/, "her calendar does not send her to the door");
  await ask(house, "update person set photo_consent = 'no' where id = $1", [cast.nell.id]);
  const rows = parse((await gwen.get(`${event.path}/organise/people/export`)).text, { bom: true });
  const column = rows[0]!.indexOf("Where");
  assert.deepEqual(Object.fromEntries(rows.slice(1).map((cells) => [cells[0], [cells[column], cells[column + 1]]])), { "Hal Thistlewood": ["In the room", "0"], "Nell Ashworth": ["Online", "0"] });
  const online = parse((await gwen.get(`${event.path}/organise/people/export?where=online`)).text, { bom: true, columns: true }) as { Name: string; Photos: string }[];
  const listed = (await gwen.get(`${event.path}/people?where=online`)).text;
  assert.ok(/Nell Ashworth[^]*Online<\/span>/.test(listed) && !listed.includes("Hal Thistlewood"));
  assert.deepEqual(online.map(({ Name, Photos }) => [Name, Photos]), [["Nell Ashworth", "No photos, please"]]);
});

test("too many guests leave the own place alone, and the form says how many there is room for", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 3, guests_each: 3 });
  const nell = as(cast.nell);
  const again = await nell.post(`${event.path}/answer`, { answer: "going", guests: "3" });
  assert.equal(again.status, 422);
  assert.match(again.text, /There are places for 2 guests/);
  assert.match(again.text, /<option value="3" selected>/, "what was chosen is kept");
  await nell.post(`${event.path}/answer`, { answer: "going", guests: "2" });
  assert.match((await nell.get(event.path)).text, /Full: 1 coming, and 2 guests/);
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "going", guests: "1" });
  await nell.post(`${event.path}/answer`, { answer: "going", guests: "0" });
  const { going_count, guest_count } = await event.row();
  assert.deepEqual([going_count, guest_count], [2, 0], "the chair goes to Tomasz, whose guest has to be asked for anew");
});

test("a place that comes free is offered for a day, lapses once, and goes to the next", async () => {
  const { house, as, at, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 1, starts_at: "2026-07-20T16:30:00Z", ends_at: "2026-07-20T20:00:00Z" });
  await as(cast.gwen).post(`${event.path}/answering`, { ...off, offerHours: "24" });
  for (const person of [cast.nell, cast.tomasz, cast.hal]) await as(person).post(`${event.path}/answer`, { answer: "going" });
  assert.match((await as(cast.tomasz).get(event.path)).text, /kept for you for a while/);
  await as(cast.nell).post(`${event.path}/answer`, { answer: "not_going" });
  await work();
  const offered = await as(cast.tomasz).get(event.path);
  assert.match(offered.text, /A place is yours until Wednesday 8 July[^<]*10:00[^]*Yes, I take it/);
  assert.deepEqual((await subjects(house, cast.tomasz.address)).at(-1), "A place is kept for you: Summer meet-up at the Old Reading Room");
  assert.match((await as(cast.tomasz).get("/")).text, /A place is kept for you/);
  assert.match((await as(cast.gwen).get(`${event.path}/organise/people`)).text, /A place is kept until/);

  const later = at("2026-07-08T09:00:00Z");
  for (const _ of [1, 2]) await settleOffersEverywhere(later);
  const { rows } = await ask(house, "select kind, count(*)::int from change where kind in ('rsvp.lapsed', 'rsvp.offered') group by 1 order by 1");
  assert.deepEqual(rows, [{ kind: "rsvp.lapsed", count: 1 }, { kind: "rsvp.offered", count: 2 }]);
  assert.match((await as(cast.hal).get(event.path)).text, /A place is yours until/);
  await as(cast.hal).post(`${event.path}/answer`, { answer: "going" });
  assert.deepEqual([(await event.row()).going_count, (await event.row()).kept_count, (await event.row()).maybe_count], [1, 0, 1]);
});

test("organisers say yes or no to each: told by letter, counted only then, and to be taken back", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 1 });
  const gwen = as(cast.gwen);
  const say = (person: { id: string }, word: string, by = gwen) => by.post(`${event.path}/organise/people/${person.id}/word`, { word });
  await gwen.post(`${event.path}/answering`, { ...off, asksFirst: "yes" });
  assert.match((await as(cast.nell).get(event.path)).text, /Yes, I would like to come/);
  for (const person of [cast.nell, cast.tomasz, cast.hal]) await as(person).post(`${event.path}/answer`, { answer: "going" });
  assert.equal((await event.row()).going_count, 0);
  assert.match((await as(cast.nell).get(event.path)).text, /You have asked to come/);
  assert.match((await gwen.get(`${event.path}/organise`)).text, /3 people ask to come/);
  assert.equal((await say(cast.nell, "agree", as(cast.tomasz))).status, 404);

  await say(cast.nell, "agree");
  await say(cast.tomasz, "agree");
  await say(cast.hal, "decline");
  await say(cast.hal, "decline");
  await work();
  const last = async (address: string) => (await subjects(house, address)).map((subject) => subject.split(":")[0]);
  assert.deepEqual([await last(cast.nell.address), await last(cast.tomasz.address), await last(cast.hal.address)], [["You have a place"], ["On the waiting list"], ["About your answer"]]);
  const declined = await as(cast.hal).get(event.path);
  assert.match(declined.text, /Not this time/);
  assert.doesNotMatch(declined.text, /name="answer"/);
  await as(cast.hal).post(`${event.path}/answer`, { answer: "going" });
  assert.equal((await event.row()).waiting_count, 1, "asking once more is the same question");
  assert.doesNotMatch((await gwen.get(`${event.path}/organise/people`)).text, /Hal Thistlewood/);
  assert.match((await gwen.get(`${event.path}/organise/people?state=declined`)).text, /Hal Thistlewood[^]*Say yes after all/);
  await say(cast.hal, "agree");
  assert.match((await as(cast.hal).get(event.path)).text, /Second in line/);
});

test("a place held back is given by name, past the line, and only once", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 2 });
  const gwen = as(cast.gwen);
  const wrong = await gwen.post(`${event.path}/answering`, { ...off, heldBack: "3" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /only 2 places/);
  await gwen.post(`${event.path}/answering`, { ...off, heldBack: "1" });
  for (const person of [cast.nell, cast.tomasz, cast.hal]) await as(person).post(`${event.path}/answer`, { answer: "going" });
  assert.deepEqual([(await event.row()).going_count, (await event.row()).waiting_count], [1, 2]);
  assert.match((await gwen.get(`${event.path}/organise/people`)).text, /One place is held back/);
  const give = (person: { id: string }) => gwen.post(`${event.path}/organise/people/${person.id}/word`, { word: "give-held" });
  await give(cast.hal);
  await give(cast.tomasz);
  await work();
  const { going_count, waiting_count, held_back } = await event.row();
  assert.deepEqual([going_count, waiting_count, held_back], [2, 1, 0]);
  assert.deepEqual((await subjects(house, cast.hal.address)).at(-1)!.split(":")[0], "A place was kept for you");
  assert.match((await as(cast.tomasz).get(event.path)).text, /First in line/);
});

test("places that are held back no longer go to the line; others settle nothing, nor anybody once it is off", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 2, held_back: 1 });
  const settle = (person: typeof cast.gwen) => as(person).post(`${event.path}/answering`, off);
  for (const person of [cast.nell, cast.tomasz]) await as(person).post(`${event.path}/answer`, { answer: "going" });
  for (const person of [cast.nell, cast.hal, cast.ada]) assert.equal((await settle(person)).status, 404);
  await event.set({ cancelled_at: house.clock.now().toString() });
  await settle(cast.gwen);
  assert.equal((await event.row()).held_back, 1);
  await event.set({ cancelled_at: null });
  await settle(cast.gwen);
  await work();
  assert.match((await as(cast.tomasz).get(event.path)).text, /You said yes on/);
});
