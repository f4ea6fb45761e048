/** Joining, asking, answering, moving and leaving. */
import type { House } from "../house.ts";
import { barredFromUnit } from "../people/sanction.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Db, Tx } from "../platform/db/query.ts";
import { newId } from "../platform/ids.ts";
import { answerJoinRequest, insertJoinRequest, joinRequestUnit, withdrawJoinRequests } from "./join-request.sql.ts";
import { wayIn } from "./joining.ts";
import { dayAt } from "./membership.ts";
import { endMembership, startMembership } from "./membership.actions.ts";
import { currentBranches, membershipsIn } from "./membership.sql.ts";
import { organisesNow, othersOrganise } from "./organiser.sql.ts";
import type { Unit } from "./unit.ts";
import { lockUnits, unitById } from "./unit.sql.ts";

export type JoinOutcome = { kind: "joined" | "asked" | "already" | "organisation-first" | "invitation" | "closed" | "barred" | "not-found" };

/** Joins where that is open, asks where somebody reads requests. `branchId` names an open branch of the organisation to belong to as well. */
export async function joinUnit(house: House, by: Viewer, ask: { unitId: string; note: string; branchId: string | null }): Promise<JoinOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await lockedUnit(tx, ask.unitId);
    if (!unit) return { kind: "not-found" };
    if ((await barredFromUnit.one(tx, by.personId, unit.id)).is) return { kind: "barred" };
    const mine = new Set((await membershipsIn.many(tx, by.personId, [unit.organisationId, unit.id])).map((row) => row.unitId));
    const way = wayIn(unit, { isMember: mine.has(unit.id), isOrganisationMember: mine.has(unit.organisationId), hasAsked: false });
    const branch = unit.kind === "organisation" ? await openBranch(tx, ask.branchId, unit.id) : null;
    if (way === "join") {
      const on = dayAt(at, unit.zone);
      await startMembership(tx, { personId: by.personId, unitId: unit.id, on, source: "joined", at });
      if (branch) await startMembership(tx, { personId: by.personId, unitId: branch.id, on, source: "joined", at });
      return { kind: "joined" };
    } else if (way === "ask") {
      const id = newId(at.epochMilliseconds);
      const written = await insertJoinRequest.run(tx, id, by.personId, unit.id, ask.note, branch?.id ?? null, at);
      if (written) await record(tx, { kind: "join-request.made", at, by: by.personId, personId: by.personId, unitId: unit.id, about: { requestId: id } });
      return { kind: "asked" };
    } else if (way === "member") {
      return { kind: "already" };
    } else {
      return { kind: way as "organisation-first" | "invitation" | "closed" };
    }
  });
}

export async function withdrawRequest(house: House, by: Viewer, unitId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    const at = house.clock.now();
    for (const row of await withdrawJoinRequests.many(tx, by.personId, unitId, at)) {
      await record(tx, { kind: "join-request.withdrawn", at, by: by.personId, personId: by.personId, unitId: row.unitId });
    }
  });
}

export type AnswerOutcome = { kind: "accepted" | "declined" | "gone" | "not-found" };

/** Accepting makes a member, also of the branch that they named; whoever answers second changes nothing. */
export async function answerRequest(house: House, by: Viewer, { requestId, accept }: { requestId: string; accept: boolean }): Promise<AnswerOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const asked = await joinRequestUnit.maybe(tx, requestId);
    const unit = asked && (await lockedUnit(tx, asked.unitId));
    if (!unit || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    const answered = await answerJoinRequest.maybe(tx, requestId, accept, by.personId, at);
    if (!answered) return { kind: "gone" };
    const { personId, branchId } = answered;
    if (accept) {
      const on = dayAt(at, unit.zone);
      await startMembership(tx, { personId, unitId: unit.id, on, source: "accepted", at, by: by.personId });
      const branch = await openBranch(tx, branchId, unit.organisationId);
      if (branch) await startMembership(tx, { personId, unitId: branch.id, on, source: "accepted", at, by: by.personId });
    }
    await record(tx, { kind: accept ? "join-request.accepted" : "join-request.declined", at, by: by.personId, personId, unitId: unit.id, about: { requestId } });
    return { kind: accept ? "accepted" : "declined" };
  });
}

export type LeaveOutcome = { kind: "left" | "not-member" | "last-organiser" | "not-found" };

/** An organisation is never left without an organiser; everything else may be left at once, and everything beneath goes with it. */
export async function leaveUnit(house: House, by: Viewer, unitId: string): Promise<LeaveOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await lockedUnit(tx, unitId);
    if (!unit) return { kind: "not-found" };
    if (unit.kind === "organisation" && (await isLastOrganiser(tx, unit.id, by.personId))) return { kind: "last-organiser" };
    const ended = await endMembership(tx, { personId: by.personId, unitId, on: dayAt(at, unit.zone), at });
    return { kind: ended.length > 0 ? "left" : "not-member" };
  });
}

export type MoveOutcome = { kind: "moved" | "same" | "not-found"; to: Unit | null };

/** From one branch to another that is open, or to none. What they do on committees and in groups stays. */
export async function changeBranch(house: House, by: Viewer, ask: { organisationId: string; branchId: string | null }): Promise<MoveOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const organisation = await lockedUnit(tx, ask.organisationId);
    const isMember = (await membershipsIn.many(tx, by.personId, [ask.organisationId])).length > 0;
    const to = await openBranch(tx, ask.branchId, ask.organisationId);
    if (!organisation || !isMember || (ask.branchId && !to)) return { kind: "not-found", to: null };
    const on = dayAt(at, organisation.zone);
    const now = (await currentBranches.many(tx, by.personId, organisation.id)).map((row) => row.unitId);
    const left = now.filter((unitId) => unitId !== to?.id);
    for (const unitId of left) await endMembership(tx, { personId: by.personId, unitId, on, at, beneath: false });
    const started = to ? await startMembership(tx, { personId: by.personId, unitId: to.id, on, source: "joined", at }) : [];
    return { kind: left.length + started.length > 0 ? "moved" : "same", to };
  });
}

/** To act on it, ask under the lock of the organisation, so that two cannot both step back as the last but one. */
export async function isLastOrganiser(db: Db, organisationId: string, personId: string): Promise<boolean> {
  const { organises } = await organisesNow.one(db, organisationId, personId);
  return organises && !(await othersOrganise.one(db, organisationId, personId)).others;
}

async function lockedUnit(tx: Tx, unitId: string): Promise<Unit | null> {
  const found = await unitById.maybe(tx, unitId);
  if (!found) return null;
  await lockUnits.many(tx, found.path);
  return unitById.maybe(tx, unitId);
}

async function openBranch(tx: Tx, branchId: string | null, organisationId: string): Promise<Unit | null> {
  const branch = branchId ? await unitById.maybe(tx, branchId) : null;
  const isOpen = branch?.kind === "branch" && branch.organisationId === organisationId && branch.joinPolicy === "open" && !branch.closedAt;
  return isOpen ? branch : null;
}
