/** What can be asked of the directory; all of it stands in the address. */
import { nearFrom } from "./near.ts";
import type { JoinPolicy, UnitKind } from "./unit.ts";

export const DIRECTORY_KINDS = ["organisation", "branch", "group", "committee"] as const satisfies readonly UnitKind[];
export const POLICIES = ["open", "request", "invitation"] as const satisfies readonly JoinPolicy[];

export type DirectoryAsk = {
  readonly q: string;
  readonly near: string;
  readonly kind: UnitKind;
  readonly policy: JoinPolicy | "";
};

/** Whatever cannot be read is not asked for. */
export function readAsk({ q = "", near = "", kind, policy }: Record<string, string | undefined>): DirectoryAsk {
  return {
    q: q.replaceAll("\0", "").trim().slice(0, 200),
    near: nearFrom(near),
    kind: DIRECTORY_KINDS.find((each) => each === kind) ?? "organisation",
    policy: POLICIES.find((each) => each === policy) ?? "",
  };
}

export function isEverything({ q, near, kind, policy }: DirectoryAsk): boolean {
  return !q && !near && !policy && kind === "organisation";
}

/** The address of the same ask, without what says nothing. */
export function askWords(ask: DirectoryAsk): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...ask, kind: ask.kind === "organisation" ? "" : ask.kind }).filter(([, words]) => words));
}
