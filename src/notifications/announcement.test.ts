import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { publishEvent } from "../events/event.actions.ts";
import { idFrom } from "../platform/ids.ts";
import { tasksOf } from "../work.ts";

type Row = { to_address: string; subject: string; body_text: string; unsubscribe_url: string; kind: string };

async function letters(world: Fresh, kind: string): Promise<Row[]> {
  const { rows } = await ask(world.house, "select to_address, subject, body_text, unsubscribe_url, kind from letter where kind = $1 order by to_address", [kind]);
  return rows;
}

const to = (rows: Row[]) => rows.map(({ to_address: address }) => address.split("@")[0]).join(" ");

/** A draft of East Anglia that Gwen then publishes. */
async function publish(world: Fresh, name = "tea"): Promise<string> {
  const { house, cast } = world;
  const id = idFrom(`draft ${name}`);
  await ask(
    house,
    `insert into event (id, unit_id, title, summary, zone, starts_at, ends_at, online_url, created_at, updated_at)
     values ($1, $2, $3, 'Bring a map.', 'Europe/London', '2026-07-30T16:30Z', '2026-07-30T19:00Z', 'https://meet.example/secret', $4, $4)`,
    [id, cast.eastAnglia.id, `Maps and ${name}`, house.clock.now().toString()],
  );
  assert.equal((await publishEvent(house, { personId: cast.gwen.id, organises: new Set([cast.eastAnglia.id]) }, id)).kind, "published");
  return id;
}

async function choose(world: Fresh, person: { id: string }, unitId: string | null, choice: string) {
  await ask(world.house, "insert into announcement_choice (person_id, unit_id, choice, chosen_at) values ($1, $2, $3, $4)", [person.id, unitId, choice, world.house.clock.now().toString()]);
}

test("members of the host hear of it once, each as they chose; nobody else does", async () => {
  const world = await fresh();
  const { cast, house, work } = world;
  await choose(world, cast.idris, null, "none");
  await choose(world, cast.tomasz, cast.tlg.id, "weekly");
  await choose(world, cast.gwen, null, "none");
  await choose(world, cast.gwen, cast.tlg.id, "each"); // the nearer choice wins
  await ask(house, "insert into person (id, name, imported_at, created_at, updated_at) values ($1, 'Imported', now(), now(), now())", [idFrom("imported")]);
  await ask(house, "insert into email_address (person_id, address, created_at) values ($1, 'imported@example.org', now())", [idFrom("imported")]);
  await ask(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-01-01', 'imported', now())", [idFrom("imported"), cast.eastAnglia.id]);
  const id = await publish(world);
  await work();
  const told = await letters(world, "announcement");
  assert.equal(to(told), "gwen nell");
  assert.match(told[0]!.subject, /Maps and tea, Thu 30 July/);
  assert.match(told[0]!.body_text, /17:30 to 20:00/);
  assert.doesNotMatch(told[0]!.body_text, /meet\.example/, "the link is for those who come");
  assert.match(told[0]!.body_text, /localhost:3000\/unsubscribe\//);
  assert.match(told[0]!.unsubscribe_url, /^http:\/\/localhost:3000\/unsubscribe\/[\w-]{64}$/);

  const tasks = tasksOf(house, null);
  await tasks["announce-event"]!({ eventId: id }, { attempts: 2, maxAttempts: 25 });
  await work();
  assert.equal((await letters(world, "announcement")).length, 2, "done twice, told once");
});

test("one click stops the letters of that network, from a mail program or from a page, without signing in", async () => {
  const world = await fresh();
  const { as, app, cast, work } = world;
  await publish(world);
  await work();
  const link = (person: string, rows: Row[]) => new URL(rows.find(({ to_address: address }) => address.startsWith(person))!.unsubscribe_url);
  const first = await letters(world, "announcement");
  const program = await app.request(link("nell", first), { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }), headers: { "sec-fetch-site": "cross-site" } });
  assert.equal(program.status, 200);
  const { pathname } = link("tomasz", first);
  const page = await as(null).get(pathname);
  assert.match(page.text, /From The Library Guild/);
  assert.doesNotMatch(page.text, /Tomasz|tomasz/);
  assert.match((await as(null).post(pathname, { choice: "weekly" })).text, /one letter a week/);
  assert.equal((await as(null).get(`${pathname.slice(0, -1)}x`)).status, 404);
  await publish(world, "cake");
  await work();
  assert.equal(to((await letters(world, "announcement")).filter(({ subject }) => /cake/.test(subject))), "gwen idris");
  assert.match((await as(cast.tomasz).get("/settings/announcements")).text, /value="weekly" selected/);
});

