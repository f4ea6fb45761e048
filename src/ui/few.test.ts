import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { enoughToShow, FEWEST_SHOWN, partsToShow } from "./few.ts";

test("none is none, one to four are too few, five is five", () => {
  assert.deepEqual([0, 1, 4, 5, 60].map(enoughToShow), [0, null, null, 5, 60]);
});

test("a small part takes the next smallest with it, so that the sum does not give it away", () => {
  assert.deepEqual(partsToShow({ first: 3, again: 40, often: 17 }), { first: null, again: 40, often: null });
  assert.deepEqual(partsToShow({ first: 8, again: 40, often: 17 }), { first: 8, again: 40, often: 17 });
  assert.deepEqual(partsToShow({ first: 1, again: 1 }), { first: null, again: null });
});

const parts = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.nat(40));

test("no number from one to four is ever shown, and what is kept back cannot be worked out", () => {
  fc.assert(
    fc.property(parts, (counts) => {
      const shown = partsToShow(counts);
      const names = Object.keys(counts);
      const hidden = names.filter((name) => shown[name] === null);
      for (const name of names) assert.ok(shown[name] === null || shown[name] === counts[name]);
      for (const name of names) assert.ok(shown[name] === null || shown[name] === 0 || shown[name]! >= FEWEST_SHOWN);
      const others = names.filter((name) => shown[name] !== null && shown[name]! > 0);
      const sum = hidden.reduce((all, name) => all + counts[name]!, 0);
      // Unless everything there is to hide is hidden already
      if (hidden.length > 0 && others.length > 0) assert.ok(hidden.length >= 2 && sum >= FEWEST_SHOWN, JSON.stringify({ counts, shown }));
    }),
  );
});
