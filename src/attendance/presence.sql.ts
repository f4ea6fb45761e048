import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import type { Sql } from "../platform/db/sql.ts";
import { sql } from "../platform/db/sql.ts";
import type { Feedback } from "./presence.ts";

/** Whose word counts: an organiser's correction before the door's, and the door's before one's own. For queries that call the event `e`. */
const theWord = (what: Sql, personId: Sql): Sql => sql`
  (select ${what} from attendance a where a.event_id = e.id and a.person_id = ${personId} order by array_position(array['organiser', 'door', 'self'], a.said_by) limit 1)`;

/** Whether they came; null where nobody has said. */
export const cameTo = (personId: Sql): Sql => theWord(sql`a.came`, personId);
export const whoSaysSo = (personId: Sql): Sql => theWord(sql`a.said_by`, personId);

/** Nobody who said no, or nothing, is asked whether they were there. */
export const ownPresence = query(
  { came: col.bool.orNull, isHeard: col.bool },
  (eventId: string, personId: string) => sql`
    select own.came, exists (select from feedback_given f where f.event_id = r.event_id and f.person_id = r.person_id) as "isHeard"
      from rsvp r
      left join attendance own on own.event_id = r.event_id and own.person_id = r.person_id and own.said_by = 'self'
     where r.event_id = ${eventId}
       and r.person_id = ${personId}
       and r.answer <> 'not_going'`,
);

export const saySelf = command(
  (eventId: string, personId: string, came: boolean, at: Temporal.Instant) => sql`
    insert into attendance (event_id, person_id, said_by, came, noted_at, noted_by)
    values (${eventId}, ${personId}, 'self', ${came}, ${at}, ${personId})
    on conflict (event_id, person_id, said_by) do update set came = excluded.came, noted_at = excluded.noted_at where attendance.came <> excluded.came`,
);

/** Touches no row where they have been heard already. */
export const noteHeard = command((eventId: string, personId: string) => sql`insert into feedback_given (event_id, person_id) values (${eventId}, ${personId}) on conflict do nothing`);

/** In a transaction that holds the event's row, so that no two are the same in order. */
export const insertFeedback = command(
  (eventId: string, { how, keep, change }: Feedback) => sql`
    insert into feedback (event_id, nth, how, keep, change)
    select ${eventId}, 1 + count(*), ${how}, ${keep}, ${change} from feedback where event_id = ${eventId}`,
);
