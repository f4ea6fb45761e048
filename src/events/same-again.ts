/** "Same again next month": an event's form with its dates moved to the same weekday of a later month. */
import type { Typed } from "./typed-moment.ts";

/** The second Thursday for a second Thursday; the last one where a month has no fifth. The first such day that is after today. */
export function nextOfItsKind(on: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const nth = Math.ceil(on.day / 7);
  const month = on.toPlainYearMonth();
  const from = Math.max(1, month.until(today.toPlainYearMonth(), { largestUnit: "months" }).months);
  const [soon, later] = [from, from + 1].map((months) => weekdayOf(month.add({ months }), on.dayOfWeek, nth)) as [Temporal.PlainDate, Temporal.PlainDate];
  return Temporal.PlainDate.compare(soon, today) > 0 ? soon : later;
}

/** All its dates move by as many days, and the clocks stand as they are, whatever summer time does in between. */
export function sameAgain(typed: Typed, on: Temporal.PlainDate, next: Temporal.PlainDate): Typed {
  const days = on.until(next, { largestUnit: "days" }).days;
  const moved = Object.entries(typed).filter(([name]) => !name.endsWith("Which"));
  return Object.fromEntries(moved.map(([name, value]) => [name, name.endsWith("Date") && value ? Temporal.PlainDate.from(value).add({ days }).toString() : value]));
}

function weekdayOf(month: Temporal.PlainYearMonth, weekday: number, nth: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const day = 1 + ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7;
  return first.with({ day: day > month.daysInMonth ? day - 7 : day });
}
