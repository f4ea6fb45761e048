/** When somebody who said "maybe" is asked again. */
type Ahead = { readonly startsAt: Temporal.Instant; readonly answerBy: Temporal.Instant | null; readonly zone: string };

/** At nine in the morning, two days before answers close or the event begins; null where that has gone by. */
export function remindAt({ startsAt, answerBy, zone }: Ahead, now: Temporal.Instant): Temporal.Instant | null {
  const last = (answerBy ?? startsAt).toZonedDateTimeISO(zone);
  const at = last.toPlainDate().subtract({ days: 2 }).toZonedDateTime({ timeZone: zone, plainTime: "09:00" }).toInstant();
  return Temporal.Instant.compare(at, now) > 0 ? at : null;
}
