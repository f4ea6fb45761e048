/** The event's page: who sees what. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { sql } from "../platform/db/sql.ts";

test("who sees names, notes, the link and the tabs", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast, { online_url: "https://meet.example.org/secret" });
  await event.answers("going", cast.tomasz, cast.misaki);
  const see = async (person: (typeof cast)["nell"] | null) => {
    const { status, text } = await as(person).get(event.path);
    assert.equal(status, 200);
    return {
      names: text.includes("Tomasz Wierzba"),
      notes: text.includes("side door</strong>"),
      talk: text.includes("oddest thing"),
      link: text.includes("https://meet.example.org/secret"),
      tabs: text.includes(`${event.path}/edit`),
      count: text.includes("2 in the room, 0 online") && text.includes("58 places left in the room"),
    };
  };
  const counts = { names: false, notes: false, talk: false, link: false, tabs: false, count: true };
  const inside = { ...counts, names: true, notes: true, talk: true };
  assert.deepEqual(await see(null), counts, "a stranger");
  assert.deepEqual(await see(cast.zoe), counts, "somebody in no organisation");
  assert.deepEqual(await see(cast.hal), counts, "an organiser of another network");
  assert.deepEqual(await see(cast.nell), inside, "a member of the organisation");
  assert.deepEqual(await see(cast.misaki), { ...inside, link: true }, "an outsider who comes");
  assert.deepEqual(await see(cast.tomasz), { ...inside, link: true }, "a member who comes");
  assert.deepEqual(await see(cast.gwen), { ...inside, tabs: true }, "an organiser of the host");
  assert.deepEqual(await see(cast.idris), { ...inside, tabs: true }, "an organiser above it");
});

test("a draft is there for its organisers only", async () => {
  const { house, as, cast } = await fresh();
  const draft = await addMeetUp(house, cast, { published_at: null });
  for (const person of [null, cast.zoe, cast.nell, cast.hal, cast.samir]) assert.equal((await as(person).get(draft.path)).status, 404, person?.name ?? "a stranger");
  const { status, text } = await as(cast.gwen).get(draft.path);
  assert.equal(status, 200);
  assert.match(text, /Not published yet/);
  assert.match(text, /noindex/);
});

test("people you know are those connected, or on the same committee now, with why", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const at = house.clock.now().toString();
  await event.answers("going", cast.idris, cast.tomasz, cast.hal, cast.samir);
  await ask(
    house,
    `insert into connection (asker_id, asked_id, asked_at, accepted_at, ended_at)
     values ($1, $2, $5, $5, null), ($3, $1, $5, null, null), ($4, $1, $5, $5, $5)`,
    [cast.gwen.id, cast.hal.id, cast.tomasz.id, cast.samir.id, at],
  );
  const known = async () => {
    const { text } = await as(cast.gwen).get(event.path);
    const part = text.slice(text.indexOf('id="know"'), text.indexOf('id="icebreaker"'));
    return [...part.matchAll(/<bdi>([^<@]+)<\/bdi>/g)].map(([, name]) => name);
  };
  assert.deepEqual(await known(), ["Idris Okafor-Lund", "Hal Thistlewood"], "asked and ended ones are not known; sharing a branch is not knowing");
  assert.match((await as(cast.gwen).get(event.path)).text, /East Anglia committee, with you/);

  await ask(house, "update membership set ends_on = current_date + 1 where person_id = $1 and unit_id = $2", [cast.idris.id, cast.committee.id]);
  assert.deepEqual(await known(), ["Hal Thistlewood"], "they served together, but do not any more");
  await ask(house, "update rsvp set is_unlisted = true where person_id = $1", [cast.hal.id]);
  assert.deepEqual(await known(), []);
});

test("whoever asked not to be listed is counted, and named to organisers only", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  await event.answers("going", cast.gwen);
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "going", unlisted: "yes" });
  const page = await as(cast.nell).get(event.path);
  assert.match(page.text, /2 coming/);
  assert.match(page.text, /One person has asked not to be listed/);
  for (const path of [event.path, `${event.path}/people`]) assert.doesNotMatch((await as(cast.nell).get(path)).text, /Tomasz/);
  assert.match((await as(cast.tomasz).get(event.path)).text, /You are counted, but not listed/);
  const organiser = await as(cast.gwen).get(`${event.path}/people`);
  assert.match(organiser.text, /Tomasz Wierzba/);
  assert.match(organiser.text, /Not listed/);
});

test("everyone coming, a page at a time; organisers see answers, times and the line, never who said no", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: 200 });
  const crowd = Array.from({ length: 70 }, (_, i) => ({ id: crypto.randomUUID(), name: `Reader ${i + 1}.`, address: "", token: "" }));
  const at = house.clock.now().toString();
  await ask(house, "insert into person (id, name, claimed_at, created_at, updated_at) select id, name, $3, $3, $3 from unnest($1::uuid[], $2::text[]) as p (id, name)", [crowd.map(({ id }) => id), crowd.map(({ name }) => name), at]);
  await event.answers("going", ...crowd);
  await event.answers("waitlisted", cast.hal, cast.samir);
  await event.answers("maybe", cast.misaki);
  await event.answers("not_going", cast.zoe);

  const people = `${event.path}/people`;
  for (const person of [cast.zoe, cast.hal]) assert.equal((await as(person).get(people)).status, 404);
  assert.equal((await as(null).get(people)).status, 303);
  const first = (await as(cast.nell).get(people)).text;
  assert.match(first, /Reader 60\./);
  assert.doesNotMatch(first, /Reader 61\.|Hal Thistlewood|佐藤/);
  const next = /href="([^"]+after=\d+)"/.exec(first)![1]!.replaceAll("&amp;", "&");
  const second = (await as(cast.nell).get(next)).text;
  assert.match(second, /Reader 61\.[\s\S]*Reader 70\./);
  assert.doesNotMatch(second, /Show more/);

  const all = (await as(cast.gwen).get(people)).text;
  assert.match(all, /Hal Thistlewood[\s\S]*First in line[\s\S]*Samir Haddad-Wren[\s\S]*Second in line/);
  assert.match(all, /佐藤 美咲/);
  assert.match(all, /One person can&#39;t make it. We do not say who|One person can't make it. We do not say who/);
  assert.doesNotMatch(all, /Zoë/);
});

test("the time somewhere else is said to whoever is there", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  assert.doesNotMatch((await as(cast.nell).get(event.path)).text, /For you in/);
  await ask(house, "update person set zone = 'America/New_York' where id = $1", [cast.nell.id]);
  assert.match((await as(cast.nell).get(event.path)).text, /17:30 to 21:00<\/time>[\s\S]{0,200}For you in New York that is Thursday 9 July, 12:30/);
});

test("signed in, the page costs four statements; for a stranger none on a hit", async () => {
  const { house, as, app, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  await event.answers("going", cast.nell, cast.gwen, cast.idris);
  await as(cast.nell).get(event.path);
  const counted = count(house);
  await as(cast.nell).get(event.path);
  assert.equal(counted(), 4, "the session, how she stands to the event, its people, the messages; what all see alike is kept for a second");
  const stranger = () => app.request(`http://localhost:3000${event.path}`, { headers: { "accept-encoding": "gzip" } });
  await stranger();
  const before = counted();
  assert.equal((await stranger()).status, 200);
  assert.equal(counted(), before);
});

test("what is kept of an event is no older than what was done to it", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const page = async () => (await as(cast.nell).get(event.path)).text;
  await event.answers("going", cast.tomasz);
  assert.match(await page(), /Old Reading Room/);
  await ask(house, "update event set title = 'By another process', going_count = 2 where id = $1", [event.id]);
  assert.match(await page(), /By another process/);
  await house.db.transaction((tx) => tx.query(sql`update venue set name = 'The room next door' where id = (select venue_id from event where id = ${event.id})`));
  assert.match(await page(), /The room next door/);
  await ask(house, "update venue set name = 'By another process' where id = (select venue_id from event where id = $1)", [event.id]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.doesNotMatch(await page(), /The room next door/);
});

function count(house: Parameters<typeof ask>[0]): () => number {
  const { db } = house;
  const query = db.query.bind(db);
  let n = 0;
  db.query = (statement) => (n++, query(statement));
  return () => n;
}
