import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import ICAL from "ical.js";
import { addMeetUp } from "../../test/event.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import { translator } from "../platform/i18n/translate.ts";
import { icsFor } from "./event-entry.ts";
import type { OwnVisit } from "./event-entry.ts";
import { eventById } from "./event.sql.ts";
import type { Event } from "./event.ts";

const { house, cast } = await fresh();
const stored = await eventById.one(house.db, (await addMeetUp(house, cast, { online_url: "https://meet.example/fens" })).id);
const setting = { locale: "en-GB", zone: "Europe/London", now: NOW, t: translator("en-GB") } as const;
const file = (changed: Partial<Event> = {}, own: OwnVisit = {}) => icsFor({ ...stored, ...changed }, { baseUrl: "https://branch.example:8443" }, setting, own);

/** As a calendar program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entries = calendar.getAllSubcomponents("vevent");
  assert.equal(entries.length, 1);
  const value = (name: string) => entries[0]!.getFirstPropertyValue(name)?.toString();
  return { method: calendar.getFirstPropertyValue("method"), value, has: (name: string) => entries[0]!.getFirstProperty(name) !== null };
}

test("a calendar program reads the public part, without the link", () => {
  const { method, value, has } = read(file());
  assert.equal(method, "PUBLISH");
  assert.equal(value("uid"), `${stored.id}@branch.example`);
  assert.deepEqual([value("dtstart"), value("dtend")], ["2026-07-09T16:30:00Z", "2026-07-09T20:00:00Z"]);
  assert.equal(value("summary"), stored.title);
  assert.equal(value("location"), "The Old Reading Room, 4 Mill Lane, Fenbridge");
  assert.equal(value("url"), `https://branch.example:8443/events/${stored.id}`);
  assert.equal(value("status"), "CONFIRMED");
  assert.equal(value("sequence"), "0");
  for (const name of ["dtstamp", "last-modified", "created"]) assert.ok(has(name), name);
  assert.ok(!has("attendee") && !has("organizer"));
  assert.doesNotMatch(file(), /meet\.example/);
});

test("whoever comes has the link and their own times; a flying visit is a proper visit", () => {
  const from = Temporal.Instant.from("2026-07-09T17:00:00Z");
  const until = Temporal.Instant.from("2026-07-09T18:00:00Z");
  const { value } = read(file({}, { fromAt: from, untilAt: until, isComing: true }));
  assert.deepEqual([value("dtstart"), value("dtend")], ["2026-07-09T17:00:00Z", "2026-07-09T18:00:00Z"]);
  assert.match(value("description")!, /https:\/\/meet\.example\/fens/);
  const moved = { startsAt: stored.startsAt.add({ hours: 24 }), endsAt: stored.endsAt.add({ hours: 24 }) };
  assert.equal(read(file(moved, { fromAt: from, untilAt: until })).value("dtstart"), "2026-07-10T16:30:00Z", "own times of before it moved do not count");
  assert.equal(read(file({}, { isMaybe: true })).value("status"), "TENTATIVE");
});

test("an evening that several hold names each of them; one that one holds need not", () => {
  const other = { unitId: "u", name: "Fenbridge Library Circle", kind: "organisation", slug: "f", organisationId: "o", organisationName: "Fenbridge Library Circle", organisationSlug: "f", code: "FLC", line: 2 } as const;
  assert.match(read(file({ coHosts: [other] })).value("description")!, /Held by East Anglia and Fenbridge Library Circle\./);
  assert.doesNotMatch(file(), /Held by/);
});

test("a cancelled one says so, and why", () => {
  const { value } = read(file({ cancelledAt: NOW, cancelledReason: "The room is flooded.", sequence: 3 }));
  assert.deepEqual([value("status"), value("sequence"), value("transp")], ["CANCELLED", "3", "TRANSPARENT"]);
  assert.match(value("description")!, /flooded/);
});

test("whatever people write: lines of at most 75 octets that end in CRLF, and the same words come out", () => {
  const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 160 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim() || "x");
  const awkward = fc.constantFrom("a;b,c\\n:d", "\\", "ends\\", '"quoted"', "佐藤 美咲 ".repeat(20), "👩‍👩‍👧".repeat(20), "x".repeat(160));
  fc.assert(
    fc.property(fc.oneof(words, awkward), fc.oneof(words, awkward), (title, summary) => {
      const text = file({ title, summary: `${summary}\nsecond line` });
      assert.match(text, /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
      assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/);
      for (const line of text.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(line.isWellFormed());
      }
      assert.equal(byHand(text, "SUMMARY"), title);
      assert.equal(read(text).value("summary"), title);
      assert.ok(byHand(text, "DESCRIPTION").startsWith(`${summary}\nsecond line`));
    }),
    { numRuns: 200 },
  );
});

/** The second check: unfolding and unescaping as RFC 5545 says (3.1 and 3.3.11), in five lines of our own. */
function byHand(text: string, name: string): string {
  const unfolded = text.replaceAll("\r\n ", "");
  const line = unfolded.split("\r\n").find((each) => each.startsWith(`${name}:`))!;
  return line.slice(name.length + 1).replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
}
