/** Who opens, finds and is told what of an event, on every surface that there is: each page, the calendar file, each letter. */
import assert from "node:assert/strict";
import test from "node:test";
import { audiences, namesFor } from "../../src/organisations/event-audience.ts";
import { routes } from "../../src/routes.ts";
import { tasksOf } from "../../src/work.ts";
import type { Person } from "../cast.ts";
import { addMeetUp, ask } from "../event.ts";
import type { MeetUp } from "../event.ts";
import { formIn } from "../form-in.ts";
import { fresh } from "../fresh.ts";
import type { Fresh } from "../fresh.ts";
import { setScene } from "../scene.ts";

/** stranger; zoe (no network); hal (another network); nell (a member); samir (invited by name); misaki (from elsewhere, coming); gwen (organises it) */
const KINDS = ["stranger", "zoe", "hal", "nell", "samir", "misaki", "gwen"] as const;
type Kind = (typeof KINDS)[number];

/** o: opens it by its address. f: finds it in lists too. -: no such page. */
const MAY: Record<(typeof audiences)[number], string> = {
  everyone: "f f f f f f f",
  unlisted: "o o o o f f f",
  members: "- - - f f f f",
  invited: "- - - - f f f",
};

const LISTS = routes.filter(({ method, path }) => method === "GET" && !path.includes("/events/:id") && !/:token|stream|\/admin|\/settings|\/import|conversations\/:id|messages\/:id/.test(path));
const OF_ONE = routes.filter(({ method, path }) => method === "GET" && /^\/events\/:id(\/[a-z.-]+)*$/.test(path)).map(({ path }) => path.slice("/events/:id".length));

test("every list and every page of an event, for each audience and each kind of person", async () => {
  const it = await fresh();
  const { house, cast } = it;
  const scene = await setScene(it);
  await ask(house, "update event set title = 'In the scene'");
  const events = new Map<string, MeetUp>();
  for (const audience of audiences) {
    const event = await addMeetUp(house, cast, { title: `secret-${audience}`, audience });
    await event.answers("going", cast.misaki, cast.tomasz);
    await ask(house, "insert into event_invitation (event_id, person_id, invited_at) values ($1, $2, now())", [event.id, cast.samir.id]);
    events.set(audience, event);
  }
  const told: Record<string, string> = {};
  for (const kind of KINDS) {
    const lists = await Promise.all(LISTS.map(({ path }) => page(it, kind, address(path, scene))));
    for (const [audience, event] of events) {
      const pages = await Promise.all(OF_ONE.map((path) => page(it, kind, `${event.path}${path}`)));
      const opens = pages.filter((text) => text.includes(`secret-${audience}`)).length > 0;
      const finds = lists.some((text) => text.includes(`secret-${audience}`));
      if (opens) assert.match(pages[OF_ONE.indexOf("")]!, /secret-/);
      told[audience] = `${told[audience] ?? ""} ${finds ? "f" : opens ? "o" : "-"}`.trim();
    }
  }
  assert.deepEqual(told, MAY);
});

