import { col } from "./platform/db/columns.ts";
import { query } from "./platform/db/query.ts";
import { sql } from "./platform/db/sql.ts";

/** Work that waits and work that failed, for everybody's processes together. */
export const workload = query(
  { jobsWaiting: col.big, jobsTrying: col.big, jobsGivenUp: col.big, lettersWaiting: col.big, lettersRefused: col.big, lettersKept: col.big, workers: col.big },
  () => sql`
    select jobs.waiting as "jobsWaiting", jobs.trying as "jobsTrying", jobs.given_up as "jobsGivenUp",
           letters.waiting as "lettersWaiting", letters.refused as "lettersRefused", letters.kept as "lettersKept",
           (select count(*) from worker_heartbeat where seen_at > clock_timestamp() - interval '15 seconds') as workers
      from (select count(*) filter (where attempts = 0 and run_at <= now()) as waiting,
                   count(*) filter (where attempts > 0 and attempts < max_attempts) as trying,
                   count(*) filter (where attempts >= max_attempts and locked_at is null) as given_up
              from graphile_worker._private_jobs) jobs,
           (select count(*) filter (where refused_at is null and kept_at is null) as waiting,
                   count(*) filter (where refused_at is not null) as refused,
                   count(*) filter (where refused_at is null and kept_at is not null) as kept
              from letter
             where sent_at is null) letters`,
);
