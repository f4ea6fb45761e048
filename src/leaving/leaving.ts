/** A week in which one may stay after all. */
export const GRACE_DAYS = 7;

export function leavesAt(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 24 * GRACE_DAYS });
}

/** What is in the way of leaving: others would be left without anybody who looks after them. */
export type Obstacle = { kind: "last-organiser"; name: string; slug: string } | { kind: "last-administrator" };
