import { command } from "./query.ts";
import { sql } from "./sql.ts";

/** Tells every process, when the transaction commits. `channel` has no space. */
export const notify = command((channel: string, payload: string) => sql`select pg_notify('branchline', ${channel}::text || ' ' || ${payload}::text)`);
