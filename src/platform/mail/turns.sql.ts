/** Whose turn it is among the letters to many. */
import { col } from "../db/columns.ts";
import { query } from "../db/query.ts";
import { sql } from "../db/sql.ts";

/** Gives at most `most` letters their turn, and never lets more than `perMinute` have it in any sixty seconds. */
export const takeTurns = query(
  { id: col.uuid, urgency: col.int },
  (most: number, perMinute: number) => sql`
    with next as (
      select id
        from (select id, urgency, created_at, row_number() over (partition by urgency, kind, event_id order by created_at, id) as nth
                from letter
               where awaits_turn) waiting
       order by urgency, nth, created_at, id
       limit greatest(0, least(${most}::int, ${perMinute}::int - (select count(*) from letter where turn_at > clock_timestamp() - interval '1 minute')))
    )
    update letter set awaits_turn = false, turn_at = clock_timestamp()
     where id in (select id from next)
    returning id, urgency`,
);

export const isAnyAwaiting = query({ is: col.bool }, () => sql`select exists (select from letter where awaits_turn) as "is"`);

/** All that wait for their turn, and those about one event (null: of none). */
export const countAwaiting = query(
  { all: col.big, ofEvent: col.big },
  (eventId: string | null) => sql`select count(*) as "all", count(*) filter (where event_id = ${eventId}::uuid) as "ofEvent" from letter where awaits_turn`,
);
