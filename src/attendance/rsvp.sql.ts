import { positionInLine } from "../events/line.sql.ts";
import type { Counts } from "../events/places.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Answer, Standing } from "./rsvp.ts";

/** The event under its lock: everybody who answers, is moved up, or changes the capacity, takes turns here. */
export const placesForUpdate = query(
  {
    publishedAt: col.instant.orNull,
    cancelledAt: col.instant.orNull,
    isPostponed: col.bool,
    startsAt: col.instant,
    endsAt: col.instant,
    answerBy: col.instant.orNull,
    venueId: col.uuid.orNull,
    onlineUrl: col.text.orNull,
    capacity: col.int.orNull,
    onlineCapacity: col.int.orNull,
    heldBack: col.int,
    guestsEach: col.int,
    offerHours: col.int.orNull,
    asksFirst: col.bool,
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
  },
  (eventId: string) => sql`
    select published_at as "publishedAt",
           cancelled_at as "cancelledAt",
           is_postponed as "isPostponed",
           starts_at as "startsAt",
           ends_at as "endsAt",
           answer_by as "answerBy",
           venue_id as "venueId",
           online_url as "onlineUrl",
           capacity,
           online_capacity as "onlineCapacity",
           held_back as "heldBack",
           guests_each as "guestsEach",
           offer_hours as "offerHours",
           asks_first as "asksFirst",
           next_place as "nextPlace",
           going_count as "goingCount",
           maybe_count as "maybeCount",
           waiting_count as "waitingCount",
           online_count as "onlineCount",
           guest_count as "guestCount",
           online_waiting_count as "onlineWaitingCount",
           kept_count as "keptCount",
           online_kept_count as "onlineKeptCount",
           to_room_count as "toRoomCount",
           to_online_count as "toOnlineCount"
      from event
     where id = ${eventId}
       for update`,
);

const standing = {
  answer: col.word<Answer>(),
  from: col.instant.orNull,
  until: col.instant.orNull,
  isOnline: col.bool,
  guests: col.int,
  placeNo: col.big,
  moveNo: col.big.orNull,
  offeredUntil: col.instant.orNull,
  declinedAt: col.instant.orNull,
  isUnlisted: col.bool,
};

const standingColumns = sql`
           r.answer,
           r.from_at as "from",
           r.until_at as "until",
           r.is_online as "isOnline",
           r.guests,
           r.place_no as "placeNo",
           r.move_no as "moveNo",
           r.offered_until as "offeredUntil",
           r.declined_at as "declinedAt",
           r.is_unlisted as "isUnlisted"`;

/**
 * Read after `placesForUpdate`, in a statement of its own: one that had waited for the lock would see the event as it is now, but this row as it
 * was when the statement began.
 */
export const standingOf = query(
  standing,
  (eventId: string, personId: string) => sql`
    select ${standingColumns}
      from rsvp r
     where r.event_id = ${eventId}
       and r.person_id = ${personId}`,
);

const counted = (eventId: string, c: Counts) => sql`
      update event
         set next_place = ${c.nextPlace}, going_count = ${c.goingCount}, maybe_count = ${c.maybeCount}, waiting_count = ${c.waitingCount},
             online_count = ${c.onlineCount}, guest_count = ${c.guestCount}, online_waiting_count = ${c.onlineWaitingCount}, kept_count = ${c.keptCount},
             online_kept_count = ${c.onlineKeptCount}, to_room_count = ${c.toRoomCount}, to_online_count = ${c.toOnlineCount}, version = version + 1
       where id = ${eventId}`;

