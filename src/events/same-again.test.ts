import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { nextOfItsKind, sameAgain } from "./same-again.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test("the same weekday of the next month, or of the first month that is ahead", () => {
  assert.equal(nextOfItsKind(day("2026-07-09"), day("2026-07-07")).toString(), "2026-08-13");
  assert.equal(nextOfItsKind(day("2026-07-30"), day("2026-07-07")).toString(), "2026-08-27", "August has four Thursdays");
  assert.equal(nextOfItsKind(day("2025-12-11"), day("2026-07-08")).toString(), "2026-07-09", "a past one, later this month");
  assert.equal(nextOfItsKind(day("2025-12-11"), day("2026-07-09")).toString(), "2026-08-13", "not today");
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => day("1990-01-01").add({ days: n }));
  fc.assert(
    fc.property(days, days, (on, today) => {
      const next = nextOfItsKind(on, today);
      assert.equal(next.dayOfWeek, on.dayOfWeek);
      assert.ok(Temporal.PlainDate.compare(next, today) > 0 && Temporal.PlainDate.compare(next.toPlainYearMonth().toPlainDate({ day: 1 }), on) > 0);
      const nth = Math.ceil(next.day / 7);
      assert.ok(nth === Math.ceil(on.day / 7) || (nth === 4 && on.day > 28 && next.day + 7 > next.daysInMonth));
      assert.ok(next.since(today).days >= 0 && today.until(next, { largestUnit: "days" }).days <= 70 || Temporal.PlainDate.compare(on, today) > 0, "soon, for a past one");
    }),
  );
});

test("every date moves as far as the start, and no clock moves", () => {
  const typed = { startsDate: "2026-10-08", startsTime: "17:30", endsDate: "2026-10-09", answerByDate: "2026-10-06", opensDate: "", endsWhich: "first", title: "On 2026-10-08" };
  assert.deepEqual(sameAgain(typed, day("2026-10-08"), day("2026-11-12")), { startsDate: "2026-11-12", startsTime: "17:30", endsDate: "2026-11-13", answerByDate: "2026-11-10", opensDate: "", title: "On 2026-10-08" });
});
