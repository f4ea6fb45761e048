/** From the yeses of each day to a curve: where it steps up, and the scale beside it. */
export type Curve = {
  /** A share of the span from 0 to 1, and how many from there on. */
  readonly steps: readonly { at: number; value: number }[];
  readonly max: number;
  readonly scale: readonly number[];
  readonly first: Temporal.PlainDate;
  /** The day of the event, or today when that is later. */
  readonly last: Temporal.PlainDate;
  /** Where today is on the span. */
  readonly today: number;
};

type OfDay = { readonly day: Temporal.PlainDate; readonly count: number };

/** Null before there is anything to draw. `days` are in order. */
export function curveOf(days: readonly OfDay[], span: { announced: Temporal.PlainDate; event: Temporal.PlainDate; today: Temporal.PlainDate }, capacity: number | null): Curve | null {
  const firstYes = days[0];
  if (!firstYes) return null;
  const earliest = [span.announced, firstYes.day].toSorted(Temporal.PlainDate.compare)[0]!;
  const last = Temporal.PlainDate.compare(span.event, span.today) >= 0 ? span.event : span.today;
  const length = Math.max(1, daysBetween(earliest, last));
  const at = (day: Temporal.PlainDate) => Math.min(1, Math.max(0, daysBetween(earliest, day) / length));
  const end = Temporal.PlainDate.compare(span.today, span.event) < 0 ? span.today : span.event;
  let value = 0;
  const steps = [{ at: 0, value: 0 }];
  for (const { day, count } of days) steps.push({ at: Math.min(at(day), at(end)), value: (value += count) });
  const max = capacity !== null && capacity >= value && capacity <= value * 4 ? capacity : roundUp(value);
  return { steps, max, scale: scaleTo(max), first: earliest, last, today: at(end) };
}

/** The top of the scale and two round numbers beneath, where there is room for them. */
function scaleTo(max: number): number[] {
  return max < 3 ? [max] : [max, ...[Math.round((max * 2) / 3), Math.round(max / 3)].filter((value) => value > 0 && value < max)];
}

/** 7 -> 8, 38 -> 40, 412 -> 500 */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * unit).find((top) => top >= value)!;
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: "days" }).days;
}
