import assert from "node:assert/strict";
import test from "node:test";
import { weeklyCutoff } from "./weekly.ts";

const cutoff = (now: string, zone: string) => weeklyCutoff(Temporal.Instant.from(now), zone)?.toString() ?? null;

test("from Monday seven o'clock where one lives, for a day", () => {
  assert.equal(cutoff("2026-07-13T05:59:00Z", "Europe/London"), null);
  assert.equal(cutoff("2026-07-13T06:00:00Z", "Europe/London"), "2026-07-13T06:00:00Z");
  assert.equal(cutoff("2026-07-14T05:59:00Z", "Europe/London"), "2026-07-13T06:00:00Z");
  assert.equal(cutoff("2026-07-14T06:00:00Z", "Europe/London"), null);
  assert.equal(cutoff("2026-07-12T22:00:00Z", "Asia/Tokyo"), "2026-07-12T22:00:00Z", "Monday comes earlier in the east");
  assert.equal(cutoff("2026-07-13T13:00:00Z", "America/Los_Angeles"), null);
});
