/** From a file to a list, through the doors. */
import assert from "node:assert/strict";
import test from "node:test";
import pg from "pg";
import { toPreview, upload } from "../../test/bring.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { checkImport } from "./import-check.actions.ts";
import { importById } from "./import.sql.ts";
import { confirmImport, writeImport } from "./import-write.actions.ts";

const CSV = `First name,Last name,Email,Employer,Town,Member since,Status
Ines,Quill,ines@example.org,County Archive,Ely,2019-03-04,Active
Bede,Marlow,bede@example.org,,,2020-01-01,Lapsed
Nell,Ashworth,NELL@example.org,,,2012-05-06,Active
Ines,Quill,ines@example.org,,,,Active
Oona,Farrow,oona@example.org,,Fenbridge,,Unsubscribed
,Nobody,not an address,,,,
Zoë,Newcomb,zoe@example.org,Wrong Employer,Ely,2015-09-01,Active
`;

async function sql<T>(home: Fresh, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(home.house.db.connection);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}

const countPeople = async (home: Fresh) => Number((await sql<{ count: string }>(home, "select count(*) from person"))[0]!.count);

test("a file is read, shown row by row, written only after a yes, and taken back", async () => {
  const home = await fresh();
  const { as, cast, work } = home;
  const before = await countPeople(home);
  const sent = await upload(home, cast.gwen, `${cast.eastAnglia.path}/import`, { name: "members.csv", bytes: CSV });
  assert.equal(sent.status, 303, sent.text);
  const mapping = await as(cast.gwen).get(sent.location);
  assert.match(mapping.text, /County Archive/);

  const path = await toPreview(home, cast.gwen, sent.location);
  const preview = await as(cast.gwen).get(path);
  assert.match(preview.text, /3 people will be on your list/);
  assert.match(preview.text, /Left out: the file says Lapsed/);
  assert.match(preview.text, /A member already, stays as is/);
  assert.match(preview.text, /The same person as on line 2/);
  assert.match(preview.text, /New on your list, never written to/);
  assert.match(preview.text, /not an address is not an email address/);
  const faults = await as(cast.gwen).get(`${path}?rows=fault`);
  assert.match(faults.text, /<span class="num">7<\/span>/, "the line of the file");
  assert.equal(await countPeople(home), before, "nobody is written down by looking");

  assert.equal((await as(cast.gwen).post(`${path}/confirmation`)).status, 303);
  assert.equal((await as(cast.gwen).post(`${path}/confirmation`)).status, 303, "pressed twice");
  assert.match((await as(cast.gwen).get(path)).text, /Bringing everybody in/);
  await work();
  assert.equal(await countPeople(home), before + 3);
  assert.match((await as(cast.gwen).get(path)).text, /3 people are on your list/);
  assert.deepEqual(await sql(home, "select count(*)::int as n from letter"), [{ n: 0 }], "nobody was written to");
  const [ines] = await sql<Record<string, unknown>>(home, "select p.employer, p.home_area, p.claimed_at, (select min(starts_on)::text from membership where person_id = p.id) as since, (select count(*)::int from membership where person_id = p.id) as n from person p where name = 'Ines Quill'");
  assert.deepEqual(ines, { employer: "County Archive", home_area: "Ely", claimed_at: null, since: "2019-03-04", n: 2 });
  assert.deepEqual(await sql(home, "select member_count from unit where id = $1", [cast.eastAnglia.id]), [{ member_count: 4 }], "they are not members before they come");
  assert.deepEqual(await sql(home, "select employer from person where id = $1", [cast.zoe.id]), [{ employer: null }], "an account is not touched");
  assert.deepEqual(await sql(home, "select count(*)::int as n from import_row"), [{ n: 0 }]);
  assert.deepEqual(await sql(home, "select count(*)::int as n from import_chunk"), [{ n: 0 }]);

  const list = await as(cast.gwen).get(`${cast.eastAnglia.path}/list`);
  assert.match(list.text, /Ines Quill/);
  assert.match(list.text, /Never written to: Unsubscribed/);
  for (const other of [cast.nell, cast.hal, null]) assert.doesNotMatch((await as(other).get(`${cast.eastAnglia.path}/list`)).text, /Ines Quill/);
  assert.equal((await as(cast.tomasz).get(path)).status, 404);
  assert.equal((await as(cast.hal).post(`${path}/undoing`)).status, 404);

  // Zoë joins before it is taken back
  await as(cast.zoe).post(`/welcome/lists/${(await sql<{ id: string }>(home, "select id from person where name = 'Zoë Newcomb' and claimed_at is null"))[0]!.id}`, { answer: "join" });
  const question = await as(cast.gwen).get(`${path}/undoing`);
  assert.match(question.text, /2 people come off the list/);
  assert.match(question.text, /One person has acted since/);
  await as(cast.gwen).post(`${path}/undoing`);
  await as(cast.gwen).post(`${path}/undoing`);
  await work();
  const undone = await as(cast.gwen).get(path);
  assert.match(undone.text, /2 people were taken off the list/);
  assert.match(undone.text, /Has joined with an account of their own/);
  assert.deepEqual(await sql(home, "select name from person where imported_at is not null and merged_into_id is null"), []);
});

