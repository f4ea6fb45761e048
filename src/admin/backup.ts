/** When the next scheduled backup is due, and how those of the past are told. */

/** The schedule looks once an hour; a backup that began a few minutes later than its hour must not push the next one back by another. */
const SLACK_MINUTES = 20;

export function isDue(every: number | null, lastStartedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (every === null) return false;
  return lastStartedAt === null || now.since(lastStartedAt).total("minutes") >= every * 60 - SLACK_MINUTES;
}

/** Old enough that somebody should look: two turns were missed. */
export function isLate(every: number | null, lastFinishedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return every !== null && lastFinishedAt !== null && now.since(lastFinishedAt).total("hours") > every * 2 + 1;
}

/** A drill older than this has not shown that today's backups can be restored. */
export const DRILL_DAYS = 100;
