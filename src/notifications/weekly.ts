/** The weekly letter goes out on Monday at seven, where its reader lives. */
const HOUR = 7;

/**
 * That Monday's seven o'clock, from then on for a day (the server may have slept through the morning); null at any other time. What was announced
 * after it waits for the next Monday.
 */
export function weeklyCutoff(now: Temporal.Instant, zone: string): Temporal.Instant | null {
  const here = now.toZonedDateTimeISO(zone);
  const monday = here.toPlainDate().subtract({ days: here.dayOfWeek - 1 });
  const seven = monday.toZonedDateTime({ timeZone: zone, plainTime: { hour: HOUR } }).toInstant();
  const hours = now.since(seven).total("hours");
  return hours >= 0 && hours < 24 ? seven : null;
}
