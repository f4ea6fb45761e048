import assert from "node:assert/strict";
import test from "node:test";
import { clockOf, momentOf, needsDates } from "./visit.ts";

const at = (text: string) => Temporal.Instant.from(text);
const span = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });
const evening = span("2026-07-09T16:30:00Z", "2026-07-09T20:00:00Z");

test("a time is read by the clock on the event's wall", () => {
  const read = (time: string, zone = "Europe/London") => momentOf(evening, zone, time)?.toString() ?? null;
  assert.equal(read("19:15"), "2026-07-09T18:15:00Z");
  assert.equal(read("19.15"), "2026-07-09T18:15:00Z");
  assert.equal(read("19"), "2026-07-09T18:00:00Z");
  assert.equal(read("17:30"), "2026-07-09T16:30:00Z");
  assert.equal(read("21:00"), "2026-07-09T20:00:00Z");
  assert.equal(read("17:29"), null);
  assert.equal(read("21:01"), null);
  assert.equal(read("25:00"), null);
  assert.equal(read("seven"), null);
  assert.equal(read("02:00", "Asia/Tokyo"), "2026-07-09T17:00:00Z");
});

test("an evening may go past midnight", () => {
  const night = span("2026-07-09T20:00:00Z", "2026-07-10T00:30:00Z");
  assert.equal(momentOf(night, "Europe/London", "00:30")?.toString(), "2026-07-09T23:30:00Z");
  assert.equal(momentOf(night, "Europe/London", "22:00")?.toString(), "2026-07-09T21:00:00Z");
  assert.equal(momentOf(night, "Europe/London", "12:00"), null);
});

test("the clocks go back while people talk: the first of the two half past ones", () => {
  const night = span("2026-10-24T22:00:00Z", "2026-10-25T03:00:00Z");
  assert.equal(momentOf(night, "Europe/London", "01:30")?.toString(), "2026-10-25T00:30:00Z");
});

test("a weekend needs dates", () => {
  const weekend = span("2026-07-10T16:00:00Z", "2026-07-12T14:00:00Z");
  assert.equal(needsDates(evening), false);
  assert.equal(needsDates(weekend), true);
  assert.equal(momentOf(weekend, "Europe/London", "10:00", "2026-07-12")?.toString(), "2026-07-12T09:00:00Z");
  assert.equal(momentOf(weekend, "Europe/London", "10:00", "2026-07-13"), null);
  assert.equal(momentOf(weekend, "Europe/London", "10:00", "Sunday"), null);
});

test("and back into the form", () => {
  assert.equal(clockOf(at("2026-07-09T18:05:00Z"), "Europe/London"), "19:05");
  assert.equal(clockOf(null, "Europe/London"), "");
});
