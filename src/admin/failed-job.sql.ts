/** Jobs that failed: those that are tried again by themselves, and those that have been tried for the last time. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

const failed = sql`j.attempts > 0 and j.last_error is not null`;

export const failedJobs = query(
  { id: col.text, task: col.text, attempts: col.int, lastError: col.text.orNull, runAt: col.instant, isGivenUp: col.bool, isUnderWay: col.bool, letterId: col.text.orNull },
  (count: number) => sql`
    select j.id::text, t.identifier as task, j.attempts::int, j.last_error as "lastError", j.run_at as "runAt",
           j.attempts >= j.max_attempts as "isGivenUp", j.locked_at is not null as "isUnderWay",
           case when t.identifier = 'send-letter' then j.payload ->> 'letterId' end as "letterId"
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where ${failed}
     order by j.attempts >= j.max_attempts desc, j.run_at, j.id
     limit ${count}::int`,
);

/** `others` are those that can be dropped: an unsent letter comes back by itself, it is looked after under Letters. */
export const failedCounts = query(
  { tryAgain: col.big, givenUp: col.big, others: col.big },
  () => sql`
    select count(*) filter (where j.attempts < j.max_attempts) as "tryAgain",
           count(*) filter (where j.attempts >= j.max_attempts) as "givenUp",
           count(*) filter (where t.identifier <> 'send-letter') as "others"
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where ${failed}`,
);

/** From the beginning and at once: one of them, or all (null). Those under way are left alone. */
export const retryFailed = command(
  (id: string | null) => sql`
    select 1
      from graphile_worker.reschedule_jobs(
        array(select j.id from graphile_worker._private_jobs j where ${failed} and (${id}::bigint is null or j.id = ${id}::bigint)),
        run_at => now(), attempts => 0)`,
);

export const dropFailed = command(
  (id: string | null) => sql`
    select 1
      from graphile_worker.complete_jobs(
        array(select j.id
                from graphile_worker._private_jobs j
                join graphile_worker._private_tasks t on t.id = j.task_id
               where ${failed} and t.identifier <> 'send-letter' and (${id}::bigint is null or j.id = ${id}::bigint)))`,
);

export type FailedJob = Awaited<ReturnType<typeof failedJobs.many>>[number];
export type FailedCounts = Awaited<ReturnType<typeof failedCounts.one>>;
