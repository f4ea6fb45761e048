import { command } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** The answer is from now on: it was given knowing the new time and place. */
export const keepAnswer = command(
  (eventId: string, personId: string, now: Temporal.Instant) => sql`
    update rsvp r
       set updated_at = ${now}
      from event e
     where e.id = r.event_id
       and r.event_id = ${eventId}
       and r.person_id = ${personId}
       and r.answer <> 'not_going'
       and e.asks_again_at > r.updated_at
       and e.cancelled_at is null
       and e.ends_at > ${now}`,
);
