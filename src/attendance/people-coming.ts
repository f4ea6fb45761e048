import type { Event } from "../events/event.ts";
import { isMemberOfAny, mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Answer } from "./rsvp.ts";

/** Names are for members of the hosting organisations, organisers, and those coming; everybody else sees how many. */
export function maySeePeople(viewer: Viewer | null, event: Pick<Event, "hostOrganisations" | "hostPath">, answer: Answer | null): boolean {
  return answer === "going" || isMemberOfAny(viewer, event.hostOrganisations) || mayOrganise(viewer, event.hostPath);
}

/** How many the event's own page names, besides those whom one knows. */
export const FIRST_FEW = 12;
export const PEOPLE_A_PAGE = 60;
export const ANSWERS_A_PAGE = 200;
