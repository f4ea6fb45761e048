/** When somebody who said "maybe" is asked again. */
type Ahead = { readonly startsAt: Temporal.Instant; readonly answerBy: Temporal.Instant | null; readonly zone: string };

/** Sooner than this would be no reminder. */
const HOURS_TO_FORGET = 6;

/** At nine in the morning, two days before answers close or the event begins; the day before where that has gone by; null on the last day. */
export function remindAt({ startsAt, answerBy, zone }: Ahead, now: Temporal.Instant): Temporal.Instant | null {
  const last = (answerBy ?? startsAt).toZonedDateTimeISO(zone).toPlainDate();
  const mornings = [2, 1].map((days) => last.subtract({ days }).toZonedDateTime({ timeZone: zone, plainTime: "09:00" }).toInstant());
  return mornings.find((at) => at.since(now).total("hours") >= HOURS_TO_FORGET) ?? null;
}
