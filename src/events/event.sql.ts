import { conductOfHosts } from "../organisations/conduct.sql.ts";
import type { HostConduct } from "../organisations/conduct.ts";
import { joinShared, shared } from "../organisations/hosting.sql.ts";
import type { CoHost } from "../organisations/hosting.sql.ts";
import type { Audience, NamesFor, PlaceFor } from "../organisations/event-audience.ts";
import { isInvited } from "../organisations/event-audience.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { isId } from "../platform/ids.ts";
import type { Line } from "../ui/view.ts";
import { maySeeEvent, stanceOf } from "./event.ts";
import type { Event, PhotoPolicy } from "./event.ts";
import type { EventFields } from "./event-fields.ts";
import { asSeenBy } from "./place.ts";

export const eventColumns = {
  id: col.uuid,
  unitId: col.uuid,
  /** The units that host it, the first one first. */
  hostUnits: col.uuids,
  /** Those of the first host, which asked the others and may call it off. */
  firstHostPath: col.uuids,
  /** Units whose organisers organise it: on the way down to each host. */
  hostPath: col.uuids,
  unitName: col.text,
  unitSlug: col.text,
  unitKind: col.word<"organisation" | "branch" | "group" | "committee">(),
  organisationId: col.uuid,
  organisationName: col.text,
  organisationSlug: col.text,
  /** Whose members see names: the first host's organisation, then the others'. */
  hostOrganisations: col.uuids,
  coHosts: col.json<CoHost[]>(),
  /** What each host's organisation says of how people treat each other. */
  conduct: col.json<HostConduct[]>(),
  code: col.text,
  line: { ...col.int, type: undefined as unknown as Line },
  title: col.text,
  summary: col.text,
  about: col.text,
  notes: col.text,
  zone: col.text,
  startsAt: col.instant,
  endsAt: col.instant,
  /** Its date before the last move to another day */
  wasStartsAt: col.instant.orNull,
  asksAgainAt: col.instant.orNull,
  doorsAt: col.instant.orNull,
  answerBy: col.instant.orNull,
  conversationOpensAt: col.instant.orNull,
  venueId: col.uuid.orNull,
  venueName: col.text.orNull,
  venueAddress: col.text.orNull,
  venueArea: col.text.orNull,
  directions: col.text.orNull,
  stepFree: col.text.orNull,
  liftCm: col.int.orNull,
  hearing: col.text.orNull,
  quietRoom: col.text.orNull,
  toilets: col.text.orNull,
  transport: col.text.orNull,
  accessConfirmedOn: col.date.orNull,
  onlineUrl: col.text.orNull,
  capacity: col.int.orNull,
  onlineCapacity: col.int.orNull,
  heldBack: col.int,
  guestsEach: col.int,
  offerHours: col.int.orNull,
  asksFirst: col.bool,
  /** What its organisers ask of whoever comes (`event_question`) */
  questionCount: col.int,
  cost: col.text,
  food: col.text,
  photoPolicy: col.word<PhotoPolicy>(),
  icebreaker: col.text,
  audience: col.word<Audience>(),
  namesFor: col.word<NamesFor>(),
  countsPublic: col.bool,
  placeFor: col.word<PlaceFor>(),
  createdBy: col.uuid.orNull,
  createdAt: col.instant,
  updatedAt: col.instant,
  publishedAt: col.instant.orNull,
  cancelledAt: col.instant.orNull,
  cancelledReason: col.text.orNull,
  /** Off until a new date is set; its dates are the old ones */
  isPostponed: col.bool,
  sequence: col.int,
  nextPlace: col.big,
  goingCount: col.int,
  maybeCount: col.int,
  waitingCount: col.int,
  onlineCount: col.int,
  guestCount: col.int,
  onlineWaitingCount: col.int,
  keptCount: col.int,
  onlineKeptCount: col.int,
  toRoomCount: col.int,
  toOnlineCount: col.int,
  version: col.int,
  revision: col.int,
};

