/** Asking to leave, staying after all, and being erased. */
import type { House } from "../house.ts";
import { reply } from "../attendance/rsvp.actions.ts";
import { countMembers } from "../organisations/membership.sql.ts";
import { lockUnits } from "../organisations/unit.sql.ts";
import { keepBars } from "../people/kept-bar.actions.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Db } from "../platform/db/query.ts";
import {
  eraseLetters,
  eraseListed,
  eraseMessages,
  erasePerson,
  eveningsToGiveBack,
  heldAlone,
  isLastAdministrator,
  lockLeaving,
  rememberLeft,
  setLeaving,
  setStaying,
  unitsOfPerson,
} from "./leaving.sql.ts";
import { leavesAt } from "./leaving.ts";
import type { Obstacle } from "./leaving.ts";

export type LeaveOutcome = { kind: "leaving" } | { kind: "not-yet"; obstacles: Obstacle[] };

/** Nothing changes for a week. Asking again changes nothing either. */
export async function askToLeave(house: House, by: Viewer): Promise<LeaveOutcome> {
  return house.db.transaction(async (tx) => {
    const obstacles = await obstaclesOf(tx, by.personId);
    if (obstacles.length > 0) return { kind: "not-yet", obstacles };
    const at = house.clock.now();
    if (await setLeaving.run(tx, by.personId, leavesAt(at))) await record(tx, { kind: "account.leaving", at, by: by.personId, personId: by.personId });
    return { kind: "leaving" };
  });
}

export async function stayAfterAll(house: House, by: Viewer): Promise<void> {
  await house.db.transaction(async (tx) => {
    if (await setStaying.run(tx, by.personId)) await record(tx, { kind: "account.staying", at: house.clock.now(), by: by.personId, personId: by.personId });
  });
}

export async function obstaclesOf(db: Db, personId: string): Promise<Obstacle[]> {
  const alone = await heldAlone.many(db, personId);
  const last = await isLastAdministrator.one(db, personId);
  return [...alone.map((one): Obstacle => ({ kind: "last-organiser", ...one })), ...(last.is ? [{ kind: "last-administrator" } as const] : [])];
}

/**
 * Erases whoever asked to leave a week ago. Places in meet-ups to come are given back first, one by one, so that whoever waits moves up; then all
 * the rest in one transaction. Broken off in between, it begins again where it was. What stays: counts, and the log with an id that leads nowhere.
 */
export async function erase(house: House, personId: string): Promise<{ kind: "erased" | "stays" }> {
  const at = house.clock.now();
  if (!(await lockLeaving.maybe(house.db, personId, at))) return { kind: "stays" };
  for (const { eventId } of await eveningsToGiveBack.many(house.db, personId, at)) await reply(house, personId, eventId, { answer: "not_going" });
  return house.db.transaction(async (tx) => {
    const units = await unitsOfPerson.many(tx, personId);
    const current = units.filter((unit) => unit.isCurrent).map((unit) => unit.unitId);
    await lockUnits.many(tx, current);
    if (!(await lockLeaving.maybe(tx, personId, at))) return { kind: "stays" };
    await countMembers.run(tx, current, -1);
    await rememberLeft.run(tx, personId, at);
    await eraseListed.run(tx, personId);
    await eraseMessages.run(tx, personId, at);
    await eraseLetters.run(tx, personId);
    await keepBars(tx, personId);
    await erasePerson.run(tx, personId);
    await record(tx, { kind: "account.erased", at, by: null });
    return { kind: "erased" };
  });
}
