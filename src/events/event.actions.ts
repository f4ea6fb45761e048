import type { House } from "../house.ts";
import { isAnnounced, showsNamesToMore } from "../organisations/event-audience.ts";
import { unitById } from "../organisations/unit.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { idFrom } from "../platform/ids.ts";
import type { Event } from "./event.ts";
import { hasStarted, mayCallOff } from "./event.ts";
import { changedFields, lockedFields, missingFrom, whatMatters, withLocked } from "./event-fields.ts";
import type { EventFields, Missing, Place } from "./event-fields.ts";
import { noteUntold } from "./event-news.sql.ts";
import { moveOf } from "./event-move.ts";
import { placesOver, placesTaken } from "./places.ts";
import { copyAnswering } from "./copy.sql.ts";
import { eventById, eventForUpdate } from "./event.sql.ts";
import { deleteDraft, insertEvent, keepTitle, markCancelled, markPublished, markResumed, moveVisits, noteMove, renewOffers, updateEvent } from "./event-write.sql.ts";
import { insertVenue, venueById } from "./venue.sql.ts";

type NotYours = { kind: "not-found" };
const NOT_FOUND: NotYours = { kind: "not-found" };

/** Only what `by` says of the viewer is used, so that the example network and the command line can call these too. */
export type Organiser = Pick<Viewer, "personId" | "organises">;

export type NewEvent = {
  unitId: string;
  fields: EventFields;
  place: Place;
  /** What the form carried: the same form sent twice makes one event. */
  once: string;
  /** An event of theirs, of which this is a copy: how people answer is taken over, too. */
  copyOf?: string | null;
};

export type CreateOutcome = NotYours | { kind: "venue-gone" } | { kind: "created"; eventId: string };

/** Makes a draft, which only the organisers see. */
export async function createEvent(house: House, by: Organiser, ask: NewEvent): Promise<CreateOutcome> {
  return house.db.transaction(async (tx) => {
    const host = await unitById.maybe(tx, ask.unitId);
    if (!host || host.closedAt || !mayOrganise(by as Viewer, host.path)) return NOT_FOUND;
    const at = house.clock.now();
    const venueId = await settleVenue(tx, by, host.organisationId, host.zone, null, ask.place, ask.once, at);
    if (venueId === undefined) return { kind: "venue-gone" };
    const eventId = idFrom(`event ${by.personId} ${ask.once}`);
    const made = await insertEvent.run(tx, eventId, host.id, ask.fields, venueId, by.personId, at);
    if (made === 1 && ask.copyOf) await takeAnswering(tx, by, ask.copyOf, eventId);
    if (made === 1) await record(tx, { kind: "event.drafted", at, by: by.personId, unitId: host.id, eventId });
    else await takeOver(tx, by, eventId, ask.fields, venueId, at);
    return { kind: "created", eventId };
  });
}

/** What its form does not show: guests, places held back, questions and the rest. */
async function takeAnswering(tx: Tx, by: Organiser, from: string, to: string): Promise<void> {
  const original = await eventById.maybe(tx, from);
  if (original && mayOrganise(by as Viewer, original.hostPath)) await copyAnswering.run(tx, original.id, to);
}

export type EditEvent = {
  eventId: string;
  fields: EventFields;
  place: Place;
  once: string;
  /** The revision that the form was filled from. */
  revision: number;
};

export type EditOutcome =
  | NotYours
  | { kind: "cancelled" }
  | { kind: "venue-gone" }
  /** Those who answered would be named to more people than they were told. */
  | { kind: "names-to-more" }
  /** Somebody else saved in the meantime; nothing was written. */
  | { kind: "edited-meanwhile"; event: Event }
  /** `over`: so many have a place beyond a capacity that was lowered; nobody loses theirs. */
  | { kind: "saved"; changed: string[]; told: boolean; over: number; taken: number };

/** Saves what an organiser changed. What matters to those who come is told to them by the consequences of `event.changed`. */
export async function editEvent(house: House, by: Organiser, ask: EditEvent): Promise<EditOutcome> {
  return house.db.transaction(async (tx) => {
    const event = await organisedForUpdate(tx, by, ask.eventId);
    if (!event) return NOT_FOUND;
    if (event.cancelledAt && !event.isPostponed) return { kind: "cancelled" };
    if (event.revision !== ask.revision) return { kind: "edited-meanwhile", event };
    const at = house.clock.now();
    const locked = lockedFields(event, at);
    const fields = withLocked(ask.fields, event, locked);
    if (hasAnswers(event) && showsNamesToMore(event, fields)) return { kind: "names-to-more" };
    const venueId = locked.has("venueId") ? event.venueId : await settleVenue(tx, by, event.organisationId, event.zone, event.venueId, ask.place, ask.once, at);
    if (venueId === undefined) return { kind: "venue-gone" };
    const changed = changedFields(event, fields, venueId);
    const crowd = { taken: placesTaken(event, "main"), over: placesOver({ ...event, capacity: fields.capacity }) };
    if (changed.length === 0) return { kind: "saved", changed, told: false, ...crowd };
    // While it is postponed nothing is news but the new date.
    const resumes = event.isPostponed && changed.includes("startsAt");
    const told = event.publishedAt !== null && (event.isPostponed ? resumes : whatMatters(changed).length > 0);
    await updateEvent.run(tx, event.id, fields, venueId, told, at);
    if (resumes) await markResumed.run(tx, event.id, false, at);
    if (resumes) await renewOffers.run(tx, event.id, at);
    const move = moveOf(event, { ...fields, venueId });
    const asksAgain = move.asksAgain || resumes;
    if (told) await noteMove.run(tx, event.id, move.wasStartsAt, asksAgain, at);
    if (told && move.seconds !== 0) await moveVisits.run(tx, event.id, move.seconds);
    const about = { ...before(event), asksAgain: told && asksAgain, visitsMoved: told && move.seconds !== 0 };
    const changeId = await record(tx, { kind: "event.changed", at, by: by.personId, unitId: event.unitId, eventId: event.id, fields: changed, about });
    if (changed.includes("title")) await keepTitle.run(tx, changeId, event.id, event.title);
    if (event.publishedAt && !isAnnounced(event) && isAnnounced(fields)) await record(tx, { kind: "event.opened", at, by: by.personId, unitId: event.unitId, eventId: event.id });
    if (told) await noteUntold.run(tx, event.id, changeId);
    return { kind: "saved", changed, told, ...crowd };
  });
}