/** For other queries about an event to weave in: its columns, and where they come from. */
export const eventFields = sql`
           e.id,
           e.unit_id as "unitId",
           ${shared.units} as "hostUnits",
           u.path as "firstHostPath",
           ${shared.path} as "hostPath",
           u.name as "unitName",
           u.slug as "unitSlug",
           u.kind as "unitKind",
           o.id as "organisationId",
           ou.name as "organisationName",
           ou.slug as "organisationSlug",
           ${shared.organisations} as "hostOrganisations",
           shared.co_hosts as "coHosts",
           ${conductOfHosts} as "conduct",
           o.code,
           o.line,
           e.title,
           e.summary,
           e.about,
           e.notes,
           e.zone,
           e.starts_at as "startsAt",
           e.ends_at as "endsAt",
           e.was_starts_at as "wasStartsAt",
           e.asks_again_at as "asksAgainAt",
           e.doors_at as "doorsAt",
           e.answer_by as "answerBy",
           e.conversation_opens_at as "conversationOpensAt",
           e.venue_id as "venueId",
           v.name as "venueName",
           v.address as "venueAddress",
           v.area as "venueArea",
           v.directions,
           v.step_free as "stepFree",
           v.lift_cm as "liftCm",
           v.hearing,
           v.quiet_room as "quietRoom",
           v.toilets,
           v.transport,
           v.confirmed_on as "accessConfirmedOn",
           e.online_url as "onlineUrl",
           e.capacity,
           e.online_capacity as "onlineCapacity",
           e.held_back as "heldBack",
           e.guests_each as "guestsEach",
           e.offer_hours as "offerHours",
           e.asks_first as "asksFirst",
           e.question_count as "questionCount",
           e.cost,
           e.food,
           e.photo_policy as "photoPolicy",
           e.icebreaker,
           e.audience,
           e.names_for as "namesFor",
           e.counts_public as "countsPublic",
           e.place_for as "placeFor",
           e.created_by as "createdBy",
           e.created_at as "createdAt",
           e.updated_at as "updatedAt",
           e.published_at as "publishedAt",
           e.cancelled_at as "cancelledAt",
           e.cancelled_reason as "cancelledReason",
           e.is_postponed as "isPostponed",
           e.sequence,
           e.next_place as "nextPlace",
           e.going_count as "goingCount",
           e.maybe_count as "maybeCount",
           e.waiting_count as "waitingCount",
           e.online_count as "onlineCount",
           e.guest_count as "guestCount",
           e.online_waiting_count as "onlineWaitingCount",
           e.kept_count as "keptCount",
           e.online_kept_count as "onlineKeptCount",
           e.to_room_count as "toRoomCount",
           e.to_online_count as "toOnlineCount",
           e.version,
           e.revision`;

export const eventFrom = sql`
      from event e
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      join unit ou on ou.id = o.id
      left join venue v on v.id = e.venue_id${joinShared}`;

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

/** Touches no row where the id is taken: the same form sent twice. */
export const insertEvent = command(
  (id: string, unitId: string, f: EventFields, venueId: string | null, by: string, at: Temporal.Instant) => sql`
    insert into event (id, unit_id, title, summary, about, notes, zone, starts_at, ends_at, doors_at, answer_by, conversation_opens_at, venue_id,
                       online_url, capacity, cost, food, photo_policy, icebreaker, audience, names_for, counts_public, place_for, created_by, created_at, updated_at)
    values (${id}, ${unitId}, ${f.title}, ${f.summary}, ${f.about}, ${f.notes}, ${f.zone}, ${f.startsAt}, ${f.endsAt}, ${f.doorsAt}, ${f.answerBy},
            ${f.conversationOpensAt}, ${venueId}, ${f.onlineUrl}, ${f.capacity}, ${f.cost}, ${f.food}, ${f.photoPolicy}, ${f.icebreaker}, ${f.audience}, ${f.namesFor},
            ${f.countsPublic}, ${f.placeFor}, ${by}, ${at}, ${at})
    on conflict (id) do nothing`,
);

