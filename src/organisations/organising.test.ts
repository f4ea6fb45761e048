import assert from "node:assert/strict";
import test from "node:test";
import type { Person } from "../../test/cast.ts";
import { addMeetUp, ask } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import { sql } from "../platform/db/sql.ts";
import { maskedAddress, readAddresses } from "./invitation.ts";
import { openJoinRequests } from "./join-request.sql.ts";
import { membershipsIn } from "./membership.sql.ts";
import { organisersOf } from "./organiser.sql.ts";
import { organisationBySlug, unitBySlugs } from "./unit.sql.ts";

const words = { name: "Hat Makers", code: "", line: "4", area: "Luton", summary: "For all who make hats", about: "", zone: "Europe/London", website: "hats.example", joinPolicy: "open" };

test("founding: a code is suggested and looked at, then the page stands", async () => {
  const { as, cast, house } = await fresh();
  assert.match((await as(cast.zoe).get("/organisations/new")).text, /value="Europe\/London" selected/);
  const first = await as(cast.zoe).post("/organisations/new", words);
  assert.equal(first.status, 422);
  assert.match(first.text, /We suggest HMA/);
  assert.match(first.text, /value="HMA"/);
  const founded = await as(cast.zoe).post("/organisations/new", { ...words, code: "hma" });
  assert.equal(founded.location, "/organisations/hat-makers");
  const unit = await organisationBySlug.one(house.db, "hat-makers");
  assert.deepEqual([unit.code, unit.line, unit.website, unit.memberCount], ["HMA", 4, "https://hats.example", 1]);
  assert.match((await as(cast.zoe).get("/organisations/hat-makers")).text, /For organisers/);
  assert.match((await as(cast.zoe).post("/organisations/new", { ...words, code: "TLG" })).text, /TLG is taken by another organisation/);
  assert.equal((await as(null).get("/organisations/new")).status, 303);
});

