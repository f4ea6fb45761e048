/** Moments as forms carry them: `startsDate` and `startsTime`, and `startsWhich` for the hour that comes twice. */
import { clockOf, wallTime } from "../calendar/wall-clock.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import type { Values } from "../platform/i18n/translate.ts";

export type Typed = Record<string, string>;

export type Fault = (name: string, key: MessageKey, about?: Values) => void;

/** Null where nothing was typed, or where it cannot be (then the fault is noted). */
export function moment(name: string, typed: Typed, zone: string, fault: Fault, day = typed[`${name}Date`]): Temporal.Instant | null {
  const clock = typed[`${name}Time`];
  if (!day && !clock) return null;
  const date = parse(Temporal.PlainDate, day);
  const time = parse(Temporal.PlainTime, clock);
  if (!date || date.year < 1970 || date.year > 2200) return (fault(name, "events.dateWrong"), null);
  else if (!time) return (fault(name, "events.timeWrong"), null);
  const wall = wallTime(date.toPlainDateTime(time), zone);
  if (wall.kind === "one") return wall.at;
  else if (wall.kind === "gap") return (fault(name, "events.timeMissing", { clock: clockOf(time), from: wall.from, to: wall.to }), null);
  const which = typed[`${name}Which`];
  if (which === "first") return wall.first;
  else if (which === "second") return wall.second;
  return (fault(name, "events.timeTwice", { clock: clockOf(time) }), null);
}

/** Without a date of its own it is the same evening, or the small hours after it. */
export function momentAfter(name: string, typed: Typed, zone: string, start: Temporal.Instant, fault: Fault): Temporal.Instant | null {
  if (typed[`${name}Date`] || !typed[`${name}Time`]) return moment(name, typed, zone, fault);
  const begins = start.toZonedDateTimeISO(zone);
  const time = parse(Temporal.PlainTime, typed[`${name}Time`]);
  const isNextDay = time && Temporal.PlainTime.compare(time, begins.toPlainTime()) <= 0;
  return moment(name, typed, zone, fault, begins.toPlainDate().add({ days: isNextDay ? 1 : 0 }).toString());
}

/** Doors open at most six hours before it starts; over midnight that is the evening before. */
export function doorsBefore(clock: string, zone: string, start: Temporal.Instant): Temporal.Instant | null {
  const time = parse(Temporal.PlainTime, clock);
  if (!time) return null;
  const begins = start.toZonedDateTimeISO(zone);
  const sameDay = begins.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: time });
  const doors = Temporal.ZonedDateTime.compare(sameDay, begins) <= 0 ? sameDay : sameDay.subtract({ days: 1 });
  return doors.until(begins).total("hours") <= 6 ? doors.toInstant() : null;
}

function parse<T>(type: { from(text: string): T }, text: string | undefined): T | null {
  try {
    return text ? type.from(text) : null;
  } catch {
    return null;
  }
}

/** What the form shows of an instant. */
export function typedMoment(name: string, at: Temporal.Instant | null, zone: string): Typed {
  if (!at) return { [`${name}Date`]: "", [`${name}Time`]: "" };
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime();
  const wall = wallTime(local, zone);
  return {
    [`${name}Date`]: local.toPlainDate().toString(),
    [`${name}Time`]: clockOf(local.toPlainTime()),
    ...(wall.kind === "twice" ? { [`${name}Which`]: wall.first.equals(at) ? "first" : "second" } : {}),
  };
}

/** Whether the clock shows this time twice that day, so that the form must ask which. */
export function comesTwice(name: string, typed: Typed, zone: string): boolean {
  const date = parse(Temporal.PlainDate, typed[`${name}Date`]);
  const time = parse(Temporal.PlainTime, typed[`${name}Time`]);
  return date !== null && time !== null && wallTime(date.toPlainDateTime(time), zone).kind === "twice";
}