/** `matters`: calendars must take it over, so iCalendar's SEQUENCE rises too (RFC 5545, 3.8.7.4). */
export const updateEvent = command(
  (id: string, f: EventFields, venueId: string | null, matters: boolean, at: Temporal.Instant) => sql`
    update event
       set title = ${f.title},
           summary = ${f.summary},
           about = ${f.about},
           notes = ${f.notes},
           zone = ${f.zone},
           starts_at = ${f.startsAt},
           ends_at = ${f.endsAt},
           doors_at = ${f.doorsAt},
           answer_by = ${f.answerBy},
           conversation_opens_at = ${f.conversationOpensAt},
           venue_id = ${venueId},
           online_url = ${f.onlineUrl},
           capacity = ${f.capacity},
           cost = ${f.cost},
           food = ${f.food},
           photo_policy = ${f.photoPolicy},
           icebreaker = ${f.icebreaker},
           audience = ${f.audience},
           names_for = ${f.namesFor},
           counts_public = ${f.countsPublic},
           place_for = ${f.placeFor},
           sequence = sequence + ${matters}::boolean::int,
           version = version + 1,
           revision = revision + 1,
           updated_at = ${at}
     where id = ${id}`,
);

export const noteMove = command(
  (id: string, wasStartsAt: Temporal.Instant | null, asksAgain: boolean, at: Temporal.Instant) => sql`
    update event set was_starts_at = ${wasStartsAt}, asks_again_at = case when ${asksAgain}::boolean then ${at}::timestamptz else asks_again_at end where id = ${id}`,
);

/** A flying visit's own times go with the event: whoever meant the first hour still means it. */
export const moveVisits = command(
  (eventId: string, seconds: number) => sql`
    update rsvp
       set from_at = from_at + make_interval(secs => ${seconds}::float8), until_at = until_at + make_interval(secs => ${seconds}::float8)
     where event_id = ${eventId} and (from_at is not null or until_at is not null)`,
);

export const markPublished = command(
  (id: string, at: Temporal.Instant) => sql`
    update event set published_at = ${at}, updated_at = ${at}, version = version + 1, revision = revision + 1 where id = ${id}`,
);

export const markCancelled = command(
  (id: string, by: string, reason: string, at: Temporal.Instant) => sql`
    update event
       set cancelled_at = ${at},
           cancelled_by = ${by},
           cancelled_reason = nullif(${reason}, ''),
           is_postponed = false,
           updated_at = ${at},
           sequence = sequence + 1,
           version = version + 1,
           revision = revision + 1
     where id = ${id}`,
);

export const markPostponed = command(
  (id: string, by: string, reason: string, at: Temporal.Instant) => sql`
    update event
       set cancelled_at = ${at},
           cancelled_by = ${by},
           cancelled_reason = nullif(${reason}, ''),
           is_postponed = true,
           answer_by = null,
           updated_at = ${at},
           sequence = sequence + 1,
           version = version + 1,
           revision = revision + 1
     where id = ${id}`,
);

/** It has a date again. `matters`: where its calendar entry has not been renewed otherwise. */
export const markResumed = command(
  (id: string, matters: boolean, at: Temporal.Instant) => sql`
    update event
       set cancelled_at = null,
           cancelled_by = null,
           cancelled_reason = null,
           is_postponed = false,
           updated_at = ${at},
           sequence = sequence + ${matters}::boolean::int,
           version = version + 1,
           revision = revision + 1
     where id = ${id}`,
);

/** Whoever was offered a place has all of their time again. */
export const renewOffers = command(
  (eventId: string, at: Temporal.Instant) => sql`
    update rsvp r
       set offered_until = greatest(r.offered_until, ${at}::timestamptz + make_interval(hours => coalesce(e.offer_hours, 24)))
      from event e
     where e.id = ${eventId} and r.event_id = e.id and r.offered_until is not null`,
);

export const deleteDraft = command((id: string) => sql`delete from event where id = ${id} and published_at is null`);