test("the same file again brings nobody new, and the same people to a second unit join its list", async () => {
  const home = await fresh();
  const { as, cast, work } = home;
  const bring = async (path: string) => {
    const preview = await toPreview(home, cast.idris, (await upload(home, cast.idris, `${path}/import`, { name: "m.csv", bytes: CSV })).location);
    const page = (await as(cast.idris).get(preview)).text;
    await as(cast.idris).post(`${preview}/confirmation`);
    await work();
    return page;
  };
  await bring(cast.eastAnglia.path);
  const people = await countPeople(home);
  assert.match(await bring(cast.eastAnglia.path), /Nobody is new in this file/);
  assert.match(await bring(cast.wales.path), /On the organisation’s list already; joins this one/);
  assert.equal(await countPeople(home), people + 1, "only Nell, a member elsewhere in the Guild, is asked");
  assert.match((await as(cast.idris).get(`${cast.wales.path}/list`)).text, /Ines Quill/);
});

test("all or nothing: a failure in the middle leaves nobody, and says so", async () => {
  const home = await fresh();
  const { as, cast, house, work } = home;
  const rows = Array.from({ length: 5000 }, (_, i) => `Person ${i},person${i}@example.org`).join("\n");
  const sent = await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "many.csv", bytes: `Name,Email\n${rows}\n` });
  const path = await toPreview(home, cast.hal, sent.location);
  await work();
  await sql(home, "create function stop() returns trigger language plpgsql as $$ begin if new.name = 'Person 4321' then raise 'no'; end if; return new; end $$");
  await sql(home, "create trigger stop before insert on person for each row execute function stop()");
  const before = await countPeople(home);
  await as(cast.hal).post(`${path}/confirmation`);
  await work();
  assert.equal(await countPeople(home), before);
  assert.match((await as(cast.hal).get(path)).text, /The import stopped, and nobody was written down/);
  await sql(home, "drop trigger stop on person");
  await as(cast.hal).post(`${path}/confirmation`);
  await work();
  assert.equal(await countPeople(home), before + 5000);
  await writeImport(house, path.split("/").at(-1)!);
  assert.equal(await countPeople(home), before + 5000, "a job that runs twice writes once");
});

test("each file that is no list of people is answered with what it is", async () => {
  const home = await fresh();
  const { as, cast } = home;
  const says = async (bytes: string | Uint8Array, words: RegExp) => {
    const answer = await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "x.csv", bytes });
    assert.equal(answer.status, 422);
    assert.match(answer.text, words);
    assert.match(answer.text, /class="errors/);
  };
  await says("", /There is nothing in x\.csv/);
  await says("PK\u0003\u0004zip", /Excel or OpenDocument workbook/);
  await says("<!doctype html><title>Sign in</title>", /is a web page/);
  await says("Name,Email\n", /nobody under it/);
  await says("Name,Email\nNe\0ll,x\n", /zero bytes/);
  await says(`Name${",x".repeat(400)}\nNell\n`, /more than 300 columns/);
  await says("x".repeat(2_000_000), /does not end/);
  assert.match((await upload(home, cast.hal, `${cast.flc.path}/import`)).text, /Choose a file first/);
  assert.match((await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "a.csv", bytes: "Name,Email\nA,a@example.org\n" }, { name: "b.csv", bytes: "Name\nB\n" })).text, /do not fit/);
  assert.equal((await upload(home, cast.nell, `${cast.flc.path}/import`, { name: "a.csv", bytes: CSV })).status, 404);
  assert.deepEqual(await sql(home, "select count(*)::int as n from member_import"), [{ n: 0 }]);

  const late = await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "late.csv", bytes: `Name,Email\nHal,hal2@example.org\n"Open,x\n` });
  const path = await toPreview(home, cast.hal, late.location);
  const page = await as(cast.hal).get(path);
  assert.match(page.text, /line 3 of the file/);
  assert.equal((await as(cast.hal).post(`${path}/confirmation`)).status, 303);
  assert.equal((await importById.one(home.house.db, path.split("/").at(-1)!)).confirmedAt, null);
});

