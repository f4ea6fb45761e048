/** A job for each so many people of an audience of any size. */
import type { Database } from "../db/database.ts";
import { enqueueMany } from "./enqueue.ts";

/** Of one job: a transaction of letters that is short enough to do again. */
const BATCH = 200;
/** Read at once, and never all: an audience may be anything. */
const READ = 25 * BATCH;
const NOBODY = "00000000-0000-0000-0000-000000000000";
/** After every letter that somebody waits for. */
const PRIORITY = 10;

/** `peopleAfter` gives ids above one, in their order. Walked again, it queues the same jobs under the same keys. */
export async function inBatches(db: Database, task: string, payload: Record<string, string>, peopleAfter: (after: string, limit: number) => Promise<{ personId: string }[]>): Promise<void> {
  const about = Object.values(payload).join(":");
  for (let after = NOBODY; ; ) {
    const ids = (await peopleAfter(after, READ)).map(({ personId }) => personId);
    const jobs = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ids.slice(i * BATCH, (i + 1) * BATCH)).map((personIds) => ({ payload: { ...payload, personIds }, key: `${task}:${about}:${personIds[0]!}` }));
    await db.transaction((tx) => enqueueMany(tx, task, jobs, { priority: PRIORITY }));
    if (ids.length < READ) return;
    after = ids.at(-1)!;
  }
}
