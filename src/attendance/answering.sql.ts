import { command } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Answering } from "./answering.ts";

export const updateAnswering = command(
  (eventId: string, a: Answering) => sql`
    update event
       set online_capacity = ${a.onlineCapacity}, held_back = ${a.heldBack}, guests_each = ${a.guestsEach}, offer_hours = ${a.offerHours}, asks_first = ${a.asksFirst},
           version = version + 1
     where id = ${eventId}`,
);

/** One of the places held back is held no more: somebody has it. */
export const takeHeld = command((eventId: string) => sql`update event set held_back = held_back - 1 where id = ${eventId} and held_back > 0`);
