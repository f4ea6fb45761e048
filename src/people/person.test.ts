import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { idFrom } from "../platform/ids.ts";

const run = (house: Fresh["house"], text: string, values: unknown[]) => house.db.query({ name: "", text, values });

test("a page is for those who share an organisation, and for nobody else", async () => {
  const { as, cast } = await fresh();
  const status = async (who: Parameters<typeof as>[0], other: { id: string }) => (await as(who).get(`/people/${other.id}`)).status;
  assert.equal(await status(cast.nell, cast.nell), 200);
  assert.equal(await status(cast.nell, cast.gwen), 200);
  assert.equal(await status(cast.hal, cast.nell), 200);
  assert.equal(await status(cast.hal, cast.gwen), 404, "only Nell is in both");
  assert.equal(await status(cast.zoe, cast.nell), 404);
  assert.equal(await status(null, cast.nell), 303);
  assert.equal((await as(cast.nell).get("/people/nobody")).status, 404);
});

test("what is shown of one's organisations is what one shares", async () => {
  const { as, cast } = await fresh();
  const { text } = await as(cast.hal).get(`/people/${cast.nell.id}`);
  assert.match(text, /Fenbridge Library Circle/);
  assert.doesNotMatch(text, /Library Guild|New Professionals/);
});

test("those who come to the same meet-up see each other, unless they come unnamed", async () => {
  const { as, cast, house } = await fresh();
  const eventId = idFrom("event");
  await run(house, "insert into event (id, unit_id, title, zone, starts_at, ends_at, created_at, updated_at) values ($1, $2, 'Tea', 'Europe/London', now(), now() + interval '1 hour', now(), now())", [eventId, cast.flc.id]);
  const going = (id: string, place: number, unlisted = false) =>
    run(house, "insert into rsvp (event_id, person_id, answer, place_no, is_unlisted, answered_at, updated_at) values ($1, $2, 'going', $3, $4, now(), now())", [eventId, id, place, unlisted]);
  await going(cast.hal.id, 1);
  await going(cast.gwen.id, 2);
  await going(cast.zoe.id, 3, true);
  assert.equal((await as(cast.hal).get(`/people/${cast.gwen.id}`)).status, 200);
  assert.equal((await as(cast.hal).get(`/people/${cast.zoe.id}`)).status, 404);
});

test("someone without an account is seen by the organisers of their list only", async () => {
  const { as, cast, house } = await fresh();
  const id = idFrom("imported");
  await run(house, "insert into person (id, name, imported_at, imported_by_unit, created_at, updated_at) values ($1, 'Rosalind Penhaligon', now(), $2, now(), now())", [id, cast.eastAnglia.id]);
  await run(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-01-01', 'imported', now())", [id, cast.eastAnglia.id]);
  const seen = await as(cast.gwen).get(`/people/${id}`);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /has no account/);
  assert.doesNotMatch(seen.text, /Ask to connect/);
  assert.equal((await as(cast.idris).get(`/people/${id}`)).status, 200, "who organises the whole Guild");
  assert.equal((await as(cast.tomasz).get(`/people/${id}`)).status, 404, "a member of the same branch");
  assert.equal((await as(cast.hal).get(`/people/${id}`)).status, 404, "another organisation's organiser");
});
