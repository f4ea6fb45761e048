import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import type { MeetUp } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { tasksOf } from "../work.ts";

type Row = { to: string; subject: string; body_text: string; calendar: string };

async function letters({ house }: Fresh, kind: string): Promise<Row[]> {
  const { rows } = await ask(house, `select split_part(to_address, '@', 1) as "to", subject, body_text, calendar from letter where kind = $1 order by to_address, coalesce(sent_at, kept_at)`, [kind]);
  return rows;
}

const to = (rows: Row[]) => rows.map((row) => row.to).join(" ");

async function edit({ as, cast }: Fresh, meetUp: MeetUp, changed: Record<string, string>) {
  const form = formIn((await as(cast.gwen).get(`${meetUp.path}/edit`)).text);
  return as(cast.gwen).post(`${meetUp.path}/edit`, { ...form, ...changed });
}

async function answered(world: Fresh, columns: Record<string, unknown> = {}): Promise<MeetUp> {
  const meetUp = await addMeetUp(world.house, world.cast, columns);
  await meetUp.answers("going", world.cast.nell, world.cast.idris);
  await meetUp.answers("maybe", world.cast.tomasz);
  await meetUp.answers("not_going", world.cast.hal);
  return meetUp;
}

test("a new time is told to those who answered, with the old one and a file that calendars take over", async () => {
  const world = await fresh();
  const meetUp = await answered(world, { online_url: "https://meet.example/fens" });
  await ask(world.house, "update rsvp set until_at = '2026-07-09T18:00Z' where person_id = $1", [world.cast.idris.id]);
  const saved = await edit(world, meetUp, { startsTime: "18:00" });
  assert.equal(saved.location, meetUp.path);
  await world.work();
  const told = await letters(world, "changed");
  assert.equal(to(told), "idris nell tomasz");
  assert.match(told[1]!.body_text, /18:00 to 21:00\n\(it was: Thursday 9 July, 17:30 to 21:00\)/);
  assert.match(told[1]!.calendar, /SEQUENCE:1\r\n[^]*DTSTART:20260709T170000Z/);
  assert.match(told[1]!.body_text, /meet\.example/, "Nell comes");
  assert.doesNotMatch(told[2]!.body_text, /meet\.example/, "Tomasz may come");
  assert.match(told[0]!.body_text, /You had said when you come or go/);
  assert.equal((await meetUp.row())["sequence"], 1);

  await tasksOf(world.house, null)["tell-of-change"]!({ changeId: (await ask(world.house, "select id from change where kind = 'event.changed'")).rows[0].id }, { attempts: 2, maxAttempts: 25 });
  await world.work();
  assert.equal((await letters(world, "changed")).length, 3, "done twice, told once");
});

test("another room is told with both names; a new link only to those who come", async () => {
  const world = await fresh();
  const meetUp = await answered(world);
  await edit(world, meetUp, { venue: "", venueName: "The map room", venueAddress: "1 Quay Street" });
  await world.work();
  assert.match((await letters(world, "changed"))[0]!.body_text, /The map room, 1 Quay Street\n\(it was: The Old Reading Room, 4 Mill Lane, Fenbridge\)/);
  await edit(world, meetUp, { meets: "both", onlineUrl: "https://meet.example/new" });
  await world.work();
  const second = (await letters(world, "changed")).filter(({ body_text: text }) => /link is new/.test(text));
  assert.equal(to(second), "idris nell tomasz");
  assert.deepEqual(second.map(({ body_text: text }) => text.includes("https://meet.example/new")), [true, true, false]);
});

test("a corrected address is told for each meet-up there; better access facts are not", async () => {
  const world = await fresh();
  const { as, cast, work } = world;
  const meetUp = await answered(world);
  const path = `/venues/${(await meetUp.row())["venue_id"]}/edit`;
  const form = formIn((await as(cast.gwen).get(path)).text);
  assert.equal((await as(cast.hal).get(path)).status, 404, "another organisation's organiser");
  assert.equal((await as(cast.nell).post(path, form)).status, 404);
  await as(cast.gwen).post(path, { ...form, toilets: "Two, one accessible" });
  await work();
  assert.deepEqual(await letters(world, "changed"), []);
  assert.equal((await as(cast.gwen).post(path, { ...form, name: "" })).status, 422);
  await as(cast.gwen).post(path, { ...form, address: "14 Mill Lane, Fenbridge" });
  await work();
  const told = await letters(world, "changed");
  assert.equal(to(told), "idris nell tomasz");
  assert.match(told[0]!.body_text, /address or the directions are corrected[^]*14 Mill Lane/);
  assert.match(told[0]!.calendar, /SEQUENCE:1/);
});

test("better words and fewer places trouble nobody", async () => {
  const world = await fresh();
  const meetUp = await answered(world);
  await edit(world, meetUp, { title: "Summer evening", notes: "Bring a cup.", capacity: "40" });
  await world.work();
  assert.deepEqual(await letters(world, "changed"), []);
  const row = await meetUp.row();
  assert.deepEqual([row["title"], row["capacity"], row["sequence"]], ["Summer evening", 40, 0]);
  const { rows } = await ask(world.house, "select fields from change where kind = 'event.changed'");
  assert.deepEqual(rows[0].fields.toSorted(), ["capacity", "notes", "title"]);
  const fewer = await edit(world, meetUp, { capacity: "1" });
  assert.match(decodeURIComponent(fewer.headers.get("set-cookie")!), /events.savedOver.*"taken":2,"fit":1,"over":1/);
  assert.deepEqual([(await meetUp.row())["capacity"], (await meetUp.row())["going_count"]], [1, 2]);
});

test("a cancellation is told at once, with the reason, and takes the place of changes not told yet", async () => {
  const world = await fresh();
  const { as, cast, work } = world;
  const meetUp = await answered(world);
  assert.match((await as(cast.gwen).get(`${meetUp.path}/cancellation`)).text, /2 people who are coming and one who may come\./);
  await edit(world, meetUp, { startsTime: "18:00" });
  await as(cast.gwen).post(`${meetUp.path}/cancellation`, { reason: "The room is flooded." });
  await work();
  assert.deepEqual(await letters(world, "changed"), []);
  const told = await letters(world, "cancelled");
  assert.equal(to(told), "idris nell tomasz");
  assert.match(told[0]!.body_text, /> The room is flooded\./);
  assert.match(told[0]!.calendar, /METHOD:PUBLISH[^]*SEQUENCE:2[^]*STATUS:CANCELLED/);
  const edited = await as(cast.gwen).get(`${meetUp.path}/edit`);
  assert.equal(edited.status, 303, "nothing is left to edit");
  assert.match((await as(null).get("/events")).text, /Cancelled/, "kept visible");
});

test("the event's time, and what that is for somebody elsewhere", async () => {
  const world = await fresh();
  const meetUp = await answered(world);
  await ask(world.house, "update person set zone = 'America/New_York' where id = $1", [world.cast.nell.id]);
  await edit(world, meetUp, { startsTime: "18:00" });
  await world.work();
  const nells = (await letters(world, "changed")).find((row) => row.to === "nell")!;
  assert.match(nells.body_text, /London time\. For you in New York that is Thursday 9 July, 13:00/);
});
