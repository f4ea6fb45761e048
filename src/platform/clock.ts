/** The clock is an argument everywhere, so that tests, screenshots and the example network can stand still in time. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

export function frozenClock(at: Temporal.Instant | string): Clock {
  const instant = typeof at === "string" ? Temporal.Instant.from(at) : at;
  return { now: () => instant };
}
