/** The meet-up of all tests: Thursday 9 July 2026, 17:30 to 21:00 in the Old Reading Room, held by TLG East Anglia. */
import pg from "pg";
import type { House } from "../src/house.ts";
import { idFrom } from "../src/platform/ids.ts";
import type { Cast, Person } from "./cast.ts";

export type MeetUp = {
  id: string;
  path: string;
  /** Changes the event's row behind the product's back. */
  set(columns: Record<string, unknown>): Promise<void>;
  /** Answers for people, in this order, without letters. */
  answers(answer: "going" | "maybe" | "not_going" | "waitlisted", ...people: Person[]): Promise<void>;
  row(): Promise<Record<string, any>>;
};

export async function addMeetUp(house: House, cast: Cast, columns: Record<string, unknown> = {}): Promise<MeetUp> {
  const at = house.clock.now().subtract({ hours: 24 * 30 }).toString();
  const id = idFrom(`meet-up ${JSON.stringify(columns)}`);
  const venueId = idFrom("venue the Old Reading Room");
  await ask(
    house,
    `insert into venue (id, organisation_id, name, address, area, directions, step_free, hearing, created_at, updated_at)
     values ($1, $2, 'The Old Reading Room', '4 Mill Lane, Fenbridge', 'Fenbridge', 'Eight minutes on foot from the station', 'Yes, by the side door', 'Induction loop', $3, $3)
     on conflict (id) do nothing`,
    [venueId, cast.tlg.id, at],
  );
  const row: Record<string, unknown> = {
    id,
    unit_id: cast.eastAnglia.id,
    title: "Summer meet-up at the Old Reading Room",
    summary: "Tea, sandwiches and people who do what you do.",
    notes: "Use the **side door** on Mill Lane.",
    zone: "Europe/London",
    starts_at: "2026-07-09T16:30:00Z",
    ends_at: "2026-07-09T20:00:00Z",
    venue_id: venueId,
    capacity: 60,
    cost: "Free. Tea and sandwiches",
    icebreaker: "What is the oddest thing you have found tucked inside a returned book?",
    created_by: cast.gwen.id,
    created_at: at,
    updated_at: at,
    published_at: at,
    ...columns,
  };
  const names = Object.keys(row);
  await ask(house, `insert into event (${names.join()}) values (${names.map((_, i) => `$${i + 1}`).join()})`, Object.values(row));
  return {
    id,
    path: `/events/${id}`,
    async set(changed) {
      await ask(house, `update event set ${Object.keys(changed).map((name, i) => `${name} = $${i + 2}`).join()} where id = $1`, [id, ...Object.values(changed)]);
    },
    async answers(answer, ...people) {
      const count = { going: "going_count", maybe: "maybe_count", waitlisted: "waiting_count", not_going: null }[answer];
      await ask(
        house,
        `with places as (update event set next_place = next_place + $5${count ? `, ${count} = ${count} + $5` : ""} where id = $1 returning next_place - $5 as first)
         insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at)
         select $1, person_id, $3, first + n - 1, $4, $4 from places, unnest($2::uuid[]) with ordinality as one (person_id, n)`,
        [id, people.map((person) => person.id), answer, house.clock.now().toString(), people.length],
      );
    },
    row: async () => (await ask(house, "select * from event where id = $1", [id])).rows[0],
  };
}

export async function ask(house: House, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(house.db.connection);
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
