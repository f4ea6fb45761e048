import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { bring } from "../../test/bring.ts";
import type { Person } from "../../test/cast.ts";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { idFrom } from "../platform/ids.ts";
import { openLog } from "../platform/log.ts";
import { highlighted } from "./highlight.ts";
import { pageOfParts, readPlace, wordsOf, writePlace } from "./search.ts";
import type { Page, Place } from "./search.ts";

/** Names and titles in the order of the page, and the address of the next one. */
async function look({ as }: Fresh, person: Person | null, q: string, more: Record<string, string> = {}): Promise<{ found: string[]; next: string | null; text: string }> {
  return read(await as(person).get(`/search?${new URLSearchParams({ q, ...more })}`));
}

function read({ status, text }: { status: number; text: string }) {
  assert.equal(status, 200);
  const main = text.slice(text.indexOf("<main"));
  const found = [...main.matchAll(/<a href="\/(?:people|events|organisations)\/[^"]+">(.*?)<\/a>/g)].map(([, words]) => words!.replace(/<[^>]*>|\u2060/g, ""));
  return { found, next: /href="([^"]*)" rel="next"/.exec(main)?.[1]?.replaceAll("&amp;", "&") ?? null, text };
}

async function addPerson({ house }: Fresh, name: string, unitIds: string[], more: Record<string, unknown> = {}): Promise<string> {
  const id = idFrom(`found ${name}`);
  const row = { id, name, claimed_at: "2026-01-01T00:00Z", created_at: "2026-01-01T00:00Z", updated_at: "2026-01-01T00:00Z", ...more };
  await ask(house, `insert into person (${Object.keys(row).join()}) values (${Object.keys(row).map((_, i) => `$${i + 1}`).join()})`, Object.values(row));
  for (const unitId of unitIds) await ask(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-01-01', 'joined', now())", [id, unitId]);
  return id;
}

test("a name is found by its beginning, without its accents, from any of its words, in either script, and by its handle", async () => {
  const home = await fresh();
  const { cast } = home;
  await addPerson(home, "Łucja Mary-Ann O’Brien", [cast.tlg.id], { known_by: "@lucy@reading.example" });
  await addPerson(home, "鈴木結衣", [cast.tlg.id], { latin_name: "Yui Suzukī" });
  await addPerson(home, "Алёна Königová", [cast.tlg.id]);
  for (const [typed, name] of Object.entries({
    luc: "Łucja Mary-Ann O’Brien", "lucja mary": "Łucja Mary-Ann O’Brien", OBRIEN: "Łucja Mary-Ann O’Brien", "o'brien luc": "Łucja Mary-Ann O’Brien", "lucja obr": "Łucja Mary-Ann O’Brien",
    "obr lu": "Łucja Mary-Ann O’Brien", "@lucy@reading": "Łucja Mary-Ann O’Brien", 結衣: "鈴木結衣", 鈴: "鈴木結衣", "suzuki y": "鈴木結衣", ален: "Алёна Königová", konigo: "Алёна Königová",
  })) assert.deepEqual((await look(home, cast.nell, typed, { kind: "people" })).found, [name], typed);
  for (const typed of ["ucja", "木鈴", "'; drop", "%", "!!!", "\\", "'", ":"]) assert.deepEqual((await look(home, cast.nell, typed, { kind: "people" })).found, [], typed);
});

test("nobody is found by whom their page is not for; and by nobody when they hid, left or were taken away", async () => {
  const home = await fresh();
  const { cast, house, as } = home;
  await bring(home, cast.gwen, cast.eastAnglia.path, "Name,Email\nListed Lovelace,listed@example.org\n");
  const everyone = [null, cast.ada, cast.nell, cast.gwen, cast.idris, cast.hal, cast.samir, cast.tomasz, cast.misaki, cast.zoe];
  const ids = (await ask(house, "select id, name from person")).rows as { id: string; name: string }[];
  for (const viewer of everyone)
    for (const { id, name } of ids) {
      const isFound = (await look(home, viewer, name, { kind: "people" })).text.includes(`/people/${id}"`);
      const opens = viewer !== null && (await as(viewer).get(`/people/${id}`)).status === 200;
      assert.equal(isFound, opens, `${viewer?.name} looks for ${name}`);
    }
  assert.deepEqual((await look(home, cast.nell, "Gwen")).found, ["Gwen Prydderch"]);
  await ask(house, "insert into hiding (person_id, other_id, kind, since_at) values ($1, $2, 'block', now()) on conflict do nothing", [cast.gwen.id, cast.nell.id]);
  assert.deepEqual((await look(home, cast.nell, "Gwen")).found, []);
  await ask(house, "update person set hidden_at = now() where id = $1", [cast.idris.id]);
  assert.deepEqual((await look(home, cast.nell, "Idris")).found, []);
  await ask(house, "update membership set ends_on = current_date where person_id = $1", [cast.tomasz.id]);
  assert.deepEqual((await look(home, cast.nell, "Tomasz")).found, []);
  await ask(house, "delete from person where id = $1", [cast.tomasz.id]);
  assert.equal((await ask(house, "select from person_found_by where person_id = $1 or words like '%wierzba%'", [cast.tomasz.id])).rowCount, 0);
});

test("a handle is found by those alone who are shown it", async () => {
  const home = await fresh();
  const { cast, house } = home;
  await addPerson(home, "Somebody", [cast.tlg.id]);
  for (const [audience, others] of [["everyone", ["Somebody"]], ["networks", ["Somebody"]], ["known", []], ["me", []]] as const) {
    await ask(house, "delete from handle where person_id = $1", [idFrom("found Somebody")]);
    await ask(house, "insert into handle (person_id, network, value, audience, created_at) values ($1, 'github', 'quietquill', $2, now())", [idFrom("found Somebody"), audience]);
    assert.deepEqual((await look(home, cast.nell, "quietq")).found, others, audience);
  }
});

test("events: only those that one may find; a place that is told later is not found by its name", async () => {
  const home = await fresh();
  const { cast } = home;
  const event = await addMeetUp(home.house, cast);
  const seen = async (q: string) => {
    const found: Record<string, boolean> = {};
    for (const [name, viewer] of Object.entries({ stranger: null, zoe: cast.zoe, nell: cast.nell, gwen: cast.gwen })) found[name] = (await look(home, viewer, q)).text.includes(event.path);
    return Object.entries(found).filter(([, is]) => is).map(([name]) => name).join();
  };
  assert.equal(await seen("meetup summer"), "stranger,zoe,nell,gwen");
  assert.equal(await seen("sandwiches fenbridge"), "stranger,zoe,nell,gwen");
  await event.set({ audience: "members" });
  assert.equal(await seen("meet-up"), "nell,gwen");
  await event.set({ audience: "unlisted" });
  assert.equal(await seen("meet-up"), "gwen");
  await event.set({ audience: "invited" });
  assert.equal(await seen("meet-up"), "gwen");
  await event.set({ audience: "everyone", title: "Summer", place_for: "coming" });
  assert.equal(await seen("reading room"), "");
  assert.equal(await seen("summer fenb"), "stranger,zoe,nell,gwen");
  await event.set({ published_at: null });
  assert.equal(await seen("summer"), "");
});

test("what is to come stands before the past, and one's own networks before others", async () => {
  const home = await fresh();
  const { cast, house } = home;
  const at = (title: string, day: string, unitId: string) => addMeetUp(house, cast, { title, unit_id: unitId, starts_at: `${day}T17:00Z`, ends_at: `${day}T19:00Z` });
  await at("Maps, long ago", "2026-01-09", cast.eastAnglia.id);
  await at("Maps, lately", "2026-06-09", cast.npn.id);
  await at("Maps, soon and elsewhere", "2026-07-08", cast.npn.id);
  await at("Maps, later and mine", "2026-08-09", cast.eastAnglia.id);
  const order = ["Maps, later and mine", "Maps, soon and elsewhere", "Maps, lately", "Maps, long ago"];
  assert.deepEqual((await look(home, cast.tomasz, "maps", { kind: "events" })).found, order);
});

test("pages stay right while rows come and go", async () => {
  const home = await fresh();
  const { cast, as } = home;
  await ask(
    home.house,
    `with made as (insert into person (name, claimed_at, created_at, updated_at) select 'Quill ' || chr(97 + n % 26) || n, now(), now(), now() from generate_series(1, 45) n returning id, name)
     insert into membership (person_id, unit_id, starts_on, source, created_at)
     select id, $1::uuid, '2026-01-01'::date, 'joined', now() from made
     union all select id, $2::uuid, '2026-01-01', 'joined', now() from made where name like '%3'`,
    [cast.tlg.id, cast.eastAnglia.id],
  );
  const seen: string[] = [];
  let page = await look(home, cast.nell, "quill", { kind: "people" });
  seen.push(...page.found);
  await addPerson(home, "Quill a000", [cast.tlg.id, cast.eastAnglia.id]);
  await addPerson(home, "Quill zzz", [cast.tlg.id]);
  while (page.next) seen.push(...(page = read(await as(cast.nell).get(page.next))).found);
  assert.equal(seen.length, 46);
  assert.equal(new Set(seen).size, 46);
  assert.ok(seen.includes("Quill zzz") && !seen.includes("Quill a000"));
});

test("what was looked for is in no log, not even when the search fails, and in no table", async () => {
  const { house, as, cast } = await fresh();
  const lines: unknown[] = [];
  const names = ["debug", "info", "warn", "error", "log"] as const;
  const kept = names.map((name) => console[name]);
  for (const name of names) console[name] = (...words) => void lines.push(...words);
  openLog("debug");
  try {
    await as(cast.nell).get("/search?q=unmistakable&kind=people");
    await ask(house, "alter table event_found_by rename to gone");
    assert.equal((await as(cast.nell).get("/search?q=unmistakable")).status, 500);
  } finally {
    names.forEach((name, i) => (console[name] = kept[i]!));
    openLog("off");
  }
  assert.match(lines.join("\n"), /"\/search"/);
  assert.doesNotMatch(lines.join("\n"), /unmistakable/);
  const { rows } = await ask(house, "select query_to_xml(format('select * from %s t where t::text like %L', c.oid::regclass, '%unmistakable%'), true, true, '')::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')");
  assert.doesNotMatch(JSON.stringify(rows), /unmistakable/);
});

test("a misspelt name is guessed, but only as somebody whom this viewer finds", async () => {
  const home = await fresh();
  const { cast, house, work } = home;
  await ask(house, "select graphile_worker.add_job('learn-words')");
  await work();
  const nell = await look(home, cast.nell, "Prydrech");
  assert.deepEqual(nell.found, ["Gwen Prydderch"]);
  assert.match(nell.text, /Nothing is called “Prydrech”/);
  assert.deepEqual((await look(home, cast.misaki, "Prydrech")).found, []);
  assert.doesNotMatch((await look(home, cast.misaki, "Prydrech")).text, /prydderch/i);
});

test("words that were looked for light up as far as they were typed", () => {
  const lit = (text: string, folded: string) => highlighted(text, wordsOf(folded)).map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece)).join("");
  assert.equal(lit("Łucja O’Brien", "luc obr"), "[Łuc]ja [O’Br]ien");
  assert.equal(lit("読書会 <b>", "書 会"), "読[書会] <b>");
  assert.equal(lit("Straße", "stras"), "[Straß]e");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, typed) => highlighted(text, wordsOf(typed)).map((piece) => piece.text).join("") === text));
});

test("a place in a list is read as it was written; anything else is the first page", async () => {
  fc.assert(
    fc.property(fc.nat(9), fc.string({ maxLength: 100 }).filter((by) => !by.includes("\0")), (part, by) => {
      const place = { part, by, id: idFrom("place") };
      assert.deepEqual(readPlace(writePlace(place)), place);
    }),
  );
  for (const nonsense of [undefined, "", "1", "1_x_y", `x_${idFrom("place")}_`, `1_${idFrom("place")}_\0`]) assert.equal(readPlace(nonsense), null);
  const part = (from: number, to: number) => async (after: { by: string }, limit: number) =>
    Array.from({ length: to - from }, (_, i) => ({ by: String.fromCharCode(97 + from + i), id: idFrom("place") })).filter(({ by }) => by > after.by).slice(0, limit);
  const all: string[] = [];
  let next: Place | null = null;
  do {
    const page: Page<{ by: string }> = await pageOfParts([part(0, 3), part(3, 3), part(3, 8)], next, 2);
    all.push(...page.rows.map(({ by }) => by));
    next = page.next;
  } while (next);
  assert.equal(all.join(""), "abcdefgh");
});
