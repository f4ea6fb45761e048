import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { dropFailed, retryFailed } from "./failed-job.sql.ts";

/** One of them, or all (null). Returns how many: those that were done or gone in the meantime are no fault. */
export function tryFailedAgain(house: House, by: Viewer, id: string | null): Promise<number> {
  return settle(house, by, id, retryFailed, "jobs.tried-again");
}

/** What they would have done is never done. */
export function dropFailedJobs(house: House, by: Viewer, id: string | null): Promise<number> {
  return settle(house, by, id, dropFailed, "jobs.dropped");
}

async function settle(house: House, by: Viewer, id: string | null, write: typeof retryFailed, kind: "jobs.tried-again" | "jobs.dropped"): Promise<number> {
  if (!by.isAdministrator) return 0;
  return house.db.transaction(async (tx) => {
    const count = await write.run(tx, id);
    if (count > 0) await record(tx, { kind, at: house.clock.now(), by: by.personId, about: { count } });
    return count;
  });
}
