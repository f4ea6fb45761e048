/** Eight hundred people answer at the same moment for a hundred places (two thousand: `npm run bench -- rush`). */
import assert from "node:assert/strict";
import test from "node:test";
import { promoteWaiting } from "../src/attendance/giving.actions.ts";
import { reply } from "../src/attendance/rsvp.actions.ts";
import type { Ask } from "../src/attendance/rsvp.ts";
import { idFrom } from "../src/platform/ids.ts";
import { addMeetUp, ask } from "./event.ts";
import { fresh } from "./fresh.ts";

const PEOPLE = 800;
const PLACES = 100;
const come: Ask = { answer: "going", from: null, until: null, isUnlisted: false };

test("a rush: none over, the order kept, the line exact", async () => {
  const { house, cast } = await fresh();
  const event = await addMeetUp(house, cast, { capacity: PLACES });
  const people = Array.from({ length: PEOPLE }, (_, i) => idFrom(`rush ${i}`));
  await ask(
    house,
    "insert into person (id, name, claimed_at, created_at, updated_at) select id, 'Person ' || id, $2, $2, $2 from unnest($1::uuid[]) id",
    [people, house.clock.now().toString()],
  );

  // Everybody presses the button, and one in ten presses it twice.
  const outcomes = await Promise.all([...people, ...people.filter((_, i) => i % 10 === 0)].map((person) => reply(house, person, event.id, come)));
  const kinds = Object.groupBy(outcomes.slice(0, PEOPLE), (outcome) => outcome.kind);
  assert.equal(kinds.going?.length, PLACES);
  assert.equal(kinds.waitlisted?.length, PEOPLE - PLACES);
  const positions = kinds.waitlisted.map((outcome) => (outcome.kind === "waitlisted" ? outcome.position : 0)).sort((a, b) => a - b);
  assert.deepEqual(positions, Array.from({ length: PEOPLE - PLACES }, (_, i) => i + 1), "each was told a position of their own");
  await exact(PLACES, PEOPLE - PLACES);
  assert.equal(Number((await event.row()).next_place), PEOPLE + 1, "pressing twice takes no second place in line");

  // Forty give their place back and sixty in the line give up, all at once: the first of those still waiting move up.
  const line = await waiting();
  const going = await coming();
  const gone = new Set([...going.slice(0, 40), ...line.filter((_, i) => i % 10 === 0).slice(0, 60)]);
  await Promise.all([...gone].map((person) => reply(house, person, event.id, { answer: "not_going" })));
  await exact(PLACES, PEOPLE - PLACES - 40 - 60);
  const promoted = (await ask(house, "select person_id from change where kind = 'rsvp.promoted' and event_id = $1", [event.id])).rows.map((row) => row.person_id as string);
  assert.equal(new Set(promoted).size, promoted.length, "nobody moves up twice");
  assert.equal(promoted.length, 40 + promoted.filter((person) => gone.has(person)).length);
  const still = line.filter((person) => !gone.has(person));
  assert.deepEqual(await waiting(), still.filter((person) => !promoted.includes(person)), "the line keeps its order");

  // The capacity is raised while the job that follows runs five times.
  await event.set({ capacity: PLACES + 25 });
  const before = await waiting();
  const given = (await Promise.all(Array.from({ length: 5 }, () => promoteWaiting(house, event.id)))).flat();
  assert.deepEqual(given, before.slice(0, 25));
  await exact(PLACES + 25, before.length - 25);

  async function exact(goingCount: number, waitingCount: number) {
    const row = await event.row();
    assert.deepEqual([row.going_count, row.waiting_count], [goingCount, waitingCount], "the counts on the event");
    assert.deepEqual([(await coming()).length, (await waiting()).length], [goingCount, waitingCount], "the rows");
    assert.ok(goingCount <= row.capacity);
  }
  async function inOrder(answer: string): Promise<string[]> {
    return (await ask(house, "select person_id from rsvp where event_id = $1 and answer = $2 order by place_no", [event.id, answer])).rows.map((row) => row.person_id as string);
  }
  function coming() {
    return inOrder("going");
  }
  function waiting() {
    return inOrder("waitlisted");
  }
});