test("the settings page keeps a choice for all and one for each network", async () => {
  const world = await fresh();
  const { as, cast, work } = world;
  assert.match((await as(null).get("/settings/announcements")).location!, /^\/sign-in/);
  const page = await as(cast.nell).get("/settings/announcements");
  for (const code of ["TLG", "FLC", "NPN"]) assert.match(page.text, new RegExp(`${code} · `));
  assert.equal((await as(cast.nell).post("/settings/announcements", { general: "daily" })).status, 422);
  const saved = await as(cast.nell).post("/settings/announcements", { general: "none", [`network-${cast.flc.id}`]: "weekly", [`network-${cast.tlg.id}`]: "" });
  assert.equal(saved.status, 303);
  await publish(world);
  await work();
  assert.equal(to(await letters(world, "announcement")), "gwen idris tomasz");
});

test("the weekly letter: on Monday at seven, all that is news in one, nothing when there is none", async () => {
  const world = await fresh();
  const { cast, house, at, work } = world;
  await choose(world, cast.tomasz, null, "weekly");
  await choose(world, cast.nell, null, "weekly");
  await ask(house, "update person set zone = 'America/New_York' where id = $1", [cast.nell.id]);
  await publish(world, "tea");
  await publish(world, "cake");
  await work();
  const run = async (now: string) => {
    await tasksOf(at(now), null)["weekly-letters"]!({}, { attempts: 1, maxAttempts: 25 });
    await work();
  };
  await run("2026-07-13T05:30:00Z");
  assert.equal((await letters(world, "weekly")).length, 0, "not before seven");
  await run("2026-07-13T06:05:00Z");
  await run("2026-07-13T07:05:00Z");
  const [letter, ...others] = await letters(world, "weekly");
  assert.equal(others.length, 0);
  assert.equal(letter!.to_address, "tomasz@example.org");
  assert.match(letter!.subject, /^2 new meet-ups/);
  assert.match(letter!.body_text, /Maps and tea[^]*Maps and cake|Maps and cake[^]*Maps and tea/);
  await ask(house, "insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at) select id, $1, 'not_going', 1, now(), now() from event", [cast.nell.id]);
  await run("2026-07-13T11:05:00Z");
  await run("2026-07-20T06:05:00Z");
  assert.equal(to(await letters(world, "weekly")), "tomasz", "nothing to say, no letter");
});

test("three thousand people: each once, although the process dies between batches and all is done again", async () => {
  const world = await fresh();
  const { cast, house } = world;
  await ask(
    house,
    `with p as (insert into person (name, claimed_at, created_at, updated_at) select 'Member ' || n, now(), now(), now() from generate_series(1, 3000) n returning id),
          m as (insert into email_address (person_id, address, verified_at, created_at) select id, id || '@example.org', now(), now() from p)
     insert into membership (person_id, unit_id, starts_on, source, created_at) select id, $1, '2026-01-01', 'joined', now() from p`,
    [cast.eastAnglia.id],
  );
  const id = await publish(world);
  const tasks = tasksOf(house, null);
  const once = { attempts: 1, maxAttempts: 25 };
  const batches = async () =>
    (await ask(house, "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'announce-to' order by j.id")).rows;
  await tasks["announce-event"]!({ eventId: id }, once);
  const first = await batches();
  assert.equal(first.length, 16);
  for (const { payload } of first.slice(0, 5)) await tasks["announce-to"]!(payload as Record<string, unknown>, once); // written, but the jobs were never marked done
  await tasks["announce-event"]!({ eventId: id }, once);
  const second = await batches();
  assert.equal(second.length, 16, "the same batches, queued once");
  for (const { payload } of second) await tasks["announce-to"]!(payload as Record<string, unknown>, once);
  const { rows: [count] } = await ask(house, "select count(*)::int as letters, count(distinct person_id)::int as people from letter where kind = 'announcement'");
  assert.deepEqual(count, { letters: 3004, people: 3004 });
  const { rows: [waiting] } = await ask(house, "select count(*)::int as letters from letter where awaits_turn");
  assert.deepEqual(waiting, { letters: 3004 }, "each leaves in its turn");
});

test("what is called off or begun is announced to nobody any more", async () => {
  const world = await fresh();
  const { house, work, cast } = world;
  const meetUp = await addMeetUp(house, cast);
  await ask(house, "update event set cancelled_at = now() where id = $1", [meetUp.id]);
  await tasksOf(house, null)["announce-event"]!({ eventId: meetUp.id }, { attempts: 1, maxAttempts: 25 });
  assert.deepEqual(await work(), []);
});
