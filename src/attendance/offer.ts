/** Until when a place that came free is kept for the next in line. */
const NIGHT_BEGINS = 21;
const MORNING = 9;
/** Nearer than this to the start a place is given at once: nobody would have time to say no, and the next in line none to come. */
export const HOURS_BEFORE_START = 24;

/** `hours` from now, never in the night of the person's own zone; null where that would be too near the start. */
export function offerEnd(now: Temporal.Instant, hours: number, zone: string, startsAt: Temporal.Instant): Temporal.Instant | null {
  const end = byDay(now.add({ hours }), zone);
  return Temporal.Instant.compare(end, startsAt.subtract({ hours: HOURS_BEFORE_START })) > 0 ? null : end;
}

function byDay(at: Temporal.Instant, zone: string): Temporal.Instant {
  const local = at.toZonedDateTimeISO(zone);
  if (local.hour >= MORNING && local.hour < NIGHT_BEGINS) return at;
  const day = local.hour < MORNING ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: MORNING }) }).toInstant();
}
