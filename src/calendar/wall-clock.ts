/**
 * From a date and a clock on the wall to an instant. Twice a year that is not one to one: when the clocks go forward an hour is missing, when they
 * go back an hour comes twice. Both are told apart here, so that a form can ask instead of guess.
 */
export type WallTime =
  | { kind: "one"; at: Temporal.Instant }
  /** The clocks jump over it, from one time to another: "01:00" to "02:00". */
  | { kind: "gap"; from: string; to: string }
  | { kind: "twice"; first: Temporal.Instant; second: Temporal.Instant };

export function wallTime(local: Temporal.PlainDateTime, zone: string): WallTime {
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochNanoseconds === later.epochNanoseconds) return { kind: "one", at: earlier.toInstant() };
  else if (earlier.toPlainDateTime().equals(local)) return { kind: "twice", first: earlier.toInstant(), second: later.toInstant() };
  const jump = earlier.getTimeZoneTransition("next")!;
  return { kind: "gap", from: clockOf(jump.subtract({ nanoseconds: 1 }).toPlainTime().round("minute")), to: clockOf(jump.toPlainTime()) };
}

/** "09:30", as form fields write it */
export function clockOf(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: "minute" });
}

export function isZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && Intl.DateTimeFormat("en", { timeZone: text }) !== null;
  } catch {
    return false;
  }
}

/** Every IANA zone that this machine knows; `extra` is added where it goes by an older name. */
export function zones(extra?: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return extra && !known.includes(extra) ? [extra, ...known] : known;
}
