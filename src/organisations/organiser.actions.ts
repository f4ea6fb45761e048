/** Who looks after a unit, and who sits on a committee. */
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { isLastOrganiser } from "./joining.actions.ts";
import { dayAt } from "./membership.ts";
import { unlist } from "./list.actions.ts";
import { endMembership, startMembership } from "./membership.actions.ts";
import { claimedMember } from "./member.sql.ts";
import { endOrganiser, insertOrganiser } from "./organiser.sql.ts";
import { lockUnits, unitById } from "./unit.sql.ts";

export type AppointOutcome = { kind: "appointed" | "already" | "not-member" | "not-found" };

/** Any member of the organisation with an account may be asked to help organise one of its units. */
export async function appointOrganiser(house: House, by: Viewer, ask: { unitId: string; personId: string }): Promise<AppointOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await unitById.maybe(tx, ask.unitId);
    if (!unit || unit.closedAt || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, unit.path);
    if (!(await claimedMember.one(tx, unit.organisationId, ask.personId)).is) return { kind: "not-member" };
    const written = await insertOrganiser.run(tx, ask.personId, unit.id, at, by.personId);
    if (!written) return { kind: "already" };
    await record(tx, { kind: "organiser.started", at, by: by.personId, personId: ask.personId, unitId: unit.id });
    return { kind: "appointed" };
  });
}

export type StandDownOutcome = { kind: "ended" | "last-organiser" | "gone" | "not-found" };

/** Oneself, or somebody else by whoever organises the unit or one above. Standing down leaves the membership as it is. */
export async function endOrganising(house: House, by: Viewer, ask: { unitId: string; personId: string }): Promise<StandDownOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await unitById.maybe(tx, ask.unitId);
    if (!unit || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, unit.path);
    if (unit.kind === "organisation" && (await isLastOrganiser(tx, unit.id, ask.personId))) return { kind: "last-organiser" };
    const ended = await endOrganiser.run(tx, ask.personId, unit.id, at);
    if (!ended) return { kind: "gone" };
    await record(tx, { kind: "organiser.ended", at, by: by.personId, personId: ask.personId, unitId: unit.id });
    return { kind: "ended" };
  });
}

export type SeatOutcome = { kind: "seated" | "already" | "not-member" | "not-found" };

/** A place on a committee is given by organisers, to members of the organisation. */
export async function seatOnCommittee(house: House, by: Viewer, ask: { unitId: string; personId: string }): Promise<SeatOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await unitById.maybe(tx, ask.unitId);
    if (!unit || unit.kind !== "committee" || unit.closedAt || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, unit.path);
    if (!(await claimedMember.one(tx, unit.organisationId, ask.personId)).is) return { kind: "not-member" };
    const started = await startMembership(tx, { personId: ask.personId, unitId: unit.id, on: dayAt(at, unit.zone), source: "accepted", at, by: by.personId });
    return { kind: started.length > 0 ? "seated" : "already" };
  });
}

export type RemoveOutcome = { kind: "removed" | "last-organiser" | "gone" | "not-found" };

/** Takes somebody off the list of a unit and of everything beneath it. */
export async function removeMember(house: House, by: Viewer, ask: { unitId: string; personId: string }): Promise<RemoveOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await unitById.maybe(tx, ask.unitId);
    if (!unit || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, unit.path);
    if (unit.kind === "organisation" && (await isLastOrganiser(tx, unit.id, ask.personId))) return { kind: "last-organiser" };
    if (!(await claimedMember.one(tx, unit.id, ask.personId)).is) {
      return { kind: (await unlist(tx, unit, [ask.personId], { at, by: by.personId })) > 0 ? "removed" : "gone" };
    }
    const ended = await endMembership(tx, { personId: ask.personId, unitId: unit.id, on: dayAt(at, unit.zone), at, by: by.personId });
    return { kind: ended.length > 0 ? "removed" : "gone" };
  });
}
