import { command } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { EventFields } from "./event-fields.ts";

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

/** What it was called before a change; the log itself holds no text. */
export const keepTitle = command(
  (changeId: string, eventId: string, title: string) => sql`insert into event_title_was (change_id, event_id, title) values (${changeId}, ${eventId}, ${title})`,
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
