import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import { createOrganisation } from "./organisation.actions.ts";
import { dayAt } from "./membership.ts";
import { endMembership, startMembership } from "./membership.actions.ts";
import { membershipsIn } from "./membership.sql.ts";
import { organisersOf } from "./organiser.sql.ts";
import { unitById } from "./unit.sql.ts";

const hat = { name: "Hat Makers", code: "HAT", line: 4, area: null, summary: "", about: "", zone: "Europe/London", onlineOnly: false, website: null, mailbox: null, joinPolicy: "open" } as const;

test("a member of a branch is a member of its organisation, once, however often it is asked at once", async () => {
  const { house, cast } = await fresh();
  const at = house.clock.now();
  const start = () =>
    house.db.transaction((tx) => startMembership(tx, { personId: cast.zoe.id, unitId: cast.wales.id, on: dayAt(at, "Europe/London"), source: "joined", at }));
  const before = await unitById.one(house.db, cast.tlg.id);
  const begun = await Promise.all(Array.from({ length: 8 }, start));
  assert.deepEqual(begun.flat().toSorted(), [cast.tlg.id, cast.wales.id].toSorted());
  assert.equal((await unitById.one(house.db, cast.tlg.id)).memberCount, before.memberCount + 1);
  assert.equal((await unitById.one(house.db, cast.wales.id)).memberCount, 1);
});

test("leaving ends everything beneath; coming back on that day goes on, later is a new period", async () => {
  const { house, cast, at: later } = await fresh();
  const change = (moment = house.clock.now()) => ({ personId: cast.gwen.id, on: dayAt(moment, "Europe/London"), at: moment });
  const leave = (moment?: Temporal.Instant) => house.db.transaction((tx) => endMembership(tx, { ...change(moment), unitId: cast.tlg.id }));
  const join = (moment?: Temporal.Instant) => house.db.transaction((tx) => startMembership(tx, { ...change(moment), unitId: cast.tlg.id, source: "joined" }));
  assert.equal((await leave()).length, 3);
  assert.deepEqual(await leave(), []);
  assert.deepEqual(await organisersOf.many(house.db, cast.eastAnglia.id, null), []);
  assert.deepEqual(await join(), [cast.tlg.id]);
  assert.deepEqual(await leave(), [cast.tlg.id]);
  assert.deepEqual(await join(), [cast.tlg.id]);
  const [today] = await membershipsIn.many(house.db, cast.gwen.id, [cast.tlg.id]);
  assert.equal(today!.startsOn.toString(), "2026-07-07");
  const nextMonth = later("2026-08-07T09:00:00Z").clock.now();
  await leave(nextMonth);
  await join(nextMonth);
  const [again] = await membershipsIn.many(house.db, cast.gwen.id, [cast.tlg.id]);
  assert.equal(again!.startsOn.toString(), "2026-08-07");
});

test("whoever founds an organisation is its member and organiser; its code and address are its own", async () => {
  const { house, cast } = await fresh();
  const by = { personId: cast.zoe.id };
  const made = await Promise.all([createOrganisation(house, by, hat), createOrganisation(house, by, hat), createOrganisation(house, by, { ...hat, code: "HMK" })]);
  assert.deepEqual(made.map((outcome) => outcome.kind).toSorted(), ["code-taken", "created", "created"]);
  const paths = made.flatMap((outcome) => (outcome.kind === "created" ? [outcome.path] : [])).toSorted();
  assert.deepEqual(paths, ["/organisations/hat-makers", "/organisations/hat-makers-2"]);
  const first = made.find((outcome) => outcome.kind === "created")!;
  const unit = await unitById.one(house.db, first.kind === "created" ? first.id : "");
  assert.equal(unit.memberCount, 1);
  assert.equal((await organisersOf.many(house.db, unit.id, null))[0]!.line, 4);
});
