/** A complaint: about what, to whom, and who may look at it. */
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";

/** What can be reported. */
export type About = "message" | "person" | "event";

/** What somebody may say is wrong; the words to each are for the rest. */
export const reportKinds = ["unkind", "unsafe", "private", "false", "advertising", "other"] as const;
export type ReportKind = (typeof reportKinds)[number];

export const LONGEST_WORDS = 2000;

/** Enough for a bad evening, too few for using reports against somebody. */
export const REPORT_RATE = { most: 10, minutes: 24 * 60 };

/** What was decided. A bar is from one meet-up or from a unit. */
export type Outcome = "nothing" | "warning" | "removal" | "bar" | "limit" | "suspension";

/** Whom a report concerns, and whose organisers look at it; null: only those who look after the server. */
export type Concern = { readonly personId: string | null; readonly unitPath: readonly string[] | null };

/** Never whom it is about, whatever they are. Organisers see what was sent to them; administrators see all. */
export function mayLookAt(viewer: Viewer, { personId, unitPath }: Concern): boolean {
  return viewer.personId !== personId && (viewer.isAdministrator || (unitPath !== null && mayOrganise(viewer, unitPath)));
}

export function reportUrl(id: string): string {
  return `/reports/${id}`;
}
