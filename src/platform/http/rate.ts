import type { Db } from "../db/query.ts";
import { hashToken } from "../ids.ts";
import { countAttempt } from "./rate.sql.ts";

export type Rate = { most: number; minutes: number };

/**
 * Counts an attempt and says whether it is within the rate; all processes count together. `who` (an address, an IP) is stored as a hash only.
 * Windows are fixed, so at most twice the rate fits around the edge of two.
 */
export async function withinRate(db: Db, now: Temporal.Instant, what: string, who: string, { most, minutes }: Rate): Promise<boolean> {
  const length = minutes * 60_000;
  const startsAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length);
  const { count } = await countAttempt.one(db, `${what}:${hashToken(who).toString("base64url").slice(0, 22)}`, startsAt);
  return count <= most;
}
