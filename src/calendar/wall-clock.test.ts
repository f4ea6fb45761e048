import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { isZone, wallTime, zones } from "./wall-clock.ts";

const local = (text: string) => Temporal.PlainDateTime.from(text);

test("an ordinary evening is one instant, in summer and in winter", () => {
  assert.deepEqual(wallTime(local("2026-07-09T17:30"), "Europe/London"), { kind: "one", at: Temporal.Instant.from("2026-07-09T16:30Z") });
  assert.deepEqual(wallTime(local("2026-12-09T17:30"), "Europe/London"), { kind: "one", at: Temporal.Instant.from("2026-12-09T17:30Z") });
});

test("when the clocks go forward an hour does not exist", () => {
  assert.deepEqual(wallTime(local("2026-03-29T01:30"), "Europe/London"), { kind: "gap", from: "01:00", to: "02:00" });
  assert.deepEqual(wallTime(local("2026-10-04T02:15"), "Australia/Lord_Howe"), { kind: "gap", from: "02:00", to: "02:30" });
});

test("when they go back an hour comes twice", () => {
  assert.deepEqual(wallTime(local("2026-10-25T01:30"), "Europe/London"), { kind: "twice", first: Temporal.Instant.from("2026-10-25T00:30Z"), second: Temporal.Instant.from("2026-10-25T01:30Z") });
});

test("every instant comes back from the clock that shows it", () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 3 });
  fc.assert(
    fc.property(minutes, fc.constantFrom("Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"), (minute, zone) => {
      const at = Temporal.Instant.from("2025-01-01T00:00Z").add({ minutes: minute });
      const found = wallTime(at.toZonedDateTimeISO(zone).toPlainDateTime(), zone);
      return found.kind === "one" ? found.at.equals(at) : found.kind === "twice" && (found.first.equals(at) || found.second.equals(at));
    }),
  );
});

test("zones are checked by name", () => {
  assert.ok(isZone("Asia/Kolkata"));
  assert.ok(!isZone("Mars/Olympus"));
  assert.ok(!isZone("+02:00"), "an offset is not a place");
  assert.equal(zones("Asia/Kolkata").filter((zone) => zone === "Asia/Kolkata").length, 1);
});
