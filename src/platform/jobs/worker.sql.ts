import { col } from "../db/columns.ts";
import { command, query } from "../db/query.ts";
import { sql } from "../db/sql.ts";

export const workerSeen = command(
  (id: string) => sql`
    insert into worker_heartbeat (worker_id, seen_at)
    values (${id}, clock_timestamp())
    on conflict (worker_id) do update set seen_at = excluded.seen_at`,
);

/** Workers that hold a job or a queue and were not seen for so long. One that has no heartbeat row (yet) counts from when it took the job. */
export const silentWorkers = query(
  { workerId: col.text },
  (seconds: number) => sql`
    with holder as (
      select locked_by, max(locked_at) as locked_at
        from (select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
              union all
              select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null) held
       group by locked_by
    )
    select holder.locked_by as "workerId"
      from holder
      left join worker_heartbeat beat on beat.worker_id = holder.locked_by
     where greatest(beat.seen_at, case when beat.seen_at is null then holder.locked_at end) < clock_timestamp() - make_interval(secs => ${seconds}::float8)`,
);

export const giveBackJobs = command((ids: string[]) => sql`select graphile_worker.force_unlock_workers(${ids}::text[])`);

export const forgetWorker = command((ids: string[]) => sql`delete from worker_heartbeat where worker_id = any(${ids}::text[])`);

/** Jobs that this worker has held for so long. */
export const lockedFor = query(
  { id: col.text },
  (workerId: string, seconds: number) => sql`
    select id::text
      from graphile_worker._private_jobs
     where locked_by = ${workerId} and locked_at < clock_timestamp() - make_interval(secs => ${seconds}::float8)`,
);

export const giveBackUnheard = command(
  (workerId: string, ids: string[]) => sql`
    with given as (
      update graphile_worker._private_jobs set locked_at = null, locked_by = null
       where locked_by = ${workerId} and id = any(${ids}::bigint[])
      returning job_queue_id
    )
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null
     where locked_by = ${workerId} and id in (select job_queue_id from given)`,
);
