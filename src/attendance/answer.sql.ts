/** Those who answered, for letters to each of them. Only those who can be written to and have not stopped it. */
import { letterAddress } from "../people/address.sql.ts";
import { wantsLetters } from "../people/person.sql.ts";
import { positionInLine } from "../events/line.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Answer } from "./rsvp.ts";

export const answeredBy = query(
  {
    personId: col.uuid,
    isGuest: col.bool,
    address: col.text,
    zone: col.text,
    locale: col.text,
    answer: col.word<Answer>(),
    from: col.instant.orNull,
    until: col.instant.orNull,
    updatedAt: col.instant,
    position: col.big,
    isOnline: col.bool,
    guests: col.int,
    offeredUntil: col.instant.orNull,
    declinedAt: col.instant.orNull,
  },
  (eventId: string, personId: string) => sql`
    select p.id as "personId",
           p.claimed_at is null as "isGuest",
           mail.address,
           p.zone,
           p.locale,
           r.answer,
           r.from_at as "from",
           r.until_at as "until",
           r.updated_at as "updatedAt",
           ${positionInLine} as "position",
           r.is_online as "isOnline",
           r.guests,
           r.offered_until as "offeredUntil",
           r.declined_at as "declinedAt"
      from rsvp r
      join event e on e.id = r.event_id
      join person p on p.id = r.person_id and ${wantsLetters}
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where r.event_id = ${eventId}
       and r.person_id = ${personId}`,
);

/** Who said maybe to what, where there has been no reminder and the morning for it may have come; `remindAt` says whether it has. */
export const undecided = query(
  { eventId: col.uuid, personId: col.uuid, saidAt: col.instant },
  (now: Temporal.Instant, limit: number) => sql`
    select r.event_id as "eventId", r.person_id as "personId", r.updated_at as "saidAt"
      from event e
      join rsvp r on r.event_id = e.id and r.answer = 'maybe'
     where e.published_at is not null
       and e.cancelled_at is null
       and e.starts_at > ${now}
       and coalesce(e.answer_by, e.starts_at) between ${now} and ${now}::timestamptz + interval '3 days'
       and not exists (select from letter l where l.kind = 'reminder' and l.event_id = e.id and l.person_id = r.person_id)
     order by e.starts_at, r.event_id, r.person_id
     limit ${limit}::int`,
);

export type Answered = Row<(typeof answeredBy)["columns"]>;
