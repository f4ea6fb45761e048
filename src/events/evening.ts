import type { Event } from "./event.ts";

/** "All evening" and "the evening" are only said of an evening. */
export function isEvening({ startsAt, endsAt, zone }: Pick<Event, "startsAt" | "endsAt" | "zone">): boolean {
  return startsAt.toZonedDateTimeISO(zone).hour >= 16 && endsAt.epochMilliseconds - startsAt.epochMilliseconds <= 8 * 3_600_000;
}
