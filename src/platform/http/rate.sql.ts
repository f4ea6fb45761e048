import { col } from "../db/columns.ts";
import { command, query } from "../db/query.ts";
import { sql } from "../db/sql.ts";

/** Counts one more attempt in this window and returns how many there were. */
export const countAttempt = query(
  { count: col.int },
  (key: string, startsAt: Temporal.Instant) => sql`
    insert into rate (key, starts_at, count)
    values (${key}, ${startsAt}, 1)
    on conflict (key, starts_at) do update set count = rate.count + 1
    returning count`,
);

export const forgetAttempts = command((before: Temporal.Instant) => sql`delete from rate where starts_at < ${before}`);
