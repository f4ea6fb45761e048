import { isInvited } from "../organisations/event-audience.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { isId } from "../platform/ids.ts";
import { maySeeEvent, stanceOf } from "./event.ts";
import type { Event } from "./event.ts";
import { asSeenBy } from "./place.ts";
import { eventColumns, eventFields, eventFrom } from "./event-columns.sql.ts";

const selected = sql`
    select ${eventFields}${eventFrom}`;

/** For the product itself; pages load through the two functions below. */
export const eventById = query(eventColumns, (id: string) => sql`${selected}
     where e.id = ${id}`);

/** The same, holding the event's row: answers, edits and the waiting list of one event take turns. */
export const eventForUpdate = query(eventColumns, (id: string) => sql`${selected}
     where e.id = ${id}
       for update of e`);

/** What one person has to do with an event: their answer, and whether they were asked by name or address. */
export const ownStanding = query(
  { answer: col.word<"going" | "maybe" | "not_going" | "waitlisted" | "asked">().orNull, isInvited: col.bool },
  (eventId: string, personId: string | null) => sql`
    select r.answer, ${isInvited(personId)} as "isInvited"
      from event e
      left join rsvp r on r.event_id = e.id and r.person_id = ${personId}
     where e.id = ${eventId}`,
);

/** The event as this viewer may see it; null where there is none, or none for them. A guest is somebody (`personId`) and yet no viewer. */
export async function eventSeenBy(db: Db, viewer: Viewer | null, id: string | undefined, personId = viewer?.personId ?? null): Promise<Event | null> {
  if (!isId(id)) return null;
  const [event, own] = await Promise.all([eventById.maybe(db, id), ownStanding.maybe(db, id, personId)]);
  return event && own && maySeeEvent(viewer, { ...event, ...own }) ? asSeenBy(event, stanceOf(viewer, { ...event, ...own })) : null;
}

/** The event, if this viewer organises it. */
export async function eventOrganisedBy(db: Db, viewer: Viewer, id: string | undefined): Promise<Event | null> {
  const event = isId(id) ? await eventById.maybe(db, id) : null;
  return event && mayOrganise(viewer, event.hostPath) ? event : null;
}
