/** What may follow from a report: the limits that can be set, by whom, for how long, and who reads an objection. Pure. */
import type { Viewer } from "../people/viewer.ts";
import { mayLookAt } from "./report.ts";
import type { Concern, Outcome } from "./report.ts";

export type SanctionKind = Exclude<Outcome, "nothing">;

/** What a decision can be. A bar says from what. */
export const acts = ["nothing", "warning", "removal", "bar-event", "bar-unit", "bar-organisation", "limit", "suspension"] as const;
export type Act = (typeof acts)[number];

/** What those who look after the server can do to an account by themselves. */
export const accountActs = ["limit", "suspension"] as const;
export type AccountAct = (typeof accountActs)[number];

export const lengths = ["week", "month", "quarter", "year", "good"] as const;
export type Length = (typeof lengths)[number];

export const LONGEST_REASON = 2000;
export const LONGEST_APPEAL = 4000;

/** The words of a removed message are kept so long for an objection, then they are gone. */
export const KEPT_DAYS = 90;

export type Case = {
  readonly personId: string | null;
  readonly eventId: string | null;
  readonly unitId: string | null;
  /** Above the unit, where the viewer organises that too. */
  readonly organisationId: string | null;
  readonly messageStands: boolean;
  readonly isAdministrator: boolean;
};

/** In the order of how hard they are. What concerns nobody can only be looked at. */
export function actsOpen({ personId, eventId, unitId, organisationId, messageStands, isAdministrator }: Case): Act[] {
  const isOpen: Record<Act, boolean> = {
    nothing: true,
    warning: personId !== null,
    removal: personId !== null && messageStands,
    "bar-event": personId !== null && eventId !== null,
    "bar-unit": personId !== null && unitId !== null,
    "bar-organisation": personId !== null && organisationId !== null && organisationId !== unitId,
    limit: personId !== null && isAdministrator,
    suspension: personId !== null && isAdministrator,
  };
  return acts.filter((act) => isOpen[act]);
}

export function outcomeOf(act: Act): Outcome {
  return act.startsWith("bar-") ? "bar" : (act as Outcome);
}

/** A warning and a removal are done once; everything else lasts. */
export function lasts(kind: Outcome): boolean {
  return kind === "bar" || kind === "limit" || kind === "suspension";
}

/** Null is for good. */
export function untilAfter(length: Length, now: Temporal.Instant): Temporal.Instant | null {
  const days = { week: 7, month: 30, quarter: 91, year: 365, good: null }[length];
  return days === null ? null : now.add({ hours: 24 * days });
}

export type Decided = Concern & { readonly setBy: string | null };

/** Another one than whoever decided reads the objection, wherever there is another. Nobody reads one about themselves. */
export function mayAnswerAppeal(viewer: Viewer, sanction: Decided, othersThere: boolean): boolean {
  return mayLookAt(viewer, sanction) && (viewer.personId !== sanction.setBy || !othersThere);
}

/** Whoever organises a unit can be barred from it only from above: by organisers of a unit above every one that they organise, or by administrators. */
export function mayBar(viewer: Viewer, path: readonly string[], organisedByThem: readonly string[]): boolean {
  const first = path.findIndex((unitId) => organisedByThem.includes(unitId));
  return first === -1 || viewer.isAdministrator || path.slice(0, first).some((unitId) => viewer.organises.has(unitId));
}

export function sanctionUrl(id: string): string {
  return `/sanctions/${id}`;
}
