import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import { idFrom } from "../platform/ids.ts";
import { eventById } from "./event.sql.ts";

const READING_ROOM = idFrom("venue the Old Reading Room");
const here = `/venues/${READING_ROOM}`;

const evening = { once: "1", title: "Maps and tea", startsDate: "2026-07-16", startsTime: "17:30", endsTime: "21:00", zone: "Europe/London", meets: "room", photoPolicy: "sticker", venue: READING_ROOM };

test("a place is seen by those who may see it through an event there, and in no list by others", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  const sees = async (who: Parameters<typeof as>[0]) => {
    const listed = (await as(who).get("/venues?q=reading+FENbridge")).text.includes(here);
    const { status, text } = await as(who).get(here);
    return [listed, status === 200, text.includes(meetUp.path)];
  };
  const ALL = [true, true, true];
  const NOTHING = [false, false, false];
  for (const who of [null, cast.hal, cast.nell]) assert.deepEqual(await sees(who), ALL);
  assert.match((await as(null).get(meetUp.path)).text, new RegExp(`href="${here}"`));

  await meetUp.answers("going", cast.nell);
  await meetUp.set({ place_for: "coming" });
  assert.deepEqual(await sees(null), NOTHING);
  assert.deepEqual(await sees(cast.tomasz), NOTHING, "a member who does not come is told the town alone");
  assert.deepEqual(await sees(cast.nell), ALL);
  assert.deepEqual(await sees(cast.gwen), ALL);
  assert.doesNotMatch((await as(null).get(meetUp.path)).text, /\/venues\//);
  const open = await addMeetUp(house, cast, { title: "Another, open to all" });
  assert.deepEqual(await sees(null), [true, true, false], "the place of one does not give the other away");

  await open.set({ audience: "unlisted" });
  assert.deepEqual(await sees(null), [false, true, false], "whoever has its address may open its place");
  await open.set({ audience: "invited" });
  assert.deepEqual(await sees(null), NOTHING);
  await open.set({ audience: "everyone", published_at: null });
  assert.deepEqual(await sees(null), NOTHING);
  assert.deepEqual(await sees(cast.idris), [true, true, true], "its organisers look after it whatever happens there");
});

test("offered to others: they choose it, its owner edits it, and what has it keeps it", async () => {
  const { as, cast, house } = await fresh();
  await addMeetUp(house, cast);
  const circles = (form: Record<string, string> = {}) => as(cast.hal).post("/events", { ...evening, unit: cast.flc.id, ...form });
  assert.equal((await circles()).status, 422, "seen is not offered");
  assert.doesNotMatch((await as(cast.hal).get(`/events/new?venue=${READING_ROOM}`)).text, /Old Reading Room/, "nor are names told for ids");
  assert.equal((await as(cast.hal).post(`${here}/offering`, { offer: "yes" })).status, 404);
  assert.equal((await as(cast.gwen).post(`${here}/offering`, { offer: "yes" })).location, here);

  const form = formIn((await as(cast.hal).get(`/events/new?venue=${READING_ROOM}`)).text);
  assert.deepEqual([form["venue"], form["meets"]], [READING_ROOM, "room"]);
  const id = (await circles()).location!.match(/[0-9a-f-]{36}/)![0];
  assert.equal((await eventById.one(house.db, id)).venueName, "The Old Reading Room");
  assert.equal((await as(cast.hal).get(`${here}/edit`)).status, 404);

  await as(cast.gwen).post(`${here}/offering`, { offer: "no" });
  assert.equal((await circles({ once: "2" })).status, 422);
  const edit = formIn((await as(cast.hal).get(`/events/${id}/edit`)).text);
  assert.equal(edit["venue"], READING_ROOM);
  assert.equal((await as(cast.hal).post(`/events/${id}/edit`, { ...edit, title: "Maps, tea and cake" })).status, 303);
  assert.equal((await eventById.one(house.db, id)).venueId, READING_ROOM);
});