test("contacts and memberships in two files, in Windows-1252 with semicolons", async () => {
  const home = await fresh();
  const { as, cast } = home;
  const contacts = Buffer.from("Contact ID;First Name;Last Name;Email\r\n7;Zoë;Müller;zoe.m@example.org\r\n8;Björn;Åkesson;bjorn@example.org\r\n", "latin1");
  const memberships = "Membership ID,Contact ID,Member Since,Status\n1,7,2009-04-01,Current\n2,8,2011-02-03,Expired\n";
  const sent = await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "contacts.csv", bytes: contacts }, { name: "memberships.csv", bytes: memberships });
  assert.match((await as(cast.hal).get(sent.location)).text, /From <bdi>memberships\.csv<\/bdi>/);
  const preview = (await as(cast.hal).get(await toPreview(home, cast.hal, sent.location))).text;
  assert.match(preview, /Zoë Müller/);
  assert.match(preview, /1 April 2009/);
  assert.match(preview, /Left out: the file says Expired/);
});

test("another encoding is another reading; without a name there is no import; what is thrown away is gone", async () => {
  const home = await fresh();
  const { as, cast } = home;
  const sent = await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "x.csv", bytes: Buffer.from("Name;Mail\nZoë;z@example.org\n", "latin1") });
  assert.equal(await toPreview(home, cast.hal, sent.location, { encoding: "koi8-r" }), sent.location);
  assert.match((await as(cast.hal).get(sent.location)).text, /ZoК/);
  const id = sent.location.split("/")[2]!;
  const wrong = await as(cast.hal).post(sent.location, { c0: "ignore", c1: "email", encoding: "koi8-r", dateOrder: "day-first" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Say which column holds the name/);
  assert.equal((await as(cast.hal).post(`/imports/${id}/removal`)).status, 303);
  assert.equal((await as(cast.hal).get(`/imports/${id}`)).status, 404);
});

test("somebody who joined between the look and the yes is not listed twice", async () => {
  const home = await fresh();
  const { cast, house } = home;
  const sent = await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "x.csv", bytes: "Name,Email\nZoë,zoe@example.org\nIda,ida@example.org\n" });
  const id = (await toPreview(home, cast.hal, sent.location)).split("/").at(-1)!;
  await checkImport(house, id);
  await home.as(cast.zoe).post(`${cast.flc.path}/joining`);
  await confirmImport(house, null, id);
  await writeImport(house, id);
  assert.deepEqual((await importById.one(house.db, id)).counts, { new: 1, member: 1, silent: 0 });
});

test("of the files that one person leaves undecided only the newest ten are kept", async () => {
  const home = await fresh();
  const { as, cast } = home;
  const locations: string[] = [];
  for (let i = 0; i < 12; i++) locations.push((await upload(home, cast.hal, `${cast.flc.path}/import`, { name: "members.csv", bytes: `Name,Email\nPerson ${i},p${i}@example.org\n` })).location);
  const others = await upload(home, cast.samir, `${cast.npn.path}/import`, { name: "members.csv", bytes: "Name\nIda Penn\n" });
  const statuses = [];
  for (const location of locations) statuses.push((await as(cast.hal).get(location)).status);
  assert.equal(statuses.at(-1), 200);
  assert.equal(statuses.filter((status) => status === 200).length, 10);
  assert.equal((await as(cast.samir).get(others.location)).status, 200);
});
