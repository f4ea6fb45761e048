import assert from "node:assert/strict";
import test from "node:test";
import type { Person } from "../../test/cast.ts";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { idFrom } from "../platform/ids.ts";
import { knownAddress, readKnownFilter, readKnownPlace } from "./people-known.ts";

const PAST = { starts_at: "2026-06-01T16:30:00Z", ends_at: "2026-06-01T20:00:00Z" };

async function connected({ house }: Fresh, one: Person, other: Person, accepted = true) {
  await ask(house, "insert into connection (asker_id, asked_id, asked_at, accepted_at) values ($1, $2, $3, $4)", [one.id, other.id, NOW.toString(), accepted ? NOW.toString() : null]);
}

async function onCommittee({ house, cast }: Fresh, person: Person) {
  await ask(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-01-01', 'invited', $3)", [person.id, cast.committee.id, NOW.toString()]);
}

/** The names on the list in its order, without those who ask, and the whole page. */
async function listed({ as }: Fresh, viewer: Person, path = "/people") {
  const { text } = await as(viewer).get(path);
  const list = text.slice(text.indexOf('id="list"'));
  return { text: list, names: [...list.matchAll(/<b><a href="\/people\/[^"]+"><bdi[^>]*>([^<]+)</g)].map(([, name]) => name!), more: /href="([^"]+)" rel="next"/.exec(list)?.[1]?.replaceAll("&amp;", "&") };
}

test("the closest first, and why: connected, on the same committee; evenings and organisations in common decide among equals", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  await onCommittee(server, cast.nell);
  await connected(server, cast.nell, cast.samir);
  await connected(server, cast.hal, cast.nell);
  const [first, second, secret, later] = [await addMeetUp(house, cast, PAST), await addMeetUp(house, cast, { ...PAST, title: "Another" }), await addMeetUp(house, cast, { ...PAST, title: "Unnamed", names_for: "organisers" }), await addMeetUp(house, cast)];
  const off = await addMeetUp(house, cast, { ...PAST, title: "Off", cancelled_at: "2026-05-30T09:00:00Z" });
  for (const meetUp of [first, second, secret, later, off]) await meetUp.answers("going", cast.nell, cast.idris, cast.samir);
  await first.answers("going", cast.tomasz, cast.misaki);
  await ask(house, "update rsvp set is_unlisted = true where event_id = $1 and person_id = any($2)", [first.id, [cast.misaki.id]]);
  await ask(house, "update rsvp set is_unlisted = true where event_id = $1 and person_id = any($2)", [second.id, [cast.samir.id]]);

  const { text, names } = await listed(server, cast.nell);
  assert.deepEqual(names, ["Samir Haddad-Wren", "Hal Thistlewood", "Idris Okafor-Lund", "Gwen Prydderch"]);
  assert.match(text, /Samir[^]*?Connected since[^]*?At one of the same meet-ups[^]*?New Professionals Network/, "not the evening where he was unnamed, nor one whose names nobody sees, nor one to come, nor one that was called off");
  assert.match(text, /Idris[^]*?You serve together on East Anglia committee[^]*?At 2 of the same meet-ups[^]*?The Library Guild/);
  assert.deepEqual((await listed(server, cast.nell, "/people?show=committee")).names, ["Idris Okafor-Lund", "Gwen Prydderch"]);
  assert.deepEqual((await listed(server, cast.nell, "/people?show=connected&q=hádd")).names, ["Samir Haddad-Wren"], "accents do not matter");
  assert.deepEqual((await listed(server, cast.nell, "/people?q=%40gwen%40guild")).names, ["Gwen Prydderch"], "by handle");
  assert.deepEqual((await listed(server, cast.nell, "/people?show=together")).names, ["Samir Haddad-Wren", "Idris Okafor-Lund", "Tomasz Wierzba"], "and nobody who came unnamed");
  assert.deepEqual((await listed(server, cast.misaki, "/people?show=together")).names, [], "nor does whoever came unnamed find the others");
  assert.match((await listed(server, cast.nell, "/people?q=xyz%25")).text, /Nobody like that/);

  await as(cast.nell).post(`/people/${cast.tomasz.id}/connection`);
  assert.deepEqual((await listed(server, cast.nell, "/people?show=waiting")).names, ["Tomasz Wierzba"]);
  assert.match((await listed(server, cast.tomasz, "/people?show=waiting")).text, /Nell Ashworth[^]*?Asked you on[^]*?Yes, connect us/);
  await as(cast.tomasz).post(`/people/${cast.nell.id}/connection/refusal`);
  assert.deepEqual((await listed(server, cast.nell, "/people?show=waiting")).names, ["Tomasz Wierzba"], "a refusal looks like waiting");
  assert.deepEqual((await listed(server, cast.tomasz, "/people?show=waiting")).names, []);

  await as(cast.samir).post(`/people/${cast.nell.id}/hiding`, { kind: "block" });
  for (const show of ["known", "connected", "together", "waiting"]) assert.doesNotMatch((await listed(server, cast.nell, `/people?show=${show}`)).text, /Samir/);
  await ask(house, "update person set hidden_at = $2 where id = $1", [cast.gwen.id, NOW.toString()]);
  assert.doesNotMatch((await listed(server, cast.nell)).text, /Gwen/, "suspended, with what they wrote");
});

test("paging shows each once, also while people are added", async () => {
  const server = await fresh();
  const { cast, house } = server;
  const crowd = async (from: number, until: number) =>
    ask(
      house,
      `with made as (insert into person (id, name, claimed_at, created_at, updated_at) select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Reader ' || (n % 7) || ' ' || n, $3, $3, $3 from generate_series($1::int, $2) n returning id)
       insert into connection (asker_id, asked_id, asked_at, accepted_at) select id, $4, $3, $3 from made`,
      [from, until, NOW.toString(), cast.nell.id],
    );
  await crowd(1, 90);
  const seen: string[] = [];
  for (let path: string | undefined = "/people"; path; ) {
    const { names, more } = await listed(server, cast.nell, path);
    seen.push(...names);
    if (path === "/people") await crowd(91, 97); // each of them after somebody who has been shown, or before
    path = more;
  }
  assert.equal(new Set(seen).size, seen.length, "nobody twice");
  assert.equal(seen.filter((name) => Number(name.split(" ")[2]) <= 90).length, 90, "nobody left out");
  assert.match((await listed(server, cast.nell, "/people?after=9_0_0_00000000-0000-4000-8000-000000000001")).text, /Nobody further on/);
  assert.equal((await listed(server, cast.nell, "/people?after=1_0_nonsense&show=everything")).names.length, 40);
});

test("an address that was written is read again", () => {
  const id = idFrom("somebody");
  const url = new URL(knownAddress({ show: "together", q: "a & b_c" }, { tier: 3, together: 2, shared: 1, id }), "http://localhost");
  const query = (name: string) => url.searchParams.get(name) ?? undefined;
  assert.deepEqual(readKnownFilter(query), { show: "together", q: "a & b_c" });
  assert.deepEqual(readKnownPlace(query("after")), { tier: 3, together: 2, shared: 1, id });
});

test("a note is for whoever is asked, and is gone with the question", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  const [nell, gwen] = [as(cast.nell), as(cast.gwen)];
  const at = (person: Person, what = "") => `/people/${person.id}/connection${what}`;
  const kept = async () => (await ask(house, "select note from connection")).rows.map(({ note }) => note);
  const long = await nell.post(at(cast.gwen), { note: `The tea urn ${"!".repeat(300)}` });
  assert.equal(long.status, 422);
  assert.match(long.text, /Shorten the note[^]*The tea urn !!/, "and what was typed is kept");
  for (const answer of ["/refusal", "/acceptance"]) {
    await nell.post(at(cast.gwen), { note: "We shared <the> tea urn" });
    for (const path of ["/people", `/people/${cast.nell.id}`]) assert.match((await gwen.get(path)).text, /We shared &lt;the&gt; tea urn/);
    for (const path of ["/people", "/people?show=waiting", `/people/${cast.gwen.id}`]) assert.doesNotMatch((await nell.get(path)).text, /tea urn/);
    await gwen.post(at(cast.nell, answer));
    assert.deepEqual(await kept(), [null], answer);
    if (answer === "/refusal") await ask(house, "delete from connection");
  }
  await nell.post(at(cast.gwen, "/end"));
  await nell.post(at(cast.gwen), { note: "Once more" });
  assert.deepEqual(await kept(), ["Once more"]);
  await nell.post(at(cast.gwen, "/withdrawal"));
  assert.deepEqual(await kept(), [null]);
});
