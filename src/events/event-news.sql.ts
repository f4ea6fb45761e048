/** Those who answered an event, for letters about it. */
import { letterAddress } from "../people/address.sql.ts";
import { wantsLetters } from "../people/person.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Coming, perhaps coming, or waiting, since before `since`; only those who can be written to. Ids after `after`, in their order. */
export const answeredBatch = query(
  { personId: col.uuid },
  (eventId: string, since: Temporal.Instant, after: string, limit: number) => sql`
    select r.person_id as "personId"
      from rsvp r
      join person p on p.id = r.person_id
     where r.event_id = ${eventId}
       and r.answer in ('going', 'maybe', 'waitlisted', 'asked')
       and r.answered_at <= ${since}
       and ${wantsLetters}
       and r.person_id > ${after}
     order by r.person_id
     limit ${limit}::int`,
);

/** Remembers the first of several changes that are told together. */
export const noteUntold = command(
  (eventId: string, changeId: string) => sql`update event set untold_change_id = coalesce(untold_change_id, ${changeId}::uuid) where id = ${eventId}`,
);

/** The first change that was not told, for this transaction to tell; no row where there is none. */
export const takeUntold = query(
  { changeId: col.uuid.orNull },
  (eventId: string) => sql`
    update event set untold_change_id = null where id = ${eventId} and untold_change_id is not null returning old.untold_change_id as "changeId"`,
);

/** A change of an event and those that came after it, the oldest first. */
export const changesFrom = query(
  { at: col.instant, fields: col.texts, about: col.json<Record<string, string | number | boolean | null>>() },
  (eventId: string, since: Temporal.Instant) => sql`
    select at, fields, about from change where event_id = ${eventId} and kind = 'event.changed' and at >= ${since} order by at, id`,
);

export const answeredAmong = query(
  {
    personId: col.uuid,
    isGuest: col.bool,
    address: col.text,
    zone: col.text,
    locale: col.text,
    answer: col.word<"going" | "maybe" | "waitlisted" | "asked">(),
    fromAt: col.instant.orNull,
    untilAt: col.instant.orNull,
    isOnline: col.bool,
    guests: col.int,
  },
  (eventId: string, personIds: string[]) => sql`
    select r.person_id as "personId",
           p.claimed_at is null as "isGuest",
           mail.address,
           p.zone,
           p.locale,
           r.answer,
           r.from_at as "fromAt",
           r.until_at as "untilAt",
           r.is_online as "isOnline",
           r.guests
      from rsvp r
      join person p on p.id = r.person_id
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where r.event_id = ${eventId}
       and r.person_id = any(${personIds}::uuid[])
       and r.answer in ('going', 'maybe', 'waitlisted', 'asked')
       and ${wantsLetters}
     order by r.person_id`,
);
