/** A person takes everything with them and is erased; then the whole database is searched for traces of them. */
import assert from "node:assert/strict";
import test from "node:test";
import { unzipSync } from "fflate";
import { CsvReader } from "../src/organisations/import-csv.ts";
import { loadExample } from "../src/example/load.ts";
import { idFrom } from "../src/platform/ids.ts";
import { bring } from "./bring.ts";
import { addMeetUp, ask } from "./event.ts";
import { fresh } from "./fresh.ts";
import type { Fresh } from "./fresh.ts";
import { tracesOf } from "./traces.ts";

const WEEK = "2026-07-14T10:00:00Z";

async function comeAndTalk(home: Fresh): Promise<string> {
  const { as, cast, house } = home;
  const event = await addMeetUp(house, cast, { capacity: 1, starts_at: "2026-07-20T16:30:00Z", ends_at: "2026-07-20T20:00:00Z" });
  await as(cast.nell).post(`/events/${event.id}/answer`, { answer: "going" });
  await as(cast.tomasz).post(`/events/${event.id}/answer`, { answer: "going" });
  await as(cast.nell).post(`/events/${event.id}/conversation`, { body: "I bring the map of 1887.", once: "once-1" });
  await home.work();
  return event.id;
}

test("everything is in one file, and what others keep to themselves is not", async () => {
  const home = await fresh();
  const { as, cast } = home;
  await comeAndTalk(home);
  await as(cast.nell).post(`/people/${cast.gwen.id}/connection`);
  await as(cast.gwen).post(`/people/${cast.nell.id}/connection/refusal`);
  const answer = await as(cast.nell).get("/settings/leaving/everything.zip");
  assert.equal(answer.headers.get("content-type"), "application/zip");
  assert.match(answer.headers.get("content-disposition")!, /branchline-2026-07-07\.zip/);
  const response = await home.app.request("http://localhost:3000/settings/leaving/everything.zip", { headers: { cookie: `session=${cast.nell.token}` } });
  const files = Object.fromEntries(Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer()))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const all = JSON.parse(files["everything.json"]!);
  assert.equal(all.profile.name, "Nell Ashworth");
  assert.deepEqual(all.addresses.map((one: { address: string }) => one.address), ["nell@example.org"]);
  assert.deepEqual(all.memberships.map((one: { unit: string }) => one.unit).toSorted(), ["East Anglia", "Fenbridge Library Circle", "New Professionals Network", "The Library Guild"]);
  assert.deepEqual(all.handles.map((one: { value: string }) => one.value), ["@nell@fenbridge.example"]);
  assert.equal(all.profile.knownBy, "@nell@fenbridge.example");
  assert.ok("audiences" in all.profile, "for whom each part is");
  assert.equal(all.answers[0].answer, "going");
  assert.equal(all.messages[0].body, "I bring the map of 1887.");
  assert.deepEqual(all.connections.map((one: { since: string | null }) => one.since), [null], "that she was declined is Gwen's own");
  assert.doesNotMatch(JSON.stringify(all), /declin|token|hash/i);
  const [heading, row] = [...new CsvReader(",").push(files["answers.csv"]!)].map(({ cells }) => cells);
  assert.equal(heading!.length, row!.length);
  assert.match(files["evenings.ics"]!, /BEGIN:VEVENT[\s\S]*STATUS:CONFIRMED/);
  assert.match(files["me.vcf"]!, /FN:Nell Ashworth\r\n[\s\S]*EMAIL:nell@example\.org/);
  assert.match(files["read-me.txt"]!, /everything\.json/);
});

