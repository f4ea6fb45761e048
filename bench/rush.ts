/**
 * Two thousand people answer at once for a hundred places, and against it two thousand bare inserts of one row each, every one in a transaction of
 * its own over the same pool of connections, in the same run.
 */
import { reply } from "../src/attendance/rsvp.actions.ts";
import { command } from "../src/platform/db/query.ts";
import { sql } from "../src/platform/db/sql.ts";
import { idFrom } from "../src/platform/ids.ts";
import { addMeetUp, ask } from "../test/event.ts";
import { fresh } from "../test/fresh.ts";
import type { Fresh } from "../test/fresh.ts";
import { median } from "./figure.ts";
import type { Bench } from "./figure.ts";

const PEOPLE = 2000;
const PLACES = 100;
const ROUNDS = 3;

export const bench: Bench = async () => {
  const home = await fresh();
  try {
    const people = Array.from({ length: PEOPLE }, (_, i) => idFrom(`rush ${i}`));
    const at = home.house.clock.now().toString();
    await ask(home.house, "insert into person (id, name, claimed_at, created_at, updated_at) select id, 'Person', $2, $2, $2 from unnest($1::uuid[]) id", [people, at]);
    await ask(home.house, "create table bare_answer (round int, person_id uuid references person, answered_at timestamptz, primary key (round, person_id))");
    const replies: number[] = [];
    const inserts: number[] = [];
    let over = 0;
    for (let round = 0; round < ROUNDS; round++) {
      inserts.push(await bareInserts(home, people, round));
      const { seconds, going } = await rush(home, people, round);
      replies.push(seconds);
      over = Math.max(over, going - PLACES);
    }
    return [
      { name: "people beyond the places", value: over, unit: "", aim: "0", holds: over === 0 },
      { name: "answers, with their change and their job", value: PEOPLE / median(replies), unit: "/s" },
      { name: "bare inserts, a transaction each", value: PEOPLE / median(inserts), unit: "/s" },
      { name: "an answer against a bare insert", value: median(replies) / median(inserts), unit: "times as long" },
    ];
  } finally {
    await home.close();
  }
};

async function rush({ house, cast }: Fresh, people: string[], round: number): Promise<{ seconds: number; going: number }> {
  const event = await addMeetUp(house, cast, { capacity: PLACES, title: `Rush ${round}` });
  const began = performance.now();
  await Promise.all(people.map((person) => reply(house, person, event.id, { answer: "going", from: null, until: null, isUnlisted: false })));
  const seconds = (performance.now() - began) / 1000;
  return { seconds, going: (await event.row())["going_count"] };
}

async function bareInserts({ house }: Fresh, people: string[], round: number): Promise<number> {
  const now = house.clock.now();
  const began = performance.now();
  await Promise.all(people.map((person) => house.db.transaction((tx) => insertBare.run(tx, round, person, now))));
  return (performance.now() - began) / 1000;
}

const insertBare = command((round: number, personId: string, now: Temporal.Instant) => sql`insert into bare_answer values (${round}, ${personId}, ${now})`);
