import { command } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Touches no row when they are one already. */
export const setAdministrator = command(
  (personId: string, now: Temporal.Instant) => sql`
    update account
       set administrator_since = ${now}
     where person_id = ${personId}
       and administrator_since is null`,
);
