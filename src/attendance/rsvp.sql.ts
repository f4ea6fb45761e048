import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Answer, Counts, Standing } from "./rsvp.ts";

/** The event under its lock: everybody who answers, is moved up, or changes the capacity, takes turns here. */
export const placesForUpdate = query(
  {
    publishedAt: col.instant.orNull,
    cancelledAt: col.instant.orNull,
    startsAt: col.instant,
    endsAt: col.instant,
    answerBy: col.instant.orNull,
    capacity: col.int.orNull,
    nextPlace: col.big,
    goingCount: col.int,
    maybeCount: col.int,
    waitingCount: col.int,
  },
  (eventId: string) => sql`
    select published_at as "publishedAt",
           cancelled_at as "cancelledAt",
           starts_at as "startsAt",
           ends_at as "endsAt",
           answer_by as "answerBy",
           capacity,
           next_place as "nextPlace",
           going_count as "goingCount",
           maybe_count as "maybeCount",
           waiting_count as "waitingCount"
      from event
     where id = ${eventId}
       for update`,
);

/**
 * Read after `placesForUpdate`, in a statement of its own: one that had waited for the lock would see the event as it is now, but this row as it
 * was when the statement began.
 */
export const standingOf = query(
  { answer: col.word<Answer>(), from: col.instant.orNull, until: col.instant.orNull, placeNo: col.big, isUnlisted: col.bool },
  (eventId: string, personId: string) => sql`
    select answer, from_at as "from", until_at as "until", place_no as "placeNo", is_unlisted as "isUnlisted"
      from rsvp
     where event_id = ${eventId}
       and person_id = ${personId}`,
);

/** The answer and the event's counts together, so that they cannot come apart. */
export const writeAnswer = command(
  (eventId: string, personId: string, s: Standing, c: Counts, now: Temporal.Instant) => sql`
    with counted as (
      update event
         set next_place = ${c.nextPlace}, going_count = ${c.goingCount}, maybe_count = ${c.maybeCount}, waiting_count = ${c.waitingCount},
             version = version + 1
       where id = ${eventId}
    )
    insert into rsvp (event_id, person_id, answer, from_at, until_at, place_no, is_unlisted, answered_at, updated_at)
    values (${eventId}, ${personId}, ${s.answer}, ${s.from}, ${s.until}, ${s.placeNo}, ${s.isUnlisted}, ${now}, ${now})
        on conflict (event_id, person_id) do update
       set answer = excluded.answer,
           from_at = excluded.from_at,
           until_at = excluded.until_at,
           place_no = excluded.place_no,
           is_unlisted = excluded.is_unlisted,
           offered_until = null,
           promoted_at = case when excluded.answer = 'going' then rsvp.promoted_at end,
           updated_at = excluded.updated_at`,
);

/** The first `count` of those waiting come; the event must be locked. */
export const promoteFirst = query(
  { personId: col.uuid },
  (eventId: string, count: number, now: Temporal.Instant) => sql`
    with head as (
      select person_id
        from rsvp
       where event_id = ${eventId}
         and answer = 'waitlisted'
       order by place_no
       limit ${count}
    ), promoted as (
      update rsvp
         set answer = 'going', promoted_at = ${now}, offered_until = null, updated_at = ${now}
        from head
       where rsvp.event_id = ${eventId}
         and rsvp.person_id = head.person_id
      returning rsvp.person_id, rsvp.place_no
    ), counted as (
      update event
         set going_count = going_count + (select count(*) from promoted),
             waiting_count = waiting_count - (select count(*) from promoted),
             version = version + 1
       where id = ${eventId}
    )
    select person_id as "personId" from promoted order by place_no`,
);

/** 1 is first in line; 0 for whoever does not wait. */
export const placeInLine = query(
  { position: col.big },
  (eventId: string, personId: string) => sql`
    select count(*) as "position"
      from rsvp mine
      join rsvp ahead on ahead.event_id = mine.event_id and ahead.answer = 'waitlisted' and ahead.place_no <= mine.place_no
     where mine.event_id = ${eventId}
       and mine.person_id = ${personId}
       and mine.answer = 'waitlisted'`,
);
