import assert from "node:assert/strict";
import { test } from "node:test";
import { times } from "./times.ts";
import { translator } from "./translate.ts";

const at = (text: string) => Temporal.Instant.from(text);
const setting = { locale: "en-GB", zone: "Europe/London", now: at("2026-07-07T09:40Z"), t: translator("en-GB") } as const;
const london = times(setting);
const doors = at("2026-07-09T16:30Z");

test("a day, a time, a span", () => {
  assert.equal(london.day(doors), "Thursday 9 July");
  assert.equal(london.shortDay(doors), "Thu 9 July");
  assert.equal(london.clock(doors), "17:30");
  assert.equal(london.moment(doors), "Thursday 9 July, 17:30");
  assert.equal(london.span(doors, at("2026-07-09T20:00Z")), "17:30 to 21:00");
  assert.equal(london.span(doors, at("2026-07-10T05:00Z")), "Thu 9 July, 17:30 to Fri 10 July, 06:00");
});

test("midnight is 00:00, and belongs to the day that begins", () => {
  assert.equal(london.clock(at("2026-07-09T23:00Z")), "00:00");
  assert.equal(london.day(at("2026-07-09T23:00Z")), "Friday 10 July");
});

test("another year is said", () => {
  assert.equal(london.day(at("2027-07-09T16:30Z")), "Friday 9 July 2027");
  assert.equal(london.date(Temporal.PlainDate.from("2025-03-01")), "1 March 2025");
  assert.equal(london.date(Temporal.PlainDate.from("2026-03-01")), "1 March");
  assert.equal(london.month(Temporal.PlainDate.from("2026-03-01")), "March 2026");
  assert.equal(london.monthName(Temporal.PlainDate.from("2026-03-01")), "March");
});

test("days are counted by the calendar of the place", () => {
  assert.equal(london.away(doors), "in two days");
  assert.equal(london.away(at("2026-07-07T22:59Z")), "today");
  assert.equal(london.away(at("2026-07-07T23:01Z")), "tomorrow");
  assert.equal(london.away(at("2026-07-06T10:00Z")), "yesterday");
  assert.equal(london.away(at("2026-06-01T10:00Z")), "36 days ago");
  assert.equal(times(setting, "Pacific/Auckland").away(at("2026-07-07T12:30Z")), "tomorrow");
});

test("what just happened", () => {
  assert.equal(london.recently(at("2026-07-07T08:40Z")), "Today, 09:40");
  assert.equal(london.recently(at("2026-07-06T17:05Z")), "Yesterday, 18:05");
  assert.equal(london.recently(at("2026-07-03T17:05Z")), "Friday 3 July");
});

test("an event is said in its own zone", () => {
  const tokyo = times(setting, "Asia/Tokyo");
  assert.equal(tokyo.moment(doors), "Friday 10 July, 01:30");
  assert.equal(london.zoneName(doors), "BST");
});

test("lists and numbers", () => {
  assert.equal(london.list(["A", "B", "C"]), "A, B and C");
  assert.equal(london.number(4812), "4,812");
});
