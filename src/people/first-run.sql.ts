import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Whether anyone can sign in yet. */
export const anyAccount = query({ any: col.bool }, () => sql`select exists (select from account) as "any"`);

/** Several processes may each have printed a link; all hold until the first account is made. */
export const insertFirstRun = command(
  (tokenHash: Buffer, now: Temporal.Instant) => sql`insert into first_run (token_hash, created_at) values (${tokenHash}, ${now})`,
);

/** The link is good while nobody has an account. */
export const firstRunHolds = query(
  { holds: col.bool },
  (tokenHash: Buffer) => sql`
    select exists (select from first_run where token_hash = ${tokenHash})
           and not exists (select from account) as "holds"`,
);

/** In the transaction that makes the first account. The lock makes two who press at once wait for each other. */
export const lockFirstRun = command(() => sql`lock table first_run in share row exclusive mode`);

export const endFirstRun = command(() => sql`delete from first_run`);
