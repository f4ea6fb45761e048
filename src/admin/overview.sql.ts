import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** How much there is of everything, and whether the engine runs. For one page now and then: it counts whole tables. */
export const overview = query(
  {
    people: col.big,
    imported: col.big,
    organisations: col.big,
    units: col.big,
    meetUps: col.big,
    messages: col.big,
    workers: col.big,
    jobsWaiting: col.big,
    jobsTrying: col.big,
    jobsGivenUp: col.big,
    databaseVersion: col.text,
    databaseBytes: col.big,
  },
  (now: Temporal.Instant) => sql`
    select (select count(*) from account) as people,
           (select count(*) from person where claimed_at is null and merged_into_id is null) as imported,
           (select count(*) from unit where kind = 'organisation' and closed_at is null) as organisations,
           (select count(*) from unit where kind <> 'organisation' and closed_at is null) as units,
           (select count(*) from event where published_at is not null and cancelled_at is null and ends_at > ${now}) as "meetUps",
           (select count(*) from message where deleted_at is null) as messages,
           (select count(*) from worker_heartbeat where seen_at > clock_timestamp() - interval '15 seconds') as workers,
           (select count(*) from graphile_worker._private_jobs where attempts = 0) as "jobsWaiting",
           (select count(*) from graphile_worker._private_jobs where attempts > 0 and attempts < max_attempts and locked_at is null) as "jobsTrying",
           (select count(*) from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null) as "jobsGivenUp",
           split_part(current_setting('server_version'), ' ', 1) as "databaseVersion",
           pg_database_size(current_database()) as "databaseBytes"`,
);
