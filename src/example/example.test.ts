import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import { loadExample } from "./load.ts";
import { exampleNetwork } from "./network.ts";

const NOW = Temporal.Instant.from("2026-07-07T09:00:00Z");

test("the same moment gives the same network, to the letter", () => {
  assert.equal(JSON.stringify(exampleNetwork({ now: NOW }).rows), JSON.stringify(exampleNetwork({ now: NOW }).rows));
});

test("a week later everything stands a week later", () => {
  const week = exampleNetwork({ now: NOW.add({ hours: 24 * 7 }) }).rows.event[1]!;
  const event = exampleNetwork({ now: NOW }).rows.event[1]!;
  assert.equal((event["starts_at"] as Temporal.Instant).add({ hours: 168 }).toString(), String(week["starts_at"]));
});

test("counts, places and lines agree with the rows", () => {
  const { rows } = exampleNetwork({ now: NOW });
  assert.ok(rows.person.length >= 400);
  for (const event of rows.event) {
    const answers = rows.rsvp.filter((row) => row["event_id"] === event["id"]);
    assert.equal(answers.filter((row) => row["answer"] === "going").length, event["going_count"]);
    assert.equal(answers.filter((row) => row["answer"] === "waitlisted").length, event["waiting_count"]);
    const number = (name: string) => (event[name] as number | null) ?? Infinity;
    const isBoth = event["venue_id"] !== null && event["online_url"] !== null;
    assert.ok(number("going_count") - (isBoth ? number("online_count") : 0) + number("guest_count") + number("held_back") <= number("capacity"));
    assert.equal(answers.filter((row) => row["answer"] === "going" && row["is_online"]).length, event["online_count"]);
    assert.equal(new Set(answers.map((row) => row["place_no"])).size, answers.length);
  }
  assert.ok(rows.event.some((event) => (event["waiting_count"] as number) > 0), "one has a waiting list");
  assert.ok(rows.message.every((row) => Temporal.Instant.compare(row["sent_at"] as Temporal.Instant, NOW) <= 0), "nobody spoke in the future");
});

test("it loads into an empty server, once, and never into one in use", async () => {
  const used = await fresh();
  assert.deepEqual(await loadExample(used.house), { kind: "not-empty" });
  const { house } = await fresh({ cast: false });
  const loaded = await loadExample(house);
  assert.equal(loaded.kind, "loaded");
  assert.equal(loaded.kind === "loaded" && loaded.links.length, 7);
  assert.deepEqual(await loadExample(house), { kind: "not-empty" });
});
