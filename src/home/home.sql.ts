import { notHiddenFrom } from "../people/hiding.sql.ts";
import { mayFind } from "../organisations/event-audience.sql.ts";
import type { Asker } from "../organisations/event-audience.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { positionInLine } from "../events/line.sql.ts";
import { hosts, otherCodes } from "../organisations/hosting.sql.ts";
import { listsWaiting } from "../organisations/claim.sql.ts";
import { connectionRequests } from "../people/connection.sql.ts";
import type { Coded } from "../ui/code.ts";
import type { Answer } from "../attendance/rsvp.ts";
import type { Welcome } from "../people/wishes.ts";

/** The networks of a person, in the order in which they joined: the rails of their timetable. With the branch that is theirs. */
export const networksOf = query(
  { organisationId: col.uuid, slug: col.text, name: col.text, code: col.text, line: col.int, branchName: col.text.orNull, branchSlug: col.text.orNull },
  (personId: string) => sql`
    select u.id as "organisationId",
           u.slug,
           u.name,
           o.code,
           o.line,
           branch.name as "branchName",
           branch.slug as "branchSlug"
      from membership m
      join unit u on u.id = m.unit_id and u.kind = 'organisation'
      join organisation o on o.id = u.id
      left join lateral (
             select b.name, b.slug
               from membership mine
               join unit b on b.id = mine.unit_id and b.kind = 'branch'
              where mine.person_id = m.person_id and mine.ends_on is null and b.organisation_id = u.id
              order by mine.starts_on desc
              limit 1) branch on true
     where m.person_id = ${personId}
       and m.ends_on is null
     order by m.starts_on, m.id`,
);

const eventColumns = {
  id: col.uuid,
  title: col.text,
  startsAt: col.instant,
  endsAt: col.instant,
  zone: col.text,
  cancelledAt: col.instant.orNull,
  code: col.text,
  line: col.int,
  otherCodes: col.json<Coded[]>(),
  place: col.text.orNull,
  inARoom: col.bool,
  online: col.bool,
};

const aboutEvent = sql`
           e.id,
           e.title,
           e.starts_at as "startsAt",
           e.ends_at as "endsAt",
           e.zone,
           e.cancelled_at as "cancelledAt",
           o.code,
           o.line,
           ${otherCodes} as "otherCodes",
           v.area as "place",
           e.venue_id is not null as "inARoom",
           e.online_url is not null as "online"`;

/** What comes next on a person's lines: events of the units that they belong to, and those that they answered. One more than asked for tells that there are more. */
export const nextOnLines = query(
  { ...eventColumns, answer: col.word<Answer>().orNull, fromAt: col.instant.orNull, untilAt: col.instant.orNull, waiting: col.big },
  (who: Asker & { personId: string }, now: Temporal.Instant, limit: number) => sql`
    with mine as (
      select e.id
        from event e -- event_unit (unit_id, starts_at)
       where e.unit_id = any(${who.memberOf}::uuid[])
         and e.starts_at > ${now}::timestamptz - interval '3 days'
      union
      select h.event_id
        from event_host h -- event_host_unit (unit_id) where open
       where h.unit_id = any(${who.memberOf}::uuid[])
         and ${hosts}
      union
      select r.event_id
        from rsvp r
        join event e on e.id = r.event_id
       where r.person_id = ${who.personId}
         and r.answer <> 'not_going'
         and e.starts_at > ${now}::timestamptz - interval '3 days'
      union
      select i.event_id
        from event_invitation i
       where i.withdrawn_at is null
         and (i.person_id = ${who.personId} or i.address in (select a.address from email_address a where a.person_id = ${who.personId} and a.verified_at is not null))
    )
    select ${aboutEvent},
           r.answer,
           r.from_at as "fromAt",
           r.until_at as "untilAt",
           ${positionInLine} as "waiting"
      from mine
      join event e on e.id = mine.id
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      left join venue v on v.id = e.venue_id
      left join rsvp r on r.event_id = e.id and r.person_id = ${who.personId}
     where e.published_at is not null
       and e.ends_at > ${now}
       and not e.is_postponed
       and ${mayFind(who)}
       and r.answer is distinct from 'not_going'
     order by e.starts_at, e.id
     limit ${limit}::int`,
);

