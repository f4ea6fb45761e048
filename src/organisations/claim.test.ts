/** The owner of an address meets the list that has it. */
import assert from "node:assert/strict";
import test from "node:test";
import pg from "pg";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { afterSignIn } from "../people/sign-in.actions.ts";
import { isoDates, bring } from "../../test/bring.ts";

async function sql<T = Record<string, unknown>>(home: Fresh, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ ...home.house.db.connection, types: isoDates });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}

const listedId = async (home: Fresh, name: string) => (await sql<{ id: string }>(home, "select id from person where name = $1 and claimed_at is null", [name]))[0]!.id;

test("joining merges the list's row into one's own person, with consent and with its periods", async () => {
  const home = await fresh();
  const { as, cast, house } = home;
  await bring(home, cast.gwen, cast.eastAnglia.path, "Name,Email,Employer,Town,Pronouns,Member since\nZoe N.,ZOE@example.org,County Archive,Ely,she/her,2014-02-03\n");
  await sql(home, "update person set employer = 'Her own words' where id = $1", [cast.zoe.id]);
  assert.equal(await afterSignIn(house, cast.zoe.id, "/events"), "/welcome/lists?next=%2Fevents");
  assert.equal(await afterSignIn(house, cast.misaki.id, "/events"), "/events");

  const page = await as(cast.zoe).get("/welcome/lists?next=/events");
  assert.match(page.text, /The Library Guild/);
  assert.match(page.text, /has .*zoe@example\.org.* on its list as .*Zoe N\./s);
  assert.match(page.text, /3 February 2014/);
  assert.doesNotMatch((await as(cast.misaki).get("/welcome/lists")).text, /Zoe N\./);
  const id = await listedId(home, "Zoe N.");
  await as(cast.misaki).post(`/welcome/lists/${id}`, { answer: "join" });
  assert.deepEqual(await sql(home, "select merged_into_id from person where id = $1", [id]), [{ merged_into_id: null }], "somebody else's answer does nothing");

  for (const _ of ["once", "twice"]) assert.equal((await as(cast.zoe).post(`/welcome/lists/${id}`, { answer: "join", next: "/events" })).location, "/events");
  assert.deepEqual(await sql(home, "select name, employer, home_area, pronouns, line from person where id = $1", [cast.zoe.id]), [{ name: "Zoë Newcomb", employer: "Her own words", home_area: "Ely", pronouns: "she/her", line: 1 }]);
  assert.deepEqual(await sql(home, "select name, employer, home_area, merged_into_id from person where id = $1", [id]), [{ name: "-", employer: null, home_area: null, merged_into_id: cast.zoe.id }]);
  assert.deepEqual(
    await sql(home, "select u.slug, m.starts_on as since, m.ends_on from membership m join unit u on u.id = m.unit_id where m.person_id = $1 order by u.slug", [cast.zoe.id]),
    [{ slug: "east-anglia", since: "2014-02-03", ends_on: null }, { slug: "library-guild", since: "2014-02-03", ends_on: null }],
  );
  assert.deepEqual(await sql(home, "select slug, member_count from unit where slug in ('east-anglia', 'library-guild') order by slug"), [{ slug: "east-anglia", member_count: 5 }, { slug: "library-guild", member_count: 5 }]);
  assert.deepEqual(await sql(home, "select count(*)::int as n from email_address where address = 'zoe@example.org'"), [{ n: 1 }]);
  assert.equal(await afterSignIn(house, cast.zoe.id, "/events"), "/events");
});

test("whoever was a member before keeps their periods; the current one begins when the list says", async () => {
  const home = await fresh();
  const { as, cast } = home;
  await bring(home, cast.gwen, cast.eastAnglia.path, "Name,Email,Member since\nNell A.,nell2@example.org,2010-01-01\n");
  await sql(home, "insert into email_address (person_id, address, verified_at, created_at) values ($1, 'nell2@example.org', now(), now())", [cast.nell.id]);
  await sql(home, "insert into membership (person_id, unit_id, starts_on, ends_on, source, created_at) values ($1, $2, '2005-01-01', '2007-01-01', 'joined', now())", [cast.nell.id, cast.eastAnglia.id]);
  await as(cast.nell).post(`/welcome/lists/${await listedId(home, "Nell A.")}`, { answer: "join" });
  assert.deepEqual(
    await sql(home, "select starts_on, ends_on from membership where person_id = $1 and unit_id = $2 order by 1", [cast.nell.id, cast.eastAnglia.id]),
    [{ starts_on: "2005-01-01", ends_on: "2007-01-01" }, { starts_on: "2010-01-01", ends_on: null }],
  );
  assert.deepEqual(await sql(home, "select member_count from unit where id = $1", [cast.eastAnglia.id]), [{ member_count: 4 }], "she was counted already");
});

test("not me: the list loses the address and keeps the rest; taken off: the row is erased and never comes back", async () => {
  const home = await fresh();
  const { as, cast } = home;
  const file = "Name,Email\nSomebody Else,zoe@example.org\nMisaki S.,misaki@example.org\n";
  await bring(home, cast.hal, cast.flc.path, file);
  await as(cast.zoe).post(`/welcome/lists/${await listedId(home, "Somebody Else")}`, { answer: "not-me" });
  const list = (await as(cast.hal).get(`${cast.flc.path}/list`)).text;
  assert.match(list, /Somebody Else/);
  assert.match(list, /said it is somebody else/);
  assert.doesNotMatch(list, /zoe@example\.org/);
  await as(cast.misaki).post(`/welcome/lists/${await listedId(home, "Misaki S.")}`, { answer: "erase" });
  assert.doesNotMatch((await as(cast.hal).get(`${cast.flc.path}/list`)).text, /Misaki/);
  assert.match(await bring(home, cast.hal, cast.flc.path, file), /asked to be taken off your list/);
  assert.doesNotMatch((await as(cast.hal).get(`${cast.flc.path}/list`)).text, /Misaki/);
});

