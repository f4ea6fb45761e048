import type { Line } from "../ui/view.ts";

/** The person a page is made for, with what decides what they may see and do. A stranger is null. */
export type Viewer = {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  /** Of the organisation that they joined first; for their own sticker. */
  readonly line: Line;
  /** The key of their own photo. */
  readonly photo: string | null;
  readonly isAdministrator: boolean;
  /** In the first days of the account, and not yet taken in anywhere: see newcomer.ts. */
  readonly isNew: boolean;
  /** Units that they are a member of today. */
  readonly memberOf: ReadonlySet<string>;
  /** Units that they organise themselves; those beneath follow from a unit's path. */
  readonly organises: ReadonlySet<string>;
};

/** A unit's path leads from its organisation down to itself. Whoever organises one on the way organises it too. */
export function mayOrganise(viewer: Viewer | null, path: readonly string[]): boolean {
  return viewer !== null && path.some((unitId) => viewer.organises.has(unitId));
}

/** Of one of several hosts' organisations. */
export function isMemberOfAny(viewer: Viewer | null, unitIds: readonly string[]): boolean {
  return unitIds.some((unitId) => isMember(viewer, unitId));
}

/** A member of any unit is a member of its organisation. */
export function isMember(viewer: Viewer | null, unitId: string): boolean {
  return viewer !== null && viewer.memberOf.has(unitId);
}
