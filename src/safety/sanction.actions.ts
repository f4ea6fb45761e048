import type { House } from "../house.ts";
import { isLastOrganiser } from "../organisations/joining.actions.ts";
import { dayAt } from "../organisations/membership.ts";
import { endMembership } from "../organisations/membership.actions.ts";
import { unitById } from "../organisations/unit.sql.ts";
import { lockAccount } from "../people/address.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { hashToken, newId, newToken } from "../platform/ids.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { writeTo } from "./letter-to.actions.ts";
import { putBack, takeOffThePage } from "./removal.actions.ts";
import { messageToRemove } from "./removal.sql.ts";
import { lockReport, personToTell, reportById, settleReport } from "./report.sql.ts";
import type { ReportRow } from "./report.sql.ts";
import { mayLookAt } from "./report.ts";
import { sanctionLetter } from "./sanction.letters.ts";
import { endSanction, endTheirSessions, followSanctions, insertSanction, lockSanction, organisedOnPath, sanctionById, sanctionStands } from "./sanction.sql.ts";
import { actsOpen, mayBar, outcomeOf, untilAfter } from "./sanction.ts";
import type { AccountAct, Act, Case, Length } from "./sanction.ts";

/** What a sanction follows from: a report, or (without an id) nothing but the word of somebody who looks after the server. */
type Ground = Pick<ReportRow, "personId" | "messageId" | "unitId" | "unitPath"> & { id: string | null };

export type Decision = { act: Act; reason: string; length: Length; hides: boolean; note: string };

export type DecideOutcome = { kind: "decided" | "already" | "not-open" | "organiser" | "last-organiser" | "not-found" };

/** Decides a report: nothing to do, or one limit with its reason. The letter to whoever it concerns is written with it, for it holds a secret link. */
export async function decideReport(house: House, by: Viewer, reportId: string, decision: Decision): Promise<DecideOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const lock = await lockReport.maybe(tx, reportId);
    const report = lock && (await reportById.maybe(tx, reportId));
    if (!report || !mayLookAt(by, report)) return { kind: "not-found" };
    if (report.settledAt) return { kind: "already" };
    const about = await caseOf(tx, by, report);
    if (!actsOpen(about).includes(decision.act)) return { kind: "not-open" };
    if (decision.act !== "nothing") {
      const refused = await setSanction(tx, house, by, report, about, decision, at);
      if (refused) return refused;
    }
    await settleReport.run(tx, reportId, outcomeOf(decision.act), decision.note, by.personId, at);
    await record(tx, { kind: "report.settled", at, by: by.personId, unitId: report.unitId, about: { reportId, outcome: outcomeOf(decision.act) } });
    return { kind: "decided" };
  });
}

/** What somebody who looks after the server settles by themselves, without a report. Not about themselves, and not the same twice at once. */
export type OnAccount = { act: AccountAct; reason: string; length: Length; hides: boolean };

export async function sanctionAccount(house: House, by: Viewer, personId: string, { act, ...rest }: OnAccount): Promise<{ kind: "decided" | "already" | "not-found" }> {
  if (!by.isAdministrator || by.personId === personId) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    if (!(await lockAccount.maybe(tx, personId))) return { kind: "not-found" };
    if ((await sanctionStands.one(tx, personId, act)).is) return { kind: "already" };
    const nothing = { id: null, personId, messageId: null, unitId: null, unitPath: null };
    await setSanction(tx, house, by, nothing, { unitId: null, eventId: null, organisationId: null }, { act, note: "", ...rest }, house.clock.now());
    return { kind: "decided" };
  });
}

/** What a report leaves open to this viewer. */
export async function caseOf(tx: Pick<Tx, "query">, by: Viewer, report: ReportRow): Promise<Case> {
  const message = report.messageId ? await messageToRemove.maybe(tx, report.messageId) : null;
  const root = report.unitPath?.[0] ?? null;
  return {
    personId: report.personId,
    eventId: report.eventId,
    unitId: report.unitId,
    organisationId: root && (by.isAdministrator || mayOrganise(by, [root])) ? root : null,
    messageStands: message !== null && !message.deletedAt,
    isAdministrator: by.isAdministrator,
  };
}

