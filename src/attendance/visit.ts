/** The times of a flying visit, as somebody types them and as pages say them. */

export type Span = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant };

/** Over more than a day and night, a time of day alone would not say which day. */
export function needsDates({ startsAt, endsAt }: Span): boolean {
  return endsAt.since(startsAt).total("hours") > 24;
}

/**
 * "19:15" as a moment of the event, by the clock on its wall; null where the event has no such moment. An evening may go past midnight: "00:30" is
 * then the next day's. `date` ("2026-07-10") says which day, for events that need it.
 */
export function momentOf(span: Span, zone: string, time: string, date?: string): Temporal.Instant | null {
  const clock = parsed(() => Temporal.PlainTime.from(tidyClock(time)));
  if (!clock) return null;
  const first = span.startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const last = span.endsAt.toZonedDateTimeISO(zone).toPlainDate();
  const given = date ? parsed(() => Temporal.PlainDate.from(date)) : null;
  if (date && !given) return null;
  for (let day = given ?? first; Temporal.PlainDate.compare(day, given ?? last) <= 0; day = day.add({ days: 1 })) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant();
    if (Temporal.Instant.compare(at, span.startsAt) >= 0 && Temporal.Instant.compare(at, span.endsAt) <= 0) return at;
  }
  return null;
}

/** "19:15", for a form's field. */
export function clockOf(at: Temporal.Instant | null, zone: string): string {
  return at ? at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" }) : "";
}

export function dateOf(at: Temporal.Instant | null, zone: string): string {
  return at ? at.toZonedDateTimeISO(zone).toPlainDate().toString() : "";
}

/** Where a browser has no field for times, people type "7.15", "19.15" or "19h15". */
function tidyClock(text: string): string {
  const [, hour, minute] = /^(\d{1,2})(?:[.:h](\d{2}))?(?::\d{2})?$/.exec(text.trim()) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, "0")}:${minute ?? "00"}`;
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
