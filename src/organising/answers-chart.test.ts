import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { curveOf } from "./answers-chart.ts";

const on = (text: string) => Temporal.PlainDate.from(text);
const SPAN = { announced: on("2026-06-02"), event: on("2026-07-09"), today: on("2026-07-07") };

test("no curve before the first yes", () => assert.equal(curveOf([], SPAN, 60), null));

test("it ends today, at the number of those who come, under the number of places", () => {
  const curve = curveOf([{ day: on("2026-06-02"), count: 3 }, { day: on("2026-07-07"), count: 35 }], SPAN, 60)!;
  assert.deepEqual(curve.steps.at(-1), { at: 35 / 37, value: 38 });
  assert.equal(curve.today, 35 / 37);
  assert.deepEqual(curve.scale, [60, 40, 20]);
  assert.equal(curveOf([{ day: on("2026-06-02"), count: 38 }], SPAN, 1000)!.max, 40, "a hall far too large does not flatten it");
});

const days = fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { minLength: 1, maxLength: 30 }).map((list) => list.toSorted((a, b) => a - b).map((n) => ({ day: on("2026-06-02").add({ days: n }), count: (n % 7) + 6 })));

test("whatever came in when: never back in time, never down, never off the chart", () => {
  fc.assert(
    fc.property(days, fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null }), fc.integer({ min: 0, max: 70 }), (list, capacity, today) => {
      const { steps, max, scale } = curveOf(list, { ...SPAN, today: on("2026-06-02").add({ days: today }) }, capacity)!;
      for (const [i, step] of steps.entries()) {
        assert.ok(step.at >= 0 && step.at <= 1 && step.value <= max);
        if (i > 0) assert.ok(step.at >= steps[i - 1]!.at && step.value > steps[i - 1]!.value);
      }
      assert.ok(scale.every((value) => value > 0 && value <= max));
    }),
  );
});