async function setSanction(tx: Tx, house: House, by: Viewer, report: Ground, about: Pick<Case, "unitId" | "eventId" | "organisationId">, { act, reason, length, hides }: Decision, at: Temporal.Instant): Promise<DecideOutcome | null> {
  const personId = report.personId!;
  const kind = outcomeOf(act) as Exclude<ReturnType<typeof outcomeOf>, "nothing">;
  const barredFrom = act === "bar-unit" ? about.unitId : act === "bar-organisation" ? about.organisationId : null;
  const refused = act.startsWith("bar-") ? await mayNotBar(tx, by, personId, report, barredFrom) : null;
  if (refused) return refused;
  const kept = act === "removal" ? await takeOffThePage(tx, report.messageId!, by.personId, at) : null;
  const id = newId(at.epochMilliseconds);
  const token = newToken();
  const until = kind === "warning" || kind === "removal" ? null : untilAfter(length, at);
  const eventId = act === "bar-event" ? about.eventId : null;
  // Barred from one meet-up is not barred from its unit; a limit of the server belongs to no unit.
  const unitId = act === "bar-event" || kind === "limit" || kind === "suspension" ? null : (barredFrom ?? report.unitId);
  const isHiding = kind === "suspension" && hides;
  const messageId = act === "removal" ? report.messageId : null;
  await insertSanction.run(tx, { id, kind, personId, reportId: report.id, messageId, kept, eventId, unitId, hides: isHiding, reason, until, tokenHash: hashToken(token) }, by.personId, at);
  if (barredFrom) await leave(tx, personId, barredFrom, by, at);
  await followSanctions.run(tx, personId);
  if (kind === "suspension") await endTheirSessions.run(tx, personId);
  if (until) await enqueue(tx, "end-sanctions", {}, { key: `end-sanction:${id}`, runAt: until });
  await record(tx, { kind: "sanction.set", at, by: by.personId, personId, unitId, eventId, about: { sanctionId: id, what: kind } });
  const to = await personToTell.maybe(tx, personId);
  const sanction = await sanctionById.one(tx, id);
  if (to) await writeTo(tx, house, `sanction ${id}`, to, (setting) => sanctionLetter(setting, house.config, sanction, token), { isSecret: true });
  return null;
}

async function mayNotBar(tx: Tx, by: Viewer, personId: string, report: Ground, unitId: string | null): Promise<DecideOutcome | null> {
  const path = report.unitPath ?? [];
  const organised = (await organisedOnPath.many(tx, personId, path)).map((row) => row.unitId);
  if (organised.length === 0) return null;
  if (!unitId || !mayBar(by, path, organised)) return { kind: "organiser" };
  return organised.includes(path[0]!) && (await isLastOrganiser(tx, path[0]!, personId)) ? { kind: "last-organiser" } : null;
}

async function leave(tx: Tx, personId: string, unitId: string, by: Viewer, at: Temporal.Instant): Promise<void> {
  const unit = await unitById.one(tx, unitId);
  await endMembership(tx, { personId, unitId, on: dayAt(at, unit.zone), at, by: by.personId });
}

/**
 * A bar that holds again may find somebody who belongs there by now: they had an account of their own before they proved the address it was kept by.
 * The last organiser of an organisation stays on; nobody could take it up, and those who look after the server settle that.
 */
export async function leaveWhereBarred(house: House, sanctionId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    const sanction = await sanctionById.maybe(tx, sanctionId);
    if (!sanction?.unitId || sanction.kind !== "bar" || sanction.eventId || sanction.endedAt) return;
    const unit = await unitById.one(tx, sanction.unitId);
    if (unit.kind === "organisation" && (await isLastOrganiser(tx, unit.id, sanction.personId))) return;
    const at = house.clock.now();
    await endMembership(tx, { personId: sanction.personId, unitId: unit.id, on: dayAt(at, unit.zone), at, by: null });
  });
}

/** Ends one before its time, or (by null) because that has come. What it took from the page comes back; a membership does not, but may be begun anew. */
export async function liftSanction(tx: Tx, id: string, by: string | null, at: Temporal.Instant): Promise<boolean> {
  await lockSanction.maybe(tx, id);
  const sanction = await sanctionById.maybe(tx, id);
  if (!sanction || sanction.endedAt) return false;
  if (sanction.messageId && sanction.kept) await putBack(tx, sanction.messageId, sanction.kept);
  await endSanction.run(tx, id, by, at);
  await followSanctions.run(tx, sanction.personId);
  await record(tx, { kind: "sanction.ended", at, by, personId: sanction.personId, unitId: sanction.unitId, eventId: sanction.eventId, about: { sanctionId: id } });
  return true;
}

export async function endSanctionBy(house: House, by: Viewer, id: string): Promise<{ kind: "ended" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const sanction = await sanctionById.maybe(tx, id);
    if (!sanction || !mayLookAt(by, sanction)) return { kind: "not-found" };
    await liftSanction(tx, id, by.personId, house.clock.now());
    return { kind: "ended" };
  });
}
