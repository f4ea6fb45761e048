import { command } from "../db/query.ts";
import type { Tx } from "../db/query.ts";
import { sql } from "../db/sql.ts";

/** What a job is given: ids, never names or addresses (a failed job stays readable in the job board). */
export type Payload = Record<string, string | number | boolean | null | string[]>;

export type JobOptions = {
  /** A job with the same key that has not begun is replaced, so that asking twice does the work once. */
  key?: string;
  runAt?: Temporal.Instant;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** Smaller runs earlier; letters that somebody is waiting for come before announcements. */
  priority?: number;
  /** A job with the same key that waits stays due when it is, however often it is asked for. */
  keepsTime?: boolean;
};

/** Queues a job; it becomes visible to workers when the transaction commits. */
export async function enqueue(tx: Tx, task: string, payload: Payload, { key, runAt, queue, priority, keepsTime }: JobOptions = {}): Promise<void> {
  await addJob.run(tx, task, JSON.stringify(payload), queue ?? null, runAt ?? null, key ?? null, priority ?? null, keepsTime ? "preserve_run_at" : "replace");
}

/** Many jobs of one kind in one statement: an announcement to ten thousand people. */
export async function enqueueMany(tx: Tx, task: string, jobs: { payload: Payload; key: string }[], { priority }: Pick<JobOptions, "priority"> = {}): Promise<void> {
  if (jobs.length === 0) return;
  await addJobs.run(tx, task, jobs.map((job) => JSON.stringify(job.payload)), jobs.map((job) => job.key), priority ?? 0);
}

const addJob = command(
  (task: string, payload: string, queue: string | null, runAt: Temporal.Instant | null, key: string | null, priority: number | null, keyMode: string) => sql`
    select 1 from graphile_worker.add_job(${task}::text, ${payload}::json, queue_name => ${queue}::text, run_at => ${runAt}::timestamptz,
                                          job_key => ${key}::text, priority => ${priority}::smallint, max_attempts => 25::smallint, job_key_mode => ${keyMode}::text)`,
);

const addJobs = command(
  (task: string, payloads: string[], keys: string[], priority: number) => sql`
    select 1
      from graphile_worker.add_jobs(
        array(select (${task}::text, payload, null, null, 25::smallint, key, ${priority}::smallint, null)::graphile_worker.job_spec
                from unnest(${payloads}::json[], ${keys}::text[]) as job (payload, key)),
        job_key_preserve_run_at => true)`,
);
