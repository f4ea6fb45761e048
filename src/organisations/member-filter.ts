/** Which members an organiser's list shows; all of it lives in the address. */
import { patternsFor } from "./search-words.ts";
import type { UnitKind } from "./unit.ts";

/** How far somebody has come: here with an account, asked to come, or on a list that was brought in. */
export const MEMBER_STATES = ["account", "invited", "imported"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export const MEMBER_ROLES = ["organiser", "committee"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A unit beneath the one whose members are listed. */
export type Beneath = { readonly id: string; readonly slug: string; readonly name: string; readonly kind: UnitKind };

/** In no branch: a value that no unit has, for an address has no underscore. */
export const NO_BRANCH = "_none";

export type MemberFilter = {
  readonly q: string;
  /** The address of a unit beneath, `NO_BRANCH`, or nothing. */
  readonly in: string;
  readonly role: MemberRole | "";
  readonly state: MemberState | "";
  /** A day, as the address says it, or nothing. */
  readonly since: string;
};

/** What cannot be read is left out. */
export function readMemberFilter(query: (name: string) => string | undefined, beneath: readonly Beneath[]): MemberFilter {
  const unit = query("in");
  return {
    q: (query("q") ?? "").trim().slice(0, 200),
    in: unit === NO_BRANCH && beneath.some(({ kind }) => kind === "branch") ? NO_BRANCH : (beneath.find(({ slug }) => slug === unit)?.slug ?? ""),
    role: MEMBER_ROLES.find((role) => role === query("role")) ?? "",
    state: MEMBER_STATES.find((state) => state === query("state")) ?? "",
    since: dayIn(query("since") ?? "")?.toString() ?? "",
  };
}

/** As the address says it: only what narrows the list. */
export function filterWords(filter: MemberFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}

export type MembersAsked = { patterns: string[]; inUnit: string | null; isInNoBranch: boolean; role: string; state: string; since: Temporal.PlainDate | null };

/** As the queries take it. */
export function membersAsked(filter: MemberFilter, beneath: readonly Beneath[]): MembersAsked {
  return {
    patterns: patternsFor(filter.q),
    inUnit: beneath.find(({ slug }) => slug === filter.in)?.id ?? null,
    isInNoBranch: filter.in === NO_BRANCH,
    role: filter.role,
    state: filter.state,
    since: dayIn(filter.since),
  };
}

function dayIn(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text) : null;
  } catch {
    return null; // 31 June
  }
}
