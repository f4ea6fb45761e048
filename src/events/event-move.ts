/** What follows when an event that people answered gets another time or place. */
import { isBefore } from "./event.ts";

type Placed = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string; venueId: string | null };

export type Move = {
  /** Seconds by which start and end moved together, and a flying visit's own times with them; 0 where it did not move or is not as long as before */
  seconds: number;
  /** The start that it had, where it is on another day now */
  wasStartsAt: Temporal.Instant | null;
  /** Whoever said yes to the old one may not mean the new one */
  asksAgain: boolean;
};

/** A quarter of an hour is told and not asked about. */
const FAR_SECONDS = 30 * 60;

export function moveOf(before: Placed & { wasStartsAt: Temporal.Instant | null }, after: Placed): Move {
  const start = after.startsAt.since(before.startsAt).total("seconds");
  const end = after.endsAt.since(before.endsAt).total("seconds");
  const isOn = (day: Temporal.PlainDate, at: Temporal.Instant, zone: string) => day.equals(dayOf(at, zone));
  const day = dayOf(after.startsAt, after.zone);
  const wasBefore = before.wasStartsAt;
  // Back on the day from which it had moved there is nothing to say any more.
  const isBack = wasBefore !== null && isOn(day, wasBefore, after.zone);
  const wasStartsAt = isBack ? null : isOn(day, before.startsAt, before.zone) ? wasBefore : before.startsAt;
  return { seconds: start === end ? start : 0, wasStartsAt, asksAgain: Math.abs(start) >= FAR_SECONDS || before.venueId !== after.venueId };
}

/** Whether an answer is from before the move, and not yet given again. */
export function isAskedAgain(event: { asksAgainAt: Temporal.Instant | null; endsAt: Temporal.Instant; cancelledAt: Temporal.Instant | null }, answeredAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return event.asksAgainAt !== null && isBefore(answeredAt, event.asksAgainAt) && isBefore(now, event.endsAt) && event.cancelledAt === null;
}

function dayOf(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}
