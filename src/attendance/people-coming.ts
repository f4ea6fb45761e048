import { stanceOf } from "../events/event.ts";
import type { Event, Own } from "../events/event.ts";
import { maySeeNames } from "../organisations/event-audience.ts";
import type { Viewer } from "../people/viewer.ts";

type Seen = Pick<Event, "publishedAt" | "audience" | "namesFor" | "hostOrganisations" | "hostPath"> & Own;

/** Whose names they see is the organisers' choice: everyone's, the members', those coming's, or theirs alone. */
export function maySeePeople(viewer: Viewer | null, event: Seen): boolean {
  return maySeeNames(event, stanceOf(viewer, event));
}

/** How many the event's own page names, besides those whom one knows. */
export const FIRST_FEW = 12;
export const PEOPLE_A_PAGE = 60;
export const ANSWERS_A_PAGE = 200;
