/** Two units share one meet-up: asked, consented, one list of answers, served alike, ended by either side. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { askToHost, consentToHost, endSharing } from "./host.actions.ts";
import { sideOf } from "./host.ts";

test("Gwen asks the Circle; Hal consents; the meet-up is both's", async () => {
  const server = await fresh();
  const { cast, as, work } = server;
  const meetUp = await addMeetUp(server.house, cast);
  await meetUp.answers("going", cast.tomasz);

  assert.match((await as(cast.gwen).get(`${meetUp.path}/hosts?q=fenbridge`)).text, /Fenbridge Library Circle/);
  assert.equal((await as(cast.hal).post(`${meetUp.path}/hosts`, { unit: cast.flc.id })).status, 404, "only the first host's organisers ask");
  await as(cast.gwen).post(`${meetUp.path}/hosts`, { unit: cast.flc.id });
  await work();
  const [letter] = await letters(server, "hosting");
  assert.equal(letter!.to_address, cast.hal.address);
  const hosting = /\/hostings\/[0-9a-f-]+/.exec(letter!.body_text)![0];
  assert.match((await as(cast.hal).get("/")).text, new RegExp(`href="${hosting}"`), "it waits for him at home");
  assert.equal((await as(cast.hal).get(`${meetUp.path}/edit`)).status, 404, "asked is not yet hosting");
  assert.doesNotMatch((await as(cast.hal).get(meetUp.path)).text, /Tomasz/);

  assert.equal((await as(cast.nell).post(`${hosting}/acceptance`)).status, 404, "a member does not consent for all");
  await as(cast.hal).post(`${hosting}/acceptance`);
  await as(cast.hal).post(`${hosting}/acceptance`);
  await work();
  const seen = (await as(cast.hal).get(meetUp.path)).text;
  assert.match(seen, /Tomasz/);
  assert.match(seen, />TLG<[\s\S]*>FLC</);
  assert.equal((await as(cast.hal).get(`${meetUp.path}/edit`)).status, 200);
  assert.equal((await as(cast.hal).get(`${meetUp.path}/conversation`)).status, 200);
  assert.match((await as(cast.gwen).get(`${meetUp.path}/hosts`)).text, /Shares it since/);
  assert.deepEqual((await letters(server, "hosting")).map((row) => row.to_address).toSorted(), [cast.gwen.address, cast.hal.address]);

  const refused = await as(cast.hal).get(`${meetUp.path}/cancellation`);
  assert.equal(refused.location, `${meetUp.path}/hosts`, "whose it was first decides whether it is");
  assert.equal((await meetUp.row())["cancelled_at"], null);
});

test("it stands once in each list, under both codes, and each member is told once", async () => {
  const server = await fresh();
  const { house, cast, as, work } = server;
  const meetUp = await addMeetUp(house, cast);
  await ask(house, "insert into announcement (event_id, person_id, told_at, by) values ($1, $2, now(), 'letter')", [meetUp.id, cast.nell.id]);
  await share(server, meetUp.id);
  await work();

  for (const path of ["/events", "/events?network=FLC", "/events?network=TLG", "/events?network=mine", "/", cast.flc.path, cast.eastAnglia.path]) {
    const { text } = await as(cast.nell).get(path);
    assert.equal(text.split(`href="${meetUp.path}"`).length - 1, 1, `once in ${path}`);
    const row = text.slice(text.indexOf(`href="${meetUp.path}"`));
    assert.match(row.slice(0, 600), />TLG<[\s\S]*>FLC</, `both codes in ${path}`);
  }
  assert.doesNotMatch((await as(cast.nell).get("/events?network=NPN")).text, new RegExp(meetUp.path));
  assert.match((await as(null).get("/events?network=FLC")).text, new RegExp(meetUp.path));
  assert.deepEqual((await letters(server, "announcement")).map((row) => row.to_address), [cast.hal.address], "Nell is a member of both and had heard of it; the Guild's others are not its news");
});

test("whoever wants no letters of one host, and none of the other, gets none", async () => {
  const server = await fresh();
  const { house, cast, work } = server;
  const at = house.clock.now().toString();
  for (const unit of [cast.tlg.id, cast.flc.id]) await ask(house, "insert into announcement_choice (person_id, unit_id, choice, chosen_at) values ($1, $2, 'none', $3)", [cast.nell.id, unit, at]);
  await ask(house, "insert into announcement_choice (person_id, unit_id, choice, chosen_at) values ($1, $2, 'none', $3)", [cast.hal.id, cast.flc.id, at]);
  const meetUp = await addMeetUp(house, cast);
  await share(server, meetUp.id);
  await work();
  assert.deepEqual(await letters(server, "announcement"), []);
});

test("the Circle stops sharing: its organisers are out, those coming stay in", async () => {
  const server = await fresh();
  const { house, cast, as, work } = server;
  const meetUp = await addMeetUp(house, cast);
  const hosting = await share(server, meetUp.id);
  await ask(house, "delete from membership where person_id = $1 and unit_id <> $2", [cast.nell.id, cast.flc.id]);
  await meetUp.answers("going", cast.nell, cast.tomasz);
  await work();

  assert.match((await as(cast.hal).get(`/hostings/${hosting}/end`)).text, /keep their places/);
  await as(cast.hal).post(`/hostings/${hosting}/end`, { reason: "The hall is ours no more." });
  await work();
  assert.equal((await as(cast.hal).get(`${meetUp.path}/edit`)).status, 404);
  assert.doesNotMatch((await as(cast.hal).get(meetUp.path)).text, /Tomasz|>FLC</);
  assert.match((await as(cast.nell).get(meetUp.path)).text, /Tomasz/, "who comes sees who comes");
  assert.equal((await meetUp.row())["going_count"], 2);
  const told = (await letters(server, "hosting")).filter((row) => row.body_text.includes("The hall is ours no more"));
  assert.deepEqual(told.map((row) => row.to_address), [cast.gwen.address]);
});

test("nobody is asked twice, nor within a week of a no, and a question can be taken back", async () => {
  const { house, cast, at } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  const gwen = { personId: cast.gwen.id, organises: new Set([cast.eastAnglia.id]) };
  const hal = { personId: cast.hal.id, organises: new Set([cast.flc.id]) };
  const asking = (where = house) => askToHost(where, gwen, { eventId: meetUp.id, unitId: cast.flc.id });
  const latest = async () => (await ask(house, "select id from event_host order by asked_at desc, id desc limit 1")).rows[0].id as string;

  assert.equal((await asking()).kind, "asked");
  assert.equal((await asking()).kind, "already");
  assert.equal((await endSharing(house, hal, await latest(), "")).kind, "not-found", "they answer instead");
  assert.equal((await endSharing(house, gwen, await latest(), "")).kind, "ended");
  assert.equal((await consentToHost(house, hal, await latest())).kind, "taken-back");
  assert.equal((await asking()).kind, "asked");
  await ask(house, "update event_host set declined_at = $1 where ended_at is null", [house.clock.now().toString()]);
  assert.equal((await asking()).kind, "said-no");
  await meetUp.set({ ends_at: "2026-08-09T20:00:00Z" });
  assert.equal((await asking(at("2026-07-15T09:00:00Z"))).kind, "asked");
  assert.equal((await askToHost(house, gwen, { eventId: meetUp.id, unitId: cast.eastAnglia.id })).kind, "already", "the first host is no guest");
});

test("whoever organises both sides need not ask themselves", async () => {
  const { house, cast } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  const idris = { personId: cast.idris.id, organises: new Set([cast.tlg.id]) };
  assert.equal((await askToHost(house, idris, { eventId: meetUp.id, unitId: cast.wales.id })).kind, "hosts");
});

test("whose side somebody stands on", () => {
  const hosting = { firstHostPath: ["a", "b"], unitPath: ["c", "d"] };
  const of = (...units: string[]) => sideOf({ organises: new Set(units) }, hosting);
  assert.deepEqual([of("a"), of("d"), of("b", "c"), of("e")], ["first", "asked", "both", null]);
});

async function share({ house, cast }: Fresh, eventId: string): Promise<string> {
  await askToHost(house, { personId: cast.gwen.id, organises: new Set([cast.eastAnglia.id]) }, { eventId, unitId: cast.flc.id });
  const { id } = (await ask(house, "select id from event_host where event_id = $1", [eventId])).rows[0];
  await consentToHost(house, { personId: cast.hal.id, organises: new Set([cast.flc.id]) }, id);
  return id;
}

async function letters({ house }: Fresh, kind: string): Promise<{ to_address: string; body_text: string }[]> {
  return (await ask(house, "select to_address, body_text from letter where kind = $1 order by id", [kind])).rows;
}
