/** What the page for organisers is worked out from. */
import { hostUnits } from "../organisations/hosting.sql.ts";
import { knownAmong } from "../organisations/knowing.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/**
 * Whether `r.person_id` comes to a meet-up of the hosts' organisations for the first time: no yes to an earlier one. Woven into
 * queries that call the event `e`.
 */
export const isFirstTime = sql`
           not exists (select from rsvp was
                         join event earlier on earlier.id = was.event_id and earlier.starts_at < e.starts_at
                                           and earlier.published_at is not null and earlier.cancelled_at is null
                         join unit eu on eu.id = earlier.unit_id
                        where was.person_id = r.person_id
                          and was.answer = 'going'
                          and eu.organisation_id in (select hosting.organisation_id from unit hosting where hosting.id = any(${hostUnits})))`;

/**
 * Those coming: how many for part of it, how many for the first time, how many who know nobody else who comes. Who knows whom is worked out once
 * (materialized, and `not in`, which is looked up): asked for each of five thousand it took seconds.
 */
export const deskNumbers = query(
  { coming: col.big, flying: col.big, firstTime: col.big, knowNobody: col.big },
  (eventId: string) => sql`
    with coming as materialized (
      select person_id, from_at, until_at from rsvp where event_id = ${eventId} and answer = 'going'
    ), knowing as materialized (${knownAmong(sql`select person_id from coming`)})
    select count(r.person_id) as "coming",
           count(*) filter (where r.from_at is not null or r.until_at is not null) as "flying",
           count(*) filter (where r.person_id is not null and ${isFirstTime}) as "firstTime",
           count(*) filter (where r.person_id is not null and r.person_id not in (select knowing.person_id from knowing)) as "knowNobody"
      from event e
      join unit u on u.id = e.unit_id
      left join coming r on true
     where e.id = ${eventId}
     group by e.id`,
);

/** Of those who come now, how many had said so by the end of each day; a place from the waiting list counts from when it was given. */
export const answersByDay = query(
  { day: col.date, count: col.big },
  (eventId: string, zone: string) => sql`
    select (coalesce(r.promoted_at, r.answered_at) at time zone ${zone})::date as "day", count(*) as "count"
      from rsvp r
     where r.event_id = ${eventId}
       and r.answer = 'going'
     group by 1
     order by 1`,
);

/** Facts about the run-up: what was said last and by whom, and how many share the work. */
export const deskFacts = query(
  {
    messages: col.int,
    lastSaid: col.text.orNull,
    lastSaidAt: col.instant.orNull,
    lastSaidByOrganiser: col.bool.orNull,
    duties: col.big,
    asking: col.big,
    thanksDecided: col.bool,
  },
  (eventId: string, hostPath: string[]) => sql`
    select coalesce(c.message_count, 0) as "messages",
           said.body as "lastSaid",
           said.sent_at as "lastSaidAt",
           said.by_organiser as "lastSaidByOrganiser",
           (select count(*) from event_duty d where d.event_id = e.id and d.ended_at is null) as "duties",
           (select count(*) from rsvp r where r.event_id = e.id and r.answer = 'asked') as "asking",
           exists (select from thanks t where t.event_id = e.id) as "thanksDecided"
      from event e
      left join conversation c on c.event_id = e.id
      left join lateral (
             select m.body, m.sent_at,
                    exists (select from organiser o where o.person_id = m.author_id and o.unit_id = any(${hostPath}::uuid[]) and o.ends_at is null) as by_organiser
               from message m
              where m.conversation_id = c.id and m.deleted_at is null
              order by m.number desc
              limit 1) said on true
     where e.id = ${eventId}`,
);

export type DeskNumbers = Row<(typeof deskNumbers)["columns"]>;
export type AnswersOfDay = Row<(typeof answersByDay)["columns"]>;
