import { command } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** How people answer, and what they are asked, as it is for another event. Not more places held back than there are now. */
export const copyAnswering = command(
  (from: string, to: string) => sql`
    with asked as (
      insert into event_question (event_id, nth, kind, words, purpose, options, is_required)
      select ${to}, row_number() over (order by nth), kind, words, purpose, options, is_required from event_question where event_id = ${from} and stopped_at is null
    )
    update event e
       set online_capacity = o.online_capacity, held_back = least(o.held_back, coalesce(e.capacity, o.held_back)), guests_each = o.guests_each,
           offer_hours = o.offer_hours, asks_first = o.asks_first, question_count = o.question_count
      from event o
     where o.id = ${from} and e.id = ${to}`,
);
