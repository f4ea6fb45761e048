/** The day on which something happens to a membership is the day at the organisation. */
export function dayAt(now: Temporal.Instant, zone: string): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate();
}
