import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { backupName, backupTime, KEPT, toPrune } from "./keep.ts";

const start = Temporal.Instant.from("2026-01-01T02:00:00Z");

test("a name says when, and what is not ours is never touched", () => {
  const at = Temporal.Instant.from("2026-07-07T09:05:01.5Z");
  assert.equal(backupName(at), "branchline-20260707T090501Z.tar.zst");
  assert.equal(backupTime(backupName(at))!.toString(), "2026-07-07T09:05:01Z");
  const others = ["holiday.tar.zst", "branchline-20261399T000000Z.tar.zst", "branchline-20260707T090501Z.tar.zst.part", "monday.backup"];
  for (const other of others) assert.equal(backupTime(other), null, other);
  assert.deepEqual(toPrune([...others, ...others]), []);
});

test("after a year and a half of nights: seven days, four weeks, twelve months, each by its last", () => {
  let there: string[] = [];
  for (let night = 0; night < 550; night++) {
    there.push(backupName(start.add({ hours: 24 * night })));
    const gone = new Set(toPrune(there));
    there = there.filter((name) => !gone.has(name));
  }
  const days = there.map((name) => backupTime(name)!.toString().slice(0, 10));
  assert.deepEqual(days.slice(-7), ["2027-06-28", "2027-06-29", "2027-06-30", "2027-07-01", "2027-07-02", "2027-07-03", "2027-07-04"]);
  assert.deepEqual(days.filter((day) => day < "2027-06-01").slice(-3), ["2027-03-31", "2027-04-30", "2027-05-31"]);
  assert.ok(there.length <= KEPT.days + KEPT.weeks + KEPT.months, String(there.length));
});

test("whatever there is: the newest stays, pruning twice prunes no more, and no more stay than is said", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 24 * 900 }), { maxLength: 200 }), (hours) => {
      const names = hours.map((hour) => backupName(start.add({ hours: hour })));
      const gone = new Set(toPrune(names));
      const left = names.filter((name) => !gone.has(name));
      if (names.length > 0) assert.ok(left.includes(names.toSorted().at(-1)!));
      assert.deepEqual(toPrune(left), []);
      assert.ok(left.length <= KEPT.days + KEPT.weeks + KEPT.months);
    }),
  );
});