/** For strangers: what comes next anywhere on this server. */
export const nextAnywhere = query(
  eventColumns,
  (now: Temporal.Instant, limit: number) => sql`
    select ${aboutEvent}
      from event e -- event_starts (starts_at) where published
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      left join venue v on v.id = e.venue_id
     where e.published_at is not null
       and e.audience = 'everyone'
       and e.cancelled_at is null
       and e.starts_at > ${now}
     order by e.starts_at, e.id
     limit ${limit}::int`,
);

export const organisationsHere = query(
  { slug: col.text, name: col.text, code: col.text, line: col.int, summary: col.text, memberCount: col.int },
  (limit: number) => sql`
    select u.slug, u.name, o.code, o.line, u.summary, u.member_count as "memberCount"
      from unit u
      join organisation o on o.id = u.id
     where u.kind = 'organisation'
       and u.closed_at is null
     order by u.member_count desc, u.id
     limit ${limit}::int`,
);

/** How many say that they know this person, and how many lists may have them: most often nothing, and then nothing more is read. */
export const askedOfThem = query(
  { connections: col.big, lists: col.big },
  (personId: string) => sql`
    select (select count(*) from (${connectionRequests.build(personId)}) asking) as "connections",
           (select count(*) from (${listsWaiting.build(personId)}) listed) as "lists"`,
);

/** What somebody was asked about a meet-up and has not said: whether they come, whether they meet newcomers there or host a table. The soonest first. */
export const askedAboutEvents = query(
  { eventId: col.uuid, title: col.text, asks: col.word<"coming" | Welcome>(), askedBy: col.text.orNull, unitName: col.text },
  (personId: string, now: Temporal.Instant) => sql`
    select distinct on (e.starts_at, e.id, asked.asks) e.id as "eventId", e.title, asked.asks, case when ${notHiddenFrom(personId, sql`asker.id`)} then asker.name end as "askedBy", u.name as "unitName"
      from (select i.event_id, 'coming' as asks, i.invited_by as by
              from event_invitation i
             where i.withdrawn_at is null
               and (i.person_id = ${personId}
                    or i.address in (select a.address from email_address a where a.person_id = ${personId} and a.verified_at is not null))
               and not exists (select from rsvp r where r.event_id = i.event_id and r.person_id = ${personId})
            union all
            select w.event_id, w.kind, w.asked_by
              from welcoming w
              join rsvp r on r.event_id = w.event_id and r.person_id = w.person_id and r.answer = 'going'
             where w.person_id = ${personId} and w.asked_at is not null and w.agreed_at is null and w.declined_at is null) asked
      join event e on e.id = asked.event_id and e.published_at is not null and e.cancelled_at is null and e.ends_at > ${now}
      join unit u on u.id = e.unit_id
      left join person asker on asker.id = asked.by
     order by e.starts_at, e.id, asked.asks
     limit 20`,
);

/** Whatever waits for this person's decision: people who asked to join what they organise. */
export const requestsWaiting = query(
  { unitName: col.text, unitSlug: col.text, organisationSlug: col.text, isOrganisation: col.bool, count: col.big },
  (unitIds: string[]) => sql`
    select u.name as "unitName", u.slug as "unitSlug", top.slug as "organisationSlug", u.id = top.id as "isOrganisation", count(*)
      from join_request q
      join unit u on u.id = q.unit_id
      join unit top on top.id = u.organisation_id
     where q.answered_at is null
       and q.withdrawn_at is null
       and u.path && ${unitIds}::uuid[]
     group by u.id, top.id
     order by u.name`,
);