test("a page that is not for everyone is kept by nobody and indexed by nobody", async () => {
  const { house, cast, app } = await fresh();
  const event = await addMeetUp(house, cast, { audience: "unlisted" });
  const look = () => app.request(`http://localhost:3000${event.path}`, { headers: { "accept-encoding": "identity" } });
  const first = await look();
  assert.match(first.headers.get("cache-control")!, /private/);
  assert.match(await first.text(), /<meta name="robots" content="noindex/);
  await event.set({ audience: "members" });
  assert.equal((await look()).status, 404, "from the next moment on");
});

test("members are told of what is for them, and nobody is told of the rest until it is opened", async () => {
  const { house, cast, work, as } = await fresh();
  for (const audience of audiences) {
    const event = await addMeetUp(house, cast, { title: `Told ${audience}`, audience });
    await tasksOf(house, null)["announce-event"]!({ eventId: event.id }, { attempts: 1, maxAttempts: 1 });
  }
  await work();
  const subjects = async () => (await ask(house, "select subject from letter where kind = 'announcement' and to_address = $1 order by subject", [cast.tomasz.address])).rows.map(({ subject }) => /Told \w+/.exec(subject)![0]);
  assert.deepEqual(await subjects(), ["Told everyone", "Told members"]);
  const { rows } = await ask(house, "select id from event where audience = 'invited'");
  const form = formIn((await as(cast.gwen).get(`/events/${rows[0].id}/edit`)).text);
  assert.equal(form["audience"], "invited");
  assert.equal((await as(cast.gwen).post(`/events/${rows[0].id}/edit`, { ...form, audience: "members" })).status, 303);
  await work();
  assert.deepEqual(await subjects(), ["Told everyone", "Told invited", "Told members"]);
});

test("names: on the page, in the list of people and in the conversation, for whom the organisers chose", async () => {
  const it = await fresh();
  const { house, cast, as } = it;
  const see: Record<string, string> = {};
  for (const names of namesFor) {
    const event = await addMeetUp(house, cast, { names_for: names });
    await event.answers("going", cast.misaki, cast.tomasz);
    for (const kind of KINDS) {
      const texts = await Promise.all(["", "/people", "/conversation"].map((path) => page(it, kind, `${event.path}${path}`)));
      see[names] = `${see[names] ?? ""} ${texts.some((text) => text.includes("Tomasz")) ? "n" : "-"}`.trim();
    }
    const person = await as(cast.misaki).get(`/people/${cast.tomasz.id}`);
    assert.equal(person.status, names === "organisers" ? 404 : 200, names);
    await ask(house, "delete from rsvp");
  }
  assert.deepEqual(see, { everyone: "n n n n n n n", members: "- - - n - n n", coming: "- - - - - n n", organisers: "- - - - - - n" });
});

test("whoever stays unlisted is named to nobody but the organisers, also where names are for everyone", async () => {
  const it = await fresh();
  const event = await addMeetUp(it.house, it.cast, { names_for: "everyone" });
  await event.answers("going", it.cast.misaki, it.cast.tomasz);
  await ask(it.house, "update rsvp set is_unlisted = true where person_id = $1", [it.cast.tomasz.id]);
  for (const kind of KINDS) for (const path of ["", "/people"]) if (kind !== "gwen") assert.doesNotMatch(await page(it, kind, `${event.path}${path}`), /Tomasz/, kind);
});

test("counts: for those who see names, where they are not for everyone", async () => {
  const it = await fresh();
  const { house, cast } = it;
  const crowd = Array.from({ length: 45 }, () => ({ id: crypto.randomUUID() }) as Person);
  await ask(house, "insert into person (id, name, claimed_at, created_at, updated_at) select id, 'A reader', now(), now(), now() from unnest($1::uuid[]) id", [crowd.map(({ id }) => id)]);
  const event = await addMeetUp(house, cast, { counts_public: false, capacity: null });
  await event.answers("going", cast.misaki, cast.tomasz, ...crowd);
  for (const kind of KINDS) {
    const texts = await Promise.all([event.path, "/", "/events", cast.eastAnglia.path].map((path) => page(it, kind, path)));
    assert.equal(texts.some((text) => />[^<]*\b47\b[^<]*</.test(text)), ["nell", "misaki", "gwen"].includes(kind), kind);
  }
});

test("the place: the town for all, the door for those coming, on pages, in calendars and in letters", async () => {
  const it = await fresh();
  const { house, cast, as, work } = it;
  const event = await addMeetUp(house, cast, { place_for: "coming" });
  await event.answers("going", cast.misaki);
  await event.answers("maybe", cast.tomasz);
  await ask(house, "update venue set name = 'secret-venue', address = 'secret-street', directions = 'secret-way', transport = 'secret-bus'");
  for (const kind of KINDS) {
    const text = (await Promise.all(["", "/answer", "/people", "/conversation", "/event.ics"].map((path) => page(it, kind, `${event.path}${path}`)))).join();
    assert.equal(text.includes("secret-"), kind === "misaki" || kind === "gwen", kind);
    assert.match(text, /Fenbridge/);
  }
  await tasksOf(house, null)["announce-event"]!({ eventId: event.id }, { attempts: 1, maxAttempts: 1 });
  await as(cast.nell).post(`${event.path}/answer`, { answer: "going" });
  await as(cast.idris).post(`${event.path}/answer`, { answer: "maybe" });
  await ask(house, "update event set capacity = 3");
  await as(cast.zoe).post(`${event.path}/answer`, { answer: "going" });
  await as(cast.hal).post(`${event.path}/answer`, { answer: "going" });
  await work();
  const { rows } = await ask(house, "select to_address as who, kind, body_text || body_html || coalesce(calendar, '') as words from letter where event_id = $1", [event.id]);
  assert.ok(rows.some(({ kind }) => kind === "announcement"));
  for (const { who, kind, words } of rows) {
    const knows = kind === "answer" && [cast.nell.address, cast.zoe.address].includes(who);
    assert.equal(words.includes("secret-"), knows, `${kind} to ${who}`);
  }
  assert.ok(rows.some(({ who, kind }) => who === cast.hal.address && kind === "answer"), "one who waits has a letter without it");
});

async function page({ as, cast }: Fresh, kind: Kind, path: string): Promise<string> {
  const { status, text } = await as(kind === "stranger" ? null : cast[kind]).get(path);
  return status === 200 ? text.replaceAll("\r\n ", "") : "";
}

function address(path: string, scene: Record<string, string>): string {
  return path.replace(/:\w+/g, (name, at: number) => scene[`${path.slice(0, at).split("/").filter(Boolean).at(-1)}/${name}`] ?? scene[name]!);
}