test("its organisers correct and confirm it, and read who did what; others read that it was confirmed", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  for (const who of [cast.nell, cast.hal]) assert.equal((await as(who).post(`${here}/confirmation`)).status, 404);
  for (let twice = 0; twice < 2; twice++) assert.equal((await as(cast.gwen).post(`${here}/confirmation`)).location, here);
  assert.match((await as(cast.nell).get(here)).text, /Confirmed by Gwen Prydderch on 7 July/);
  const stranger = (await as(null).get(here)).text;
  assert.match(stranger, /Confirmed on 7 July/);
  assert.doesNotMatch(stranger, /Gwen/);
  await as(cast.nell).post(`/people/${cast.gwen.id}/hiding`, { kind: "mute" });
  assert.doesNotMatch((await as(cast.nell).get(here)).text, /Confirmed by|What changed/);

  const form = formIn((await as(cast.idris).get(`${here}/edit`)).text);
  const wrong = await as(cast.idris).post(`${here}/edit`, { ...form, liftCm: "wide" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /whole centimetres between 40 and 500/);
  const { sequence, version } = await meetUp.row();
  await as(cast.idris).post(`${here}/edit`, { ...form, liftCm: "80" });
  const after = await meetUp.row();
  assert.deepEqual([after["sequence"], after["version"]], [sequence, version + 1], "good to know, and no reason for a letter");
  assert.match((await as(null).get(here)).text, /80 cm at its narrowest/);
  assert.match((await as(null).get(meetUp.path)).text, /80 cm at its narrowest/);
  const { rows } = await ask(house, "select kind, fields from change where kind like 'venue.%' or kind = 'event.changed' order by kind");
  assert.deepEqual(rows, [{ kind: "venue.changed", fields: ["liftCm"] }, { kind: "venue.confirmed", fields: [] }], "twice on a day is once");
  const history = (await as(cast.gwen).get(here)).text;
  assert.match(history, /Corrected: Width of the lift in cm<\/h3><p class="soft"><bdi>Idris Okafor-Lund/);
  assert.match(history, /Confirmed<\/h3><p class="soft"><bdi>Gwen Prydderch/);
});

test("a long list is paged, and in the form looked for by words, with all that was typed kept", async () => {
  const { as, cast, house } = await fresh();
  await ask(house, `insert into venue (organisation_id, name, area, offered_at, created_at, updated_at) select $1, 'Hall ' || n, 'Ely_' || n, now(), now(), now() from generate_series(100, 160) n`, [cast.flc.id]);
  const first = (await as(null).get("/venues")).text;
  assert.match(first, /Hall 129/);
  assert.doesNotMatch(first, /Hall 130/);
  const more = first.match(/href="(\/venues\?after=[^"]*)"/)![1]!;
  assert.match((await as(null).get(more)).text, /Hall 130[^]*Hall 159/);
  assert.match((await as(null).get("/venues?q=hall+ely+144")).text, /Hall 144/);
  assert.match((await as(null).get("/venues?q=%25")).text, /Hall 100/, "signs are no words");
  assert.match((await as(null).get("/venues?q=nowhere")).text, /No place here has “nowhere”/);

  const form = formIn((await as(cast.gwen).get(`/events/new?unit=${cast.eastAnglia.id}`)).text);
  const found = await as(cast.gwen).post("/events", { ...form, title: "Maps", findVenue: "hall 157" });
  assert.equal(found.status, 200, "words sent on with Enter are looked for, not saved");
  assert.match(found.text, /value="Maps"/);
  assert.match(found.text, /<option value="[^"]*">Hall 157, Ely_157 \(of Fenbridge Library Circle\)/);
  assert.doesNotMatch(found.text, /Hall 100/);
  assert.match((await as(cast.gwen).post("/events", { ...formIn(found.text), findVenue: "hall 999", look: "yes" })).text, /No place that you may choose has “hall 999”/);
});
