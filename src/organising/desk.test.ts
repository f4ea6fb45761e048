/** The organisers' page and its list, through the door. */
import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "csv-parse/sync";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";

const numbers = (page: string) => Object.fromEntries([...page.matchAll(/<dt>([^<]*)<\/dt><dd class="big">([^<]*)<\/dd>/g)].map(([, term, words]) => [term, words]));

test("numbers: what could point to somebody only from five on", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const people = [cast.nell, cast.gwen, cast.idris, cast.tomasz, cast.hal, cast.misaki];
  await event.answers("going", ...people.slice(0, 4));
  await ask(house, "update rsvp set until_at = '2026-07-09T18:00:00Z' where person_id = $1", [cast.nell.id]);
  assert.deepEqual(numbers((await as(cast.gwen).get(`${event.path}/organise`)).text), { Coming: "4", "Flying visits": "1", "First time": "Under five", "Know nobody": "Under five" });
  await event.answers("going", ...people.slice(4));
  // Gwen and Idris share a committee, so four of six know nobody; all six are new.
  assert.deepEqual(numbers((await as(cast.gwen).get(`${event.path}/organise`)).text), { Coming: "6", "Flying visits": "1", "First time": "6", "Know nobody": "Under five" });
  await event.answers("going", cast.zoe);
  const knowNobody = async () => numbers((await as(cast.gwen).get(`${event.path}/organise`)).text)["Know nobody"];
  assert.equal(await knowNobody(), "5");
  await ask(house, "update rsvp set answer = 'not_going' where event_id = $1 and person_id = $2", [event.id, cast.idris.id]);
  assert.equal(await knowNobody(), "6", "one of a committee who comes alone knows nobody by it");
});

test("the first time is the first of these organisations", async () => {
  const { house, as, cast } = await fresh();
  const earlier = await addMeetUp(house, cast, { title: "Spring meet-up", starts_at: "2026-05-09T16:30:00Z", ends_at: "2026-05-09T20:00:00Z", unit_id: cast.wales.id });
  const elsewhere = await addMeetUp(house, cast, { title: "Circle", starts_at: "2026-05-10T16:30:00Z", ends_at: "2026-05-10T20:00:00Z", unit_id: cast.flc.id });
  const event = await addMeetUp(house, cast);
  const all = [cast.nell, cast.gwen, cast.idris, cast.tomasz, cast.hal, cast.misaki, cast.zoe];
  await event.answers("going", ...all);
  await elsewhere.answers("going", ...all);
  await earlier.answers("going", cast.nell, cast.gwen);
  const first = async () => numbers((await as(cast.gwen).get(`${event.path}/organise`)).text)["First time"];
  assert.equal(await first(), "5");
});

test("the list by answer, visit and name, kept in the address; the file has what the list shows", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  await event.answers("going", cast.nell, cast.gwen);
  await event.answers("maybe", cast.hal);
  await event.answers("not_going", cast.idris);
  await event.answers("waitlisted", cast.tomasz, cast.misaki);
  await ask(house, "update rsvp set until_at = '2026-07-09T18:00:00Z' where person_id = $1", [cast.nell.id]);
  await ask(house, "update person set name = '=cmd()' where id = $1", [cast.hal.id]);
  const gwen = as(cast.gwen);
  const named = async (query: string) => [...(await gwen.get(`${event.path}/organise/people${query}`)).text.matchAll(/<th scope="row">.*?<bdi[^>]*>([^<]*)<\/bdi>/gs)].map(([, name]) => name);
  assert.deepEqual(await named(""), ["Nell Ashworth", "Gwen Prydderch", "=cmd()", "Tomasz Wierzba", "佐藤 美咲"], "in the order of answers, and nobody who said no");
  assert.deepEqual(await named("?state=waitlisted"), ["Tomasz Wierzba", "佐藤 美咲"]);
  assert.deepEqual(await named("?visit=flying"), ["Nell Ashworth"]);
  assert.deepEqual(await named("?q=prydd"), ["Gwen Prydderch"]);
  assert.deepEqual(await named("?state=not_going"), await named(""), "there is no such list");
  assert.deepEqual(await named("?visit=first"), await named(""), "five are not here for the first time");

  const file = await gwen.get(`${event.path}/organise/people/export?state=maybe`);
  assert.match(file.headers.get("content-type")!, /text\/csv/);
  const rows = parse(file.text, { bom: true });
  assert.deepEqual(rows.map((row) => [row[0], row[3]]), [["Name", "Answer"], ["'=cmd()", "Maybe"]]);
  assert.equal(parse((await gwen.get(`${event.path}/organise/people/export`)).text, { bom: true })[1]![5], "2026-07-09 19:00", "in the zone of the event");
});

test("the chart is a table as well", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  assert.match((await as(cast.gwen).get(`${event.path}/organise`)).text, /begins with the first yes/);
  await event.answers("going", cast.nell, cast.gwen);
  assert.match((await as(cast.gwen).get(`${event.path}/organise`)).text, /aria-label="2 people are coming/);
  assert.match((await as(cast.gwen).get(`${event.path}/organise?answers=table`)).text, /<th scope="row">7 July<\/th><td>2<\/td><td>2<\/td>/);
});