test("invitations: only pressed, once each, never to whom the file excludes; the letter's link erases", async () => {
  const home = await fresh({ settings: { SMTP_URL: "" } });
  const { as, cast, work } = home;
  await bring(home, cast.hal, cast.flc.path, "Name,Email,Status\nIda Penn,ida@example.org,Active\nOona Farrow,oona@example.org,Unsubscribed\nNo Address,,Active\nRuth Vale,ruth@example.org,\n");
  assert.deepEqual(await sql(home, "select to_address from letter"), []);
  const path = `${cast.flc.path}/list`;
  assert.equal((await as(cast.nell).post(`${path}/invitations`, { who: "all" })).status, 404);
  await as(cast.hal).post(`${path}/invitations`, { who: "chosen", person: [await listedId(home, "Ida Penn"), await listedId(home, "Oona Farrow")] });
  await as(cast.hal).post(`${path}/invitations`, { who: "all" });
  await as(cast.hal).post(`${path}/invitations`, { who: "all" });
  const [{ token }] = await tokens(home, work);
  assert.deepEqual(await sql(home, "select to_address from letter order by 1"), [{ to_address: "ida@example.org" }, { to_address: "ruth@example.org" }]);
  assert.match((await as(cast.hal).get(path)).text, /Invited on 7 July/);

  const page = await as(null).get(`/lists/${token}`);
  assert.match(page.text, /Ida Penn/);
  assert.match((await as(null).get(`/lists/${token}/erasure`)).text, /Take me off this list/);
  assert.deepEqual(await sql(home, "select count(*)::int as n from person where name = 'Ida Penn'"), [{ n: 1 }], "looking erases nothing");
  const erased = await as(null).post(`/lists/${token}/erasure`, { "List-Unsubscribe": "One-Click" });
  assert.match(erased.text, /You are off the list/);
  for (const where of ["person where name", "email_address where address", "letter where to_address", "listing where address", "invitation where address"]) {
    assert.deepEqual(await sql(home, `select from ${where}::text ilike 'ida%'`), [], where);
  }
  assert.match((await as(null).get(`/lists/${token}`)).text, /nothing left to answer/);
  assert.match((await as(null).post(`/lists/${token}/erasure`)).text, /nothing left to answer/);
});

test("the letter's link joins whoever is signed in, under whichever address", async () => {
  const home = await fresh();
  const { as, cast, work } = home;
  await bring(home, cast.hal, cast.flc.path, "Name,Email\nIda Penn,ida@example.org\n");
  await as(cast.hal).post(`${cast.flc.path}/list/invitations`, { who: "all" });
  const [{ token }] = await tokens(home, work);
  const answer = await as(cast.zoe).post(`/lists/${token}/joining`);
  assert.equal(answer.location, "/organisations/fenbridge-circle");
  assert.deepEqual(await sql(home, "select unit_id from membership where person_id = $1", [cast.zoe.id]), [{ unit_id: cast.flc.id }]);
});

test("taken off at the members' page, somebody who never came is not counted away", async () => {
  const home = await fresh();
  const { as, cast } = home;
  await bring(home, cast.hal, cast.flc.path, "Name,Email\nIda Penn,zoe@example.org\n");
  const path = `${cast.flc.path}/members/${await listedId(home, "Ida Penn")}/removal`;
  assert.equal((await as(cast.hal).post(path)).status, 303);
  assert.deepEqual(await sql(home, "select member_count from unit where id = $1", [cast.flc.id]), [{ member_count: 2 }]);
  assert.equal(await afterSignIn(home.house, cast.zoe.id, "/"), "/", "and nobody is asked about it");
});

test("an organiser takes people off: from a unit they stay on the organisation's list, from that they are erased", async () => {
  const home = await fresh();
  const { as, cast } = home;
  await bring(home, cast.idris, cast.eastAnglia.path, "Name,Email\nIda Penn,ida@example.org\n");
  const id = await listedId(home, "Ida Penn");
  assert.match((await as(cast.gwen).post(`${cast.eastAnglia.path}/list/removal`, { person: id })).text, /They stay on the list of The Library Guild/);
  await as(cast.gwen).post(`${cast.eastAnglia.path}/list/removal`, { person: id, sure: "yes" });
  assert.doesNotMatch((await as(cast.gwen).get(`${cast.eastAnglia.path}/list`)).text, /Ida Penn/);
  assert.match((await as(cast.idris).get(`${cast.tlg.path}/list`)).text, /Ida Penn/);
  assert.equal((await as(cast.gwen).post(`${cast.tlg.path}/list/removal`, { person: id, sure: "yes" })).status, 404);
  await as(cast.idris).post(`${cast.tlg.path}/list/removal`, { person: [id, cast.nell.id], sure: "yes" });
  assert.deepEqual(await sql(home, "select count(*)::int as n from person where id = any($1)", [[id, cast.nell.id]]), [{ n: 1 }], "Nell has an account and stays");
});

/** The letters wait in the outbox with their words, for there is no mail server. */
async function tokens(home: Fresh, work: Fresh["work"]): Promise<[{ token: string }, ...{ token: string }[]]> {
  await work();
  const rows = await sql<{ body_text: string }>(home, "select body_text from letter where kind = 'list-invitation' order by to_address");
  return rows.map(({ body_text }) => ({ token: /\/lists\/([\w-]+)/.exec(body_text)?.[1] ?? assert.fail("no link in the letter") })) as [{ token: string }];
}
