import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const beginBackup = command(
  (id: string, name: string, place: string, now: Temporal.Instant) => sql`
    insert into backup_run (id, name, place, started_at) values (${id}, ${name}, ${place}, ${now})`,
);

export const finishBackup = command(
  (id: string, bytes: number, rows: number, now: Temporal.Instant) => sql`
    update backup_run set finished_at = ${now}, byte_count = ${bytes}, row_count = ${rows} where id = ${id}`,
);

export const failBackup = command(
  (id: string, problem: string, now: Temporal.Instant) => sql`update backup_run set failed_at = ${now}, problem = ${problem} where id = ${id}`,
);

const columns = {
  id: col.uuid,
  name: col.text,
  place: col.text,
  startedAt: col.instant,
  finishedAt: col.instant.orNull,
  failedAt: col.instant.orNull,
  problem: col.text.orNull,
  bytes: col.big.orNull,
  rows: col.big.orNull,
};

export const lastBackup = query(
  columns,
  () => sql`
    select id, name, place, started_at as "startedAt", finished_at as "finishedAt", failed_at as "failedAt", problem, byte_count as bytes, row_count as rows
      from backup_run
     where finished_at is not null
     order by started_at desc, id desc
     limit 1`,
);

export const insertDrill = command(
  (name: string, madeAt: Temporal.Instant, rows: number, now: Temporal.Instant) => sql`
    insert into backup_drill (name, made_at, row_count, drilled_at) values (${name}, ${madeAt}, ${rows}, ${now})`,
);

export const lastDrill = query(
  { name: col.text, madeAt: col.instant, rows: col.big, drilledAt: col.instant },
  () => sql`select name, made_at as "madeAt", row_count as rows, drilled_at as "drilledAt" from backup_drill order by drilled_at desc limit 1`,
);

/** Attempts older than this are of no use to anybody; the last good one stays in any case. */
export const forgetBackupRuns = command(
  (before: Temporal.Instant) => sql`
    delete from backup_run
     where started_at < ${before}
       and id is distinct from (select id from backup_run where finished_at is not null order by started_at desc, id desc limit 1)`,
);
