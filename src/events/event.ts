/** One dated gathering, and the rules about it that need no database. */
import type { Viewer } from "../people/viewer.ts";
import { mayOpen } from "../organisations/event-audience.ts";
import type { Stance } from "../organisations/event-audience.ts";
import { isMemberOfAny, mayOrganise } from "../people/viewer.ts";
import type { Row } from "../platform/db/columns.ts";
import type { eventById } from "./event.sql.ts";

/** As it is stored, with its host and its venue. */
export type Event = Row<(typeof eventById)["columns"]>;

export type PhotoPolicy = "sticker" | "ask" | "none" | "fine";
export const photoPolicies: readonly PhotoPolicy[] = ["sticker", "ask", "none", "fine"];

export type EventMode = "room" | "online" | "both";

/** What an event is just now. `on` is from doors (or start) to end. A cancelled one stays cancelled. */
export type EventState = "draft" | "coming" | "on" | "past" | "cancelled";

type Dated = Pick<Event, "startsAt" | "endsAt" | "doorsAt" | "publishedAt" | "cancelledAt">;

export function eventState(event: Dated, now: Temporal.Instant): EventState {
  if (event.cancelledAt) return "cancelled";
  else if (!event.publishedAt) return "draft";
  else if (isBefore(now, event.doorsAt ?? event.startsAt)) return "coming";
  else if (isBefore(now, event.endsAt)) return "on";
  else return "past";
}

export function hasStarted(event: Pick<Event, "startsAt">, now: Temporal.Instant): boolean {
  return !isBefore(now, event.startsAt);
}

export function eventMode(event: { venueId: string | null; onlineUrl: string | null }): EventMode {
  if (event.venueId && event.onlineUrl) return "both";
  else return event.venueId ? "room" : "online";
}

/** An event with what one person has to do with it. */
export type Own = { readonly answer: string | null; readonly isInvited: boolean };
type Hosted = Pick<Event, "hostOrganisations" | "hostPath">;

export function stanceOf(viewer: Viewer | null, event: Hosted & Own): Stance {
  const { answer, isInvited } = event;
  return { isMember: isMemberOfAny(viewer, event.hostOrganisations), isOrganiser: mayOrganise(viewer, event.hostPath), isInvited, answer };
}

/** Whether this viewer may open it: drafts are for their organisers, the rest is the organisers' choice (`organisations/event-audience.ts`). */
export function maySeeEvent(viewer: Viewer | null, event: Pick<Event, "publishedAt" | "audience"> & Hosted & Own): boolean {
  return mayOpen(event, stanceOf(viewer, event));
}

/** Where several units share it, whose it was first decides whether it is. The others may leave it. */
export function mayCallOff(viewer: Viewer | null, event: Pick<Event, "firstHostPath">): boolean {
  return mayOrganise(viewer, event.firstHostPath);
}

export function eventUrl(id: string): string {
  return `/events/${id}`;
}

export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
