/** How somebody gets into a unit: what its page offers them. */
import type { JoinPolicy, UnitKind } from "./unit.ts";

export type WayIn =
  | "member"
  /** Asked, and not answered yet. */
  | "asked"
  | "join"
  | "ask"
  /** Its organisation does not let everybody in: that comes first. */
  | "organisation-first"
  | "invitation"
  | "closed";

type Doors = { kind: UnitKind; joinPolicy: JoinPolicy; organisationPolicy: JoinPolicy; closedAt: Temporal.Instant | null };
type Standing = { isMember: boolean; isOrganisationMember: boolean; hasAsked: boolean };

export function wayIn(unit: Doors, { isMember, isOrganisationMember, hasAsked }: Standing): WayIn {
  if (isMember) return "member";
  else if (unit.closedAt) return "closed";
  else if (hasAsked) return "asked";
  else if (unit.kind !== "organisation" && !isOrganisationMember && unit.organisationPolicy !== "open") return "organisation-first";
  else if (unit.joinPolicy === "open") return "join";
  else if (unit.joinPolicy === "request") return "ask";
  else return "invitation";
}