test("editing keeps the address; a new line reaches the members' stickers", async () => {
  const { as, cast, house } = await fresh();
  const typed = { ...words, name: "Fenbridge Circle of Librarians", code: "FLC", line: "5" };
  assert.equal((await as(cast.hal).post(`${cast.flc.path}/edit`, typed)).location, cast.flc.path);
  assert.match((await as(null).get(cast.flc.path)).text, /<h1>Fenbridge Circle of Librarians<\/h1>/);
  const { rows } = await house.db.query(sql`select line from person where id = ${cast.hal.id}`);
  assert.deepEqual(rows, [{ line: 5 }]);
  const wrong = await as(cast.hal).post(`${cast.flc.path}/edit`, { ...typed, name: "", summary: "still here" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Give it a name/);
  assert.match(wrong.text, /still here/);
});

test("units: made once however often pressed, renamed at the same address, closed and kept", async () => {
  const { as, cast, house } = await fresh();
  const typed = { kind: "group", name: "Maps and Plans", parentId: cast.tlg.id, area: "", summary: "Folding correctly", about: "", joinPolicy: "open" };
  const path = `${cast.tlg.path}/maps-and-plans`;
  const made = await Promise.all([1, 2, 3].map(() => as(cast.idris).post(`${cast.tlg.path}/units/new`, typed)));
  assert.deepEqual(made.map((answer) => answer.location), [path, path, path]);
  await as(cast.idris).post(`${path}/edit`, { ...typed, name: "Maps" });
  assert.match((await as(null).get(path)).text, /<h1>Maps<\/h1>/);
  await as(cast.nell).post(`${path}/joining`);
  await as(cast.idris).post(`${path}/closing`);
  const page = (await as(cast.zoe).get(path)).text;
  assert.match(page, /Closed on 7 July/);
  assert.doesNotMatch((await as(cast.nell).get(cast.tlg.path)).text, /maps-and-plans/);
  await as(cast.tomasz).post(`${path}/joining`);
  const unit = await unitBySlugs.one(house.db, cast.tlg.slug, "maps-and-plans");
  assert.equal(unit.memberCount, 1);
});

test("a branch's organiser looks after the branch and what is beneath it, and nothing else", async () => {
  const { as, cast, house, work } = await fresh();
  const gwen = as(cast.gwen);
  for (const tail of ["requests", "members", "organisers", "invitations", "edit", "units/new"]) {
    assert.equal((await gwen.get(`${cast.eastAnglia.path}/${tail}`)).status, 200, tail);
    assert.equal((await gwen.get(`${cast.committee.path}/${tail}`)).status, 200, tail);
    for (const other of [cast.wales, cast.tlg, cast.flc]) assert.equal((await gwen.get(`${other.path}/${tail}`)).status, 404, tail);
    assert.equal((await as(cast.nell).get(`${cast.eastAnglia.path}/${tail}`)).status, 404, tail);
    assert.equal((await as(cast.ada).get(`${cast.eastAnglia.path}/${tail}`)).status, 404, tail);
    assert.match((await as(null).get(`${cast.eastAnglia.path}/${tail}`)).location ?? "", /^\/sign-in/, tail);
  }
  // Not another unit's parent, not another unit's request, not a person from elsewhere
  const typed = { kind: "group", name: "Sneaky", parentId: cast.tlg.id, joinPolicy: "open" };
  assert.equal((await gwen.post(`${cast.eastAnglia.path}/units/new`, typed)).status, 404);
  await as(cast.zoe).post(`${cast.tlg.path}/joining`);
  const [request] = await openJoinRequests.many(house.db, cast.tlg.id);
  assert.equal((await gwen.post(`${cast.eastAnglia.path}/requests/${request!.id}`, { answer: "accept" })).status, 404);
  assert.equal((await gwen.post(`${cast.eastAnglia.path}/organisers`, { personId: cast.zoe.id })).status, 404);
  assert.equal((await gwen.post(`${cast.eastAnglia.path}/organisers`, { personId: cast.tomasz.id })).status, 303);
  await work();
  assert.equal((await as(cast.tomasz).get(`${cast.committee.path}/members`)).status, 200);
  assert.match((await as(cast.tomasz).get(cast.eastAnglia.path)).text, /You help organise it/);
});

test("organisers: by part of a name, once, and the last of an organisation stays", async () => {
  const { as, cast, house, work } = await fresh();
  const path = `${cast.flc.path}/organisers`;
  assert.match((await as(cast.hal).get(`${path}?q=ashw`)).text, /Make organiser/);
  assert.doesNotMatch((await as(cast.hal).get(`${path}?q=misaki`)).text, /Make organiser/);
  await as(cast.hal).post(`${path}/removal`, { personId: cast.hal.id });
  assert.equal((await organisersOf.many(house.db, cast.flc.id, null)).length, 1);
  await Promise.all([1, 2].map(() => as(cast.hal).post(path, { personId: cast.nell.id })));
  assert.equal((await organisersOf.many(house.db, cast.flc.id, null)).length, 2);
  await Promise.all([cast.hal, cast.nell].map((person) => as(person).post(`${path}/removal`, { personId: person.id })));
  assert.equal((await organisersOf.many(house.db, cast.flc.id, null)).length, 1);
  await work();
  const { rows } = await house.db.query(sql`select to_address as "to" from letter`);
  assert.deepEqual(rows, [{ to: cast.nell.address }]);
});

test("a committee: its members are asked by organisers, and may be let go", async () => {
  const { as, cast, house } = await fresh();
  const path = `${cast.committee.path}/members`;
  assert.match((await as(cast.gwen).get(`${path}?q=tomasz`)).text, /Add to the committee/);
  await Promise.all([1, 2].map(() => as(cast.gwen).post(path, { personId: cast.tomasz.id })));
  assert.equal((await as(cast.gwen).post(path, { personId: cast.hal.id })).status, 404);
  assert.match((await as(cast.nell).get(cast.tlg.path)).text, /Tomasz Wierzba/);
  const stranger = (await as(cast.zoe).get(cast.tlg.path)).text;
  assert.match(stranger, /3 people sit on it/);
  assert.doesNotMatch(stranger, /Tomasz Wierzba/);
  assert.equal((await as(cast.gwen).get(`${path}/${cast.tomasz.id}/removal`)).status, 200);
  await as(cast.gwen).post(`${path}/${cast.tomasz.id}/removal`);
  assert.deepEqual(await membershipsIn.many(house.db, cast.tomasz.id, [cast.committee.id]), []);
  assert.equal((await membershipsIn.many(house.db, cast.tomasz.id, [cast.tlg.id])).length, 1);
});

test("addresses as people paste them", () => {
  assert.deepEqual(readAddresses("Zoë Newcomb <zoe@example.org>, ZOE@example.org;\n hal@example.org\n"), { addresses: ["ZOE@example.org", "hal@example.org"], wrong: [] });
  assert.deepEqual(readAddresses("zoe(at)example.org, a@b").wrong, ["zoe(at)example.org", "a@b"]);
  assert.equal(maskedAddress("zoe@example.org"), "z…@example.org");
});

test("an invitation opens for whoever owns the address, once, whatever the way in; saying no is private", async () => {
  const { as, cast, house } = await fresh();
  const path = `${cast.committee.path}/invitations`;
  const typed = { addresses: `${cast.zoe.address}\n${cast.misaki.address}, ${cast.idris.address}`, note: "Do come" };
  assert.equal((await as(cast.gwen).post(path, { addresses: "zoe" })).status, 422);
  await Promise.all([1, 2].map(() => as(cast.gwen).post(path, typed)));
  const { rows } = await house.db.query(sql`select to_address as "to", body_text as "text" from letter order by to_address`);
  const letters = rows as { to: string; text: string }[];
  assert.deepEqual(letters.map((letter) => letter.to), [cast.misaki.address, cast.zoe.address]);
  const [misaki, zoe] = letters.map((letter) => /\/invitations\/\S+/.exec(letter.text)![0]);

  const stranger = (await as(null).get(zoe!)).text;
  assert.match(stranger, /z…@example\.org/);
  assert.doesNotMatch(stranger, /zoe@example/);
  assert.match((await as(cast.hal).get(zoe!)).text, /not an address of yours/);
  await as(cast.hal).post(`${zoe}/acceptance`);
  assert.deepEqual(await membershipsIn.many(house.db, cast.hal.id, [cast.committee.id]), []);
  await Promise.all([1, 2].map(() => as(cast.zoe).post(`${zoe}/acceptance`)));
  assert.equal((await membershipsIn.many(house.db, cast.zoe.id, [cast.committee.id, cast.tlg.id])).length, 2);
  assert.equal((await as(cast.zoe).get(zoe!)).status, 404);

  await as(cast.misaki).post(`${misaki}/refusal`);
  const list = (await as(cast.gwen).get(path)).text;
  assert.match(list, /misaki@example\.org/);
  // Inviting her again would tell them that she said no: she counts as invited
  await as(cast.gwen).post(path, { addresses: cast.misaki.address });
  assert.equal((await house.db.query(sql`select from letter`)).rowCount, 2);
});

test("a withdrawn invitation opens nothing", async () => {
  const { as, cast, house } = await fresh();
  await as(cast.hal).post(`${cast.flc.path}/invitations`, { addresses: cast.zoe.address });
  const [row] = (await house.db.query(sql`select i.id, l.body_text as "text" from invitation i, letter l`)).rows as { id: string; text: string }[];
  assert.equal((await as(cast.samir).post(`${cast.npn.path}/invitations/${row!.id}/withdrawal`)).status, 303);
  assert.match((await as(cast.hal).get(`${cast.flc.path}/invitations`)).text, /zoe@example\.org/);
  await as(cast.hal).post(`${cast.flc.path}/invitations/${row!.id}/withdrawal`);
  assert.equal((await as(cast.zoe).get(/\/invitations\/\S+/.exec(row!.text)![0])).status, 404);
});

test("members: organisers search and read on; an account's address is never shown, a list's is", async () => {
  const { as, cast, house } = await fresh();
  const at = house.clock.now();
  await house.db.query(sql`insert into person (id, name, imported_at, imported_by_unit, created_at, updated_at) values ('00000000-0000-7000-8000-000000000001', 'Ingrid Imported', ${at}, ${cast.flc.id}, ${at}, ${at})`);
  await house.db.query(sql`insert into email_address (person_id, address, created_at) values ('00000000-0000-7000-8000-000000000001', 'ingrid@example.org', ${at})`);
  await house.db.query(sql`insert into membership (person_id, unit_id, starts_on, source, created_at) values ('00000000-0000-7000-8000-000000000001', ${cast.flc.id}, '2026-01-01', 'imported', ${at})`);
  const list = (await as(cast.hal).get(`${cast.flc.path}/members`)).text;
  assert.match(list, /ingrid@example\.org/);
  assert.match(list, /From a list/);
  assert.doesNotMatch(list, /nell@example\.org/);
  assert.doesNotMatch((await as(cast.nell).get(cast.flc.path)).text, /Ingrid/);
  assert.doesNotMatch((await as(cast.hal).get(`${cast.flc.path}/members?q=ingr`)).text, /Nell Ashworth/);
  assert.match((await as(cast.hal).get(`${cast.flc.path}/members?q=%25`)).text, /Nothing found/);
});

test("the directory is found by words: of an organisation or of one of its units", async () => {
  const { as } = await fresh();
  const all = (await as(null).get("/organisations")).text;
  for (const name of ["The Library Guild", "Fenbridge Library Circle", "New Professionals Network"]) assert.match(all, new RegExp(name));
  const wales = (await as(null).get("/organisations?q=wales")).text;
  assert.match(wales, /The Library Guild/);
  assert.doesNotMatch(wales, /Fenbridge Library Circle/);
  assert.match((await as(null).get("/organisations?q=nothing%20like%20it")).text, /Nothing found/);
  assert.match((await as(null).get("/organisations?q=%25")).text, /Nothing found/);
});

test("the directory by kind, way in and town; nonsense is no filter; a long one comes in parts", async () => {
  const { as, cast, house } = await fresh();
  await ask(house, "update unit set area = 'Łódź, Fenbridge' where id = $1", [cast.eastAnglia.id]);
  const names = async (query: string) => {
    const { text } = await as(null).get(`/organisations${query}`);
    return [...text.slice(text.indexOf("<main")).matchAll(/<h3>.*?<a href="[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name);
  };
  const branches = await names("?kind=branch");
  assert.ok(branches.includes("East Anglia") && !branches.includes("The Library Guild"));
  assert.deepEqual(await names("?kind=branch&near=lodz"), ["East Anglia"]);
  assert.deepEqual(await names("?near=LODZ"), ["The Library Guild"], "by the town of a branch");
  assert.deepEqual(await names("?near=odz"), [], "a town is found from its beginning");
  assert.deepEqual(await names("?kind=moon&policy='&near=!!"), await names(""));
  assert.ok((await names("?policy=open")).length < (await names("")).length);
  await ask(house, "insert into unit (organisation_id, parent_id, kind, slug, name, path, created_at) select $1, $1, 'group', 'g' || n, 'Group ' || lpad(n::text, 3, '0'), array[$1::uuid], now() from generate_series(1, 120) n", [cast.flc.id]);
  const seen: string[] = [];
  for (let path: string | undefined = "/organisations?kind=group&q=circle"; path; ) {
    const { text } = await as(null).get(path);
    seen.push(...[...text.matchAll(/>(Group \d+)</g)].map(([, name]) => name!));
    path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
  }
  assert.deepEqual([seen.length, new Set(seen).size], [120, 120]);
});

test("friends of my networks: by shared meet-ups, and by people in fives, never fewer", async () => {
  const { as, cast, house, work } = await fresh();
  const friends = async (who: typeof cast.nell) => {
    await ask(house, "select graphile_worker.add_job('learn-friends')");
    await work();
    const { text } = await as(who).get("/organisations");
    return /<section aria-labelledby="friends">(.*?)<\/section>/s.exec(text)?.[1]?.replace(/<[^>]*>|\u2060/g, " ").replace(/\s+/g, " ") ?? "";
  };
  const join = (unitIds: string[], count: number) =>
    ask(house, `with made as (insert into person (name, claimed_at, created_at, updated_at) select 'Both', now(), now(), now() from generate_series(1, $2::int) returning id)
      insert into membership (person_id, unit_id, starts_on, source, created_at) select id, u, '2026-01-01', 'joined', now() from made, unnest($1::uuid[]) u`, [unitIds, count]);
  const alone = await friends(cast.misaki);
  assert.doesNotMatch(alone, /FLC/);
  await join([cast.npn.id, cast.flc.id], 3);
  assert.doesNotMatch(await friends(cast.misaki), /FLC/, "three would point at somebody");
  await join([cast.npn.id, cast.flc.id], 8);
  assert.match(await friends(cast.misaki), /FLC .*10 or more of its people are also in NPN/);
  const event = await addMeetUp(house, cast, { unit_id: cast.npn.id });
  await ask(house, "insert into event_host (event_id, unit_id, asked_by, asked_at, accepted_by, accepted_at) values ($1, $2, $3, now(), $3, now())", [event.id, cast.flc.id, cast.hal.id]);
  assert.match(await friends(cast.misaki), /FLC .*Has shared a meet-up with them/);
  await event.set({ audience: "members" });
  assert.doesNotMatch(await friends(cast.misaki), /shared a meet-up/);
  assert.equal((await as(null).get("/organisations")).text.includes("Friends of your networks"), false);
});

test("members by filters that live in the address, and a next part that stays right while others join", async () => {
  const { as, cast, house } = await fresh();
  const { tlg, wales } = cast;
  const at = house.clock.now().toString();
  await ask(
    house,
    `with added as (
       insert into person (id, name, imported_at, imported_by_unit, invited_at, created_at, updated_at)
       select uuidv7(), case when n = 60 then 'Élodie Ødegård' else 'Member ' || lpad(n::text, 2, '0') end, $2::timestamptz, $1::uuid, case when n <= 5 then $2::timestamptz end, $2::timestamptz, $2::timestamptz from generate_series(1, 60) n
       returning id)
     insert into membership (person_id, unit_id, starts_on, source, created_at) select id, $1::uuid, '2026-07-01', 'imported', $2::timestamptz from added`,
    [tlg.id, at],
  );
  const path = `${tlg.path}/members`;
  const names = async (query: string) => [...(await as(cast.idris).get(path + query)).text.matchAll(/<div class="who">.*?<bdi[^>]*>([^<]+)<\/bdi>/g)].map(([, name]) => name!);
  const [gwen, idris, nell, tomasz] = ["Gwen Prydderch", "Idris Okafor-Lund", "Nell Ashworth", "Tomasz Wierzba"] as const;
  assert.deepEqual(await names("?state=account"), [gwen, idris, nell, tomasz]);
  assert.deepEqual(await names("?state=invited"), ["Member 01", "Member 02", "Member 03", "Member 04", "Member 05"]);
  assert.deepEqual(await names("?in=east-anglia"), [gwen, idris, nell, tomasz]);
  assert.deepEqual(await names("?in=_none&state=account"), []);
  assert.deepEqual(await names("?role=organiser"), [gwen, idris]);
  assert.deepEqual(await names("?role=committee"), [gwen, idris]);
  assert.deepEqual(await names("?since=2026-07-01&q=elodie+odegard"), ["Élodie Ødegård"]);
  assert.equal((await names("?in=nowhere&state=odd&since=2026-06-31&role=king")).length, 50, "what cannot be read narrows nothing");
  assert.match((await as(cast.idris).get(`${path}?in=${wales.slug}`)).text, /Nobody here belongs to Wales yet/);
  assert.match((await as(cast.idris).get(`${path}?state=imported`)).text, /55 members fit that/);
  assert.equal((await as(cast.gwen).get(`${path}?state=account`)).status, 404, "of the branch only");

  const first = await as(cast.idris).get(`${path}?since=2026-01-01`);
  const next = /href="([^"]+after=[^"]+)"/.exec(first.text)![1]!.replaceAll("&amp;", "&");
  assert.match(next, /since=2026-01-01/);
  await ask(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-07-02', 'joined', $3)", [cast.hal.id, tlg.id, at]);
  const last = [...first.text.matchAll(/<div class="who">.*?<bdi[^>]*>([^<]+)<\/bdi>/g)].at(-1)![1]!;
  assert.deepEqual((await names(next.slice(path.length)))[0], `Member ${String(Number(last.slice(7)) + 1).padStart(2, "0")}`, "Hal came in before, and moved nobody");

  const list = `${tlg.path}/list`;
  const listed = async (query: string) => (await as(cast.idris).get(list + query)).text.match(/name="person"/g)?.length ?? 0;
  assert.deepEqual([await listed("?state=invited"), await listed("?state=no-address"), await listed("?state=silent"), await listed("?q=odegard")], [5, 50, 0, 1]);
  const more = /href="([^"]+after=[^"]+)"/.exec((await as(cast.idris).get(`${list}?state=no-address`)).text)![1]!.replaceAll("&amp;", "&");
  assert.equal(await listed(more.slice(list.length)), 5);
  assert.match((await as(cast.idris).get(`${list}?state=silent`)).text, /wants no letters/);
});

test("members find one another by name on the page of their branch", async () => {
  const { as, cast } = await fresh();
  const found = (await as(cast.nell).get(`${cast.eastAnglia.path}?q=tomasz`)).text;
  assert.match(found.slice(found.indexOf('id="members"')), /Tomasz Wierzba/);
  assert.doesNotMatch(found.slice(found.indexOf('id="members"')), /Gwen Prydderch/);
  assert.match((await as(cast.nell).get(`${cast.eastAnglia.path}?q=nobody-like-that`)).text, /Try only the beginning of the name/);
  assert.doesNotMatch((await as(cast.zoe).get(`${cast.eastAnglia.path}?q=tomasz`)).text, /Tomasz Wierzba/);
});

test("the log of an organisation says what its organisers changed, with the values that are no secret, and nothing of what members do", async () => {
  const { as, cast } = await fresh();
  const edit = formIn((await as(cast.gwen).get(`${cast.eastAnglia.path}/edit`)).text);
  assert.equal((await as(cast.gwen).post(`${cast.eastAnglia.path}/edit`, { ...edit, name: "East of England", joinPolicy: "request", summary: "New words" })).status, 303);
  await as(cast.zoe).post(`${cast.tlg.path}/joining`);
  const plain = async (person: Person, path: string) => (await as(person).get(path)).text.replace(/<[^>]+>/g, "");
  for (const path of [`${cast.eastAnglia.path}/log`, `${cast.tlg.path}/log`]) {
    const said = await plain(cast.idris, path);
    for (const words of ["Name: from East Anglia to East of England", "The way in: from Open to everybody to On request", "Changed too: the short words about it", "Gwen Prydderch"]) assert.ok(said.includes(words), `${path}: ${words}`);
    assert.doesNotMatch(said, /Zo\u00eb/);
  }
  assert.equal((await as(cast.gwen).get(`${cast.tlg.path}/log`)).status, 404, "above her branch");
  assert.equal((await as(cast.nell).get(`${cast.eastAnglia.path}/log`)).status, 404);
});
