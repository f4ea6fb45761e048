/** Accounts as those who run the server see them: enough to help their owners, and no more. */

/** The Monday of the week in which somebody was last here: an administrator need not know the hour. */
export function weekOf(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** What somebody typed, as a pattern that finds it anywhere. */
export function patternFor(typed: string): string {
  return `%${typed.normalize("NFC").trim().slice(0, 100).replace(/[\\%_]/g, "\\$&")}%`;
}
