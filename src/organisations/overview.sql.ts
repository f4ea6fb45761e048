/** What an organisation's page and its units' pages show. */
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Coded } from "../ui/code.ts";
import type { Line } from "../ui/view.ts";
import { mayFind, maySeeCounts } from "./event-audience.sql.ts";
import type { Asker } from "./event-audience.sql.ts";
import { hosts, otherCodes } from "./hosting.sql.ts";
import type { JoinPolicy, UnitKind } from "./unit.ts";

/** The open units of an organisation in their order, each with its next meet-up for everyone: one probe of event_unit and one of event_host_unit a unit. */
export const unitsOf = query(
  {
    id: col.uuid,
    parentId: col.uuid.orNull,
    kind: col.word<UnitKind>(),
    slug: col.text,
    name: col.text,
    summary: col.text,
    area: col.text.orNull,
    joinPolicy: col.word<JoinPolicy>(),
    memberCount: col.int,
    nextAt: col.instant.orNull,
    nextZone: col.text.orNull,
  },
  (organisationId: string, now: Temporal.Instant) => sql`
    select u.id,
           u.parent_id as "parentId",
           u.kind,
           u.slug,
           u.name,
           u.summary,
           u.area,
           u.join_policy as "joinPolicy",
           u.member_count as "memberCount",
           next.starts_at as "nextAt",
           next.zone as "nextZone"
      from unit u
      left join lateral (
           (select e.starts_at, e.zone
              from event e
             where e.unit_id = u.id and e.starts_at > ${now} and e.audience = 'everyone' and e.published_at is not null and e.cancelled_at is null
             order by e.starts_at
             limit 1)
            union all
           (select e.starts_at, e.zone
              from event_host h
              join event e on e.id = h.event_id
             where h.unit_id = u.id and ${hosts} and e.starts_at > ${now} and e.audience = 'everyone' and e.published_at is not null and e.cancelled_at is null
             order by e.starts_at
             limit 1)
            order by starts_at
            limit 1) next on true
     where u.organisation_id = ${organisationId}
       and u.kind <> 'organisation'
       and u.closed_at is null
     order by u.position, u.name collate "unicode"`,
);

/** The next meet-ups that a unit or anything beneath it hosts or shares, each once, with what this person answered. Those under way still stand in it. */
export const upcomingOf = query(
  {
    id: col.uuid,
    title: col.text,
    zone: col.text,
    startsAt: col.instant,
    endsAt: col.instant,
    cancelledAt: col.instant.orNull,
    isOnline: col.bool,
    inARoom: col.bool,
    place: col.text.orNull,
    hostId: col.uuid,
    hostName: col.text,
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
    otherCodes: col.json<Coded[]>(),
    goingCount: col.int,
    answer: col.word<"going" | "maybe" | "not_going" | "waitlisted" | "asked">().orNull,
    until: col.instant.orNull,
  },
  (unitId: string, who: Asker, now: Temporal.Instant, limit: number) => sql`
    select e.id,
           e.title,
           e.zone,
           e.starts_at as "startsAt",
           e.ends_at as "endsAt",
           e.cancelled_at as "cancelledAt",
           e.online_url is not null as "isOnline",
           e.venue_id is not null as "inARoom",
           v.area as "place",
           u.id as "hostId",
           u.name as "hostName",
           o.code,
           o.line,
           ${otherCodes} as "otherCodes",
           case when ${maySeeCounts(who)} then e.going_count else 0 end as "goingCount",
           r.answer,
           r.until_at as "until"
      from (select own.id
              from unit beneath
             cross join lateral (
                   select e.id
                     from event e
                     join unit u on u.id = e.unit_id
                    where e.unit_id = beneath.id and e.starts_at > ${now}::timestamptz - interval '2 days' and e.ends_at > ${now} and e.published_at is not null and not e.is_postponed
                      and ${mayFind(who)}
                    order by e.starts_at
                    limit ${limit}::int) own
             where beneath.organisation_id = (select organisation_id from unit where id = ${unitId})
               and beneath.path @> array[${unitId}::uuid]
            union
            select h.event_id
              from unit beneath
              join event_host h on h.unit_id = beneath.id and ${hosts}
             where beneath.organisation_id = (select organisation_id from unit where id = ${unitId})
               and beneath.path @> array[${unitId}::uuid]) hosted
      join event e on e.id = hosted.id and e.ends_at > ${now} and e.published_at is not null and not e.is_postponed
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      left join venue v on v.id = e.venue_id
      left join rsvp r on r.event_id = e.id and r.person_id = ${who.personId}::uuid
     where ${mayFind(who)}
     order by e.starts_at, e.id
     limit ${limit}::int`,
);

/** What waits for organisers of a unit. */
export const waitingFor = query(
  { requests: col.big, invitations: col.big, hasCode: col.bool, hasContact: col.bool },
  (unitId: string) => sql`
    select (select count(*)
              from unit u
              join join_request r on r.unit_id = u.id and r.answered_at is null and r.withdrawn_at is null
             where u.organisation_id = (select organisation_id from unit where id = ${unitId}) and u.path @> array[${unitId}::uuid]) as "requests",
           (select count(*) from invitation where unit_id = ${unitId} and accepted_at is null and withdrawn_at is null) as "invitations",
           exists (select from conduct c where c.organisation_id = ${unitId} and (c.words <> '' or c.link is not null)) as "hasCode",
           exists (select from conduct c where c.organisation_id = ${unitId} and (c.contact_address is not null or c.contact_id is not null)) as "hasContact"`,
);