export type PublishOutcome = NotYours | { kind: "already" } | { kind: "incomplete"; missing: Missing[] } | { kind: "published" };

/** Opens the page to all; telling the members is a consequence of `event.published`. */
export async function publishEvent(house: House, by: Organiser, eventId: string): Promise<PublishOutcome> {
  return house.db.transaction(async (tx) => {
    const event = await organisedForUpdate(tx, by, eventId);
    if (!event) return NOT_FOUND;
    if (event.publishedAt) return { kind: "already" };
    const at = house.clock.now();
    const missing = missingFrom(event, at).filter(({ weight }) => weight === "needed");
    if (missing.length > 0) return { kind: "incomplete", missing };
    await markPublished.run(tx, event.id, at);
    await record(tx, { kind: "event.published", at, by: by.personId, unitId: event.unitId, eventId: event.id });
    return { kind: "published" };
  });
}

export type CancelOutcome = NotYours | { kind: "draft" } | { kind: "too-late" } | { kind: "already" } | { kind: "cancelled" };

/** For good: another go is a new event, copied from this one. */
export async function cancelEvent(house: House, by: Organiser, eventId: string, reason: string): Promise<CancelOutcome> {
  return house.db.transaction(async (tx) => {
    const event = await organisedForUpdate(tx, by, eventId);
    if (!event || !mayCallOff(by as Viewer, event)) return NOT_FOUND;
    if (!event.publishedAt) return { kind: "draft" };
    if (event.cancelledAt && !event.isPostponed) return { kind: "already" };
    const at = house.clock.now();
    if (!event.isPostponed && hasStarted({ startsAt: event.endsAt }, at)) return { kind: "too-late" };
    await markCancelled.run(tx, event.id, by.personId, reason, at);
    await record(tx, { kind: "event.cancelled", at, by: by.personId, unitId: event.unitId, eventId: event.id });
    return { kind: "cancelled" };
  });
}

/** A draft that nobody wants any more leaves no trace but its change. */
export async function discardDraft(house: House, by: Organiser, eventId: string): Promise<NotYours | { kind: "published" } | { kind: "discarded" }> {
  return house.db.transaction(async (tx) => {
    const event = await organisedForUpdate(tx, by, eventId);
    if (!event || !mayCallOff(by as Viewer, event)) return NOT_FOUND;
    if (event.publishedAt) return { kind: "published" };
    await deleteDraft.run(tx, event.id);
    await record(tx, { kind: "event.discarded", at: house.clock.now(), by: by.personId, unitId: event.unitId, eventId: event.id });
    return { kind: "discarded" };
  });
}

/** The first form was gone back to and sent again: the draft takes over what it says now. */
async function takeOver(tx: Tx, by: Organiser, eventId: string, fields: EventFields, venueId: string | null, at: Temporal.Instant): Promise<void> {
  const event = await organisedForUpdate(tx, by, eventId);
  const changed = event && !event.publishedAt ? changedFields(event, fields, venueId) : [];
  if (!event || changed.length === 0) return;
  await updateEvent.run(tx, eventId, fields, venueId, false, at);
  const changeId = await record(tx, { kind: "event.changed", at, by: by.personId, unitId: event.unitId, eventId, fields: changed, about: before(event) });
  if (changed.includes("title")) await keepTitle.run(tx, changeId, eventId, event.title);
}

function hasAnswers({ goingCount, maybeCount, waitingCount }: Event): boolean {
  return goingCount + maybeCount + waitingCount > 0;
}

export async function organisedForUpdate(tx: Tx, by: Organiser, eventId: string): Promise<Event | null> {
  const event = await eventForUpdate.maybe(tx, eventId);
  return event && mayOrganise(by as Viewer, event.hostPath) ? event : null;
}

/** The venue's id; null for online only; undefined where the chosen one is neither this organisation's, nor offered to it, nor the event's already. */
async function settleVenue(tx: Tx, by: Organiser, organisationId: string, zone: string, before: string | null, place: Place, once: string, at: Temporal.Instant): Promise<string | null | undefined> {
  if (place.newVenue) {
    const id = idFrom(`venue ${by.personId} ${once}`);
    const made = await insertVenue.run(tx, id, organisationId, place.newVenue, by.personId, at.toZonedDateTimeISO(zone).toPlainDate(), at);
    if (made === 1) await record(tx, { kind: "venue.added", at, by: by.personId, about: { venueId: id } });
    return id;
  } else if (place.venueId) {
    const venue = await venueById.maybe(tx, place.venueId);
    return venue && (venue.organisationId === organisationId || venue.offeredAt || venue.id === before) ? venue.id : undefined;
  } else {
    return null;
  }
}

/** What a letter and the history need to say "was": instants, numbers and ids, never text. */
export function before(event: Event): Record<string, string | number | boolean | null> {
  return { wasPostponed: event.isPostponed, startsAt: event.startsAt.toString(), endsAt: event.endsAt.toString(), doorsAt: event.doorsAt?.toString() ?? null, venueId: event.venueId, zone: event.zone, capacity: event.capacity };
}