/** The answer and the event's counts together, so that they cannot come apart. */
export const writeAnswer = command(
  (eventId: string, personId: string, s: Standing, c: Counts, now: Temporal.Instant) => sql`
    with counted as (${counted(eventId, c)})
    insert into rsvp (event_id, person_id, answer, from_at, until_at, is_online, guests, place_no, move_no, offered_until, declined_at, is_unlisted, answered_at, updated_at)
    values (${eventId}, ${personId}, ${s.answer}, ${s.from}, ${s.until}, ${s.isOnline}, ${s.guests}, ${s.placeNo}, ${s.moveNo}, ${s.offeredUntil}, ${s.declinedAt},
            ${s.isUnlisted}, ${now}, ${now})
        on conflict (event_id, person_id) do update
       set answer = excluded.answer,
           from_at = excluded.from_at,
           until_at = excluded.until_at,
           is_online = excluded.is_online,
           guests = excluded.guests,
           place_no = excluded.place_no,
           move_no = excluded.move_no,
           offered_until = excluded.offered_until,
           declined_at = excluded.declined_at,
           is_unlisted = excluded.is_unlisted,
           promoted_at = case when excluded.answer = 'going' then rsvp.promoted_at end,
           updated_at = excluded.updated_at`,
);

/** The first of those in line for a hall, with those who have a place in the other and would move; the event must be locked. */
export const headOfLine = query(
  { personId: col.uuid, zone: col.text, ...standing },
  (eventId: string, hasTwoHalls: boolean, isOnline: boolean, limit: number) => sql`
    select r.person_id as "personId",
           p.zone,${standingColumns}
      from (select person_id, place_no as nth
              from rsvp
             where event_id = ${eventId}
               and answer = 'waitlisted'
               and offered_until is null
               and (not ${hasTwoHalls}::boolean or is_online = ${isOnline}::boolean)
            union all
            select person_id, move_no
              from rsvp
             where event_id = ${eventId}
               and move_no is not null
               and ${hasTwoHalls}::boolean
               and is_online <> ${isOnline}::boolean) line
      join rsvp r on r.event_id = ${eventId} and r.person_id = line.person_id
      join person p on p.id = r.person_id
     order by line.nth
     limit ${limit}::int`,
);

export type Given = { personId: string; after: Standing };

/** What those in line were given, all at once. */
export const writeGiven = command(
  (eventId: string, given: readonly Given[], c: Counts, now: Temporal.Instant) => sql`
    with counted as (${counted(eventId, c)})
    update rsvp
       set answer = one.answer,
           is_online = one.is_online,
           guests = one.guests,
           move_no = null,
           offered_until = one.offered_until,
           promoted_at = case when one.answer = 'going' then ${now}::timestamptz end,
           updated_at = ${now}
      from unnest(${given.map((one) => one.personId)}::uuid[],
                  ${given.map((one) => one.after.answer)}::text[],
                  ${given.map((one) => one.after.isOnline)}::boolean[],
                  ${given.map((one) => one.after.guests)}::int[],
                  ${given.map((one) => one.after.offeredUntil?.toString() ?? null)}::timestamptz[]) as one (person_id, answer, is_online, guests, offered_until)
     where rsvp.event_id = ${eventId}
       and rsvp.person_id = one.person_id`,
);

/** Offers of a locked event that nobody took in time. */
export const offersOver = query(
  { personId: col.uuid, ...standing },
  (eventId: string, now: Temporal.Instant) => sql`
    select r.person_id as "personId",${standingColumns}
      from rsvp r
     where r.event_id = ${eventId}
       and r.offered_until <= ${now}
     order by r.place_no`,
);

export const eventsWithOffersOver = query({ eventId: col.uuid }, (now: Temporal.Instant) => sql`select distinct r.event_id as "eventId" from rsvp r join event e on e.id = r.event_id and not e.is_postponed where r.offered_until <= ${now}`);

/** 1 is first in line; 0 for whoever does not wait. */
export const placeInLine = query(
  { position: col.big },
  (eventId: string, personId: string) => sql`
    select ${positionInLine} as "position"
      from rsvp r
      join event e on e.id = r.event_id
     where r.event_id = ${eventId}
       and r.person_id = ${personId}`,
);