test("a week of grace: a letter, a change of mind, and nothing happens before its time", async () => {
  const home = await fresh();
  const { as, cast, house } = home;
  await as(cast.nell).post("/settings/leaving");
  await home.work();
  const letters = await ask(house, "select to_address, subject from letter where kind = 'leaving'");
  assert.deepEqual(letters.rows, [{ to_address: "nell@example.org", subject: "You leave Branchline on Tuesday 14 July" }]);
  assert.match((await as(cast.nell).get("/settings/leaving")).text, /Stay after all/);
  await erasing(home, "2026-07-14T08:00:00Z");
  assert.equal((await as(cast.nell).get("/settings/leaving")).status, 200, "not yet");
  await as(cast.nell).post("/settings/leaving/staying");
  await erasing(home, WEEK);
  assert.equal((await as(cast.nell).get("/settings/leaving")).status, 200, "she stayed");
});

test("whoever looks after others alone is asked to hand over first", async () => {
  const { as, cast, house } = await fresh();
  const hal = await as(cast.hal).post("/settings/leaving");
  assert.equal(hal.status, 422);
  assert.match(hal.text, /Nobody else organises .*Fenbridge Library Circle/);
  const ada = await as(cast.ada).post("/settings/leaving");
  assert.match(ada.text, /Nobody else looks after this server/);
  assert.equal((await ask(house, "select 1 from account where leaves_at is not null")).rowCount, 0);
});

test("her place goes to whoever waits, counts stay true, and what she wrote is gone", async () => {
  const home = await fresh();
  const { as, cast, house } = home;
  const eventId = await comeAndTalk(home);
  const before = await ask(house, "select member_count from unit where id = $1", [cast.eastAnglia.id]);
  await as(cast.nell).post("/settings/leaving");
  await erasing(home, WEEK);
  const { rows } = await ask(house, "select person_id, answer from rsvp where event_id = $1", [eventId]);
  assert.deepEqual(rows, [{ person_id: cast.tomasz.id, answer: "going" }]);
  assert.deepEqual((await ask(house, "select going_count, waiting_count from event where id = $1", [eventId])).rows, [{ going_count: 1, waiting_count: 0 }]);
  const after = await ask(house, "select member_count from unit where id = $1", [cast.eastAnglia.id]);
  assert.equal(after.rows[0].member_count, before.rows[0].member_count - 1);
  const page = await as(cast.tomasz).get(`/events/${eventId}`);
  assert.doesNotMatch(page.text, /map of 1887|Nell/);
  assert.equal((await as(cast.nell).get("/settings")).status, 303, "signed out");
});

test("a list that is imported again leaves her out", async () => {
  const home = await fresh();
  const { as, cast, house } = home;
  await as(cast.nell).post("/settings/leaving");
  await erasing(home, WEEK);
  await bring(home, cast.gwen, cast.eastAnglia.path, "Name,Email\nNell Ashworth,nell@example.org\nZoe N.,zoe@example.org\n");
  assert.equal((await ask(house, "select 1 from email_address where address = 'nell@example.org'")).rowCount, 0);
});

test("no trace of her is in a dump, whatever she did", async () => {
  const home = await fresh({ cast: false });
  const { house } = home;
  await loadExample(house);
  const nell = idFrom("example person nell");
  const words = ["Nell Ashworth", "nell@example.org", ...(await ask(house, "select value from handle where person_id = $1", [nell])).rows.map((row) => row.value as string)];
  await ask(house, "insert into photo (person_id, key, words, large, small, added_at) values ($1, repeat('0', 32), 'Nell Ashworth, laughing', '', '', now())", [nell]);
  assert.notDeepEqual(await tracesOf(house, [nell, ...words]), [], "she is there before");
  await ask(house, "update account set leaves_at = $2 where person_id = $1", [nell, house.clock.now().toString()]);
  await erasing(home, house.clock.now().add({ hours: 1 }).toString());
  assert.deepEqual(await tracesOf(house, words), []);
  assert.deepEqual(await tracesOf(house, [nell]), ["change.by_person_id", "change.person_id"], "only the log, with a number that leads nowhere");
});

async function erasing(home: Fresh, now: string): Promise<void> {
  const { tasksOf } = await import("../src/work.ts");
  await tasksOf(home.at(now), null)["erase-those-who-left"]!({}, { attempts: 1, maxAttempts: 1 });
  await home.work();
}
