import assert from "node:assert/strict";
import test from "node:test";
import { fewAtOnce } from "./few-at-once.ts";

test("no more at once than may be, each in their turn, also after one that failed", async () => {
  const inTurn = fewAtOnce(2);
  const begun: number[] = [];
  let underWay = 0;
  let most = 0;
  const all = Array.from({ length: 9 }, (_, i) =>
    inTurn(async () => {
      begun.push(i);
      most = Math.max(most, ++underWay);
      await new Promise((done) => setTimeout(done, 2));
      underWay--;
      if (i === 3) throw new Error("broken off");
      return i;
    }),
  );
  const outcomes = await Promise.allSettled(all);
  assert.equal(most, 2);
  assert.deepEqual(begun, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(outcomes.map(({ status }) => status === "rejected"), [false, false, false, true, false, false, false, false, false]);
  assert.equal(await inTurn(async () => "free again"), "free again");
});
