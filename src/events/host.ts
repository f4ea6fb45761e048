/** Sharing an event with another unit: who decides what. */
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Row } from "../platform/db/columns.ts";
import type { hostingById } from "./host.sql.ts";

export type Hosting = Row<(typeof hostingById)["columns"]>;

/** Besides the first; beyond that an event is everybody's and nobody's. */
export const MOST_HOSTS = 8;

/** Whoever said no is left in peace for a week. */
export const DAYS_AFTER_NO = 7;

/** Which side of it somebody stands on; who organises both may do either side's part. */
export type Side = "first" | "asked" | "both";

export function sideOf(viewer: Pick<Viewer, "organises">, { firstHostPath, unitPath }: Pick<Hosting, "firstHostPath" | "unitPath">): Side | null {
  const isFirst = mayOrganise(viewer as Viewer, firstHostPath);
  const isAsked = mayOrganise(viewer as Viewer, unitPath);
  if (isFirst && isAsked) return "both";
  else if (isFirst) return "first";
  else return isAsked ? "asked" : null;
}

export type HostingState = "asked" | "hosts" | "declined" | "taken-back" | "ended";

export function hostingState({ acceptedAt, declinedAt, endedAt }: Pick<Hosting, "acceptedAt" | "declinedAt" | "endedAt">): HostingState {
  if (declinedAt) return "declined";
  else if (endedAt) return acceptedAt ? "ended" : "taken-back";
  else return acceptedAt ? "hosts" : "asked";
}

export function hostingUrl(id: string): string {
  return `/hostings/${id}`;
}
