import { mayFind, maySeeCounts, maySeePlace } from "../organisations/event-audience.sql.ts";
import type { Asker } from "../organisations/event-audience.sql.ts";
import { hostedBy, hostedByCode, hostPath, hosts, otherCodes } from "../organisations/hosting.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { UnitKind } from "../organisations/unit.ts";
import type { Coded } from "../ui/code.ts";
import type { Line } from "../ui/view.ts";

const columns = {
  id: col.uuid,
  title: col.text,
  zone: col.text,
  startsAt: col.instant,
  endsAt: col.instant,
  wasStartsAt: col.instant.orNull,
  cancelledAt: col.instant.orNull,
  isPostponed: col.bool,
  unitName: col.text,
  unitKind: col.word<"organisation" | "branch" | "group" | "committee">(),
  code: col.text,
  line: { ...col.int, type: undefined as unknown as Line },
  otherCodes: col.json<Coded[]>(),
  venueArea: col.text.orNull,
  inARoom: col.bool,
  online: col.bool,
  isFull: col.bool,
  /** 0 where it is not for them to know */
  goingCount: col.int,
  answer: col.word<"going" | "maybe" | "not_going" | "waitlisted" | "asked">().orNull,
  untilAt: col.instant.orNull,
};

const selected = (who: Asker) => sql`
    select e.id,
           e.title,
           e.zone,
           e.starts_at as "startsAt",
           e.ends_at as "endsAt",
           e.was_starts_at as "wasStartsAt",
           e.cancelled_at as "cancelledAt",
           e.is_postponed as "isPostponed",
           u.name as "unitName",
           u.kind as "unitKind",
           o.code,
           o.line,
           ${otherCodes} as "otherCodes",
           v.area as "venueArea",
           e.venue_id is not null as "inARoom",
           e.online_url is not null as "online",
           coalesce(case when e.venue_id is null or e.online_url is null then e.going_count + e.guest_count + e.kept_count + e.held_back >= e.capacity
                         else e.going_count - e.online_count + e.guest_count + e.kept_count - e.online_kept_count + e.held_back >= e.capacity
                              and e.online_count + e.online_kept_count >= e.online_capacity end, false) as "isFull",
           case when ${maySeeCounts(who)} then e.going_count else 0 end as "goingCount",
           r.answer,
           r.until_at as "untilAt"
      from event e
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      left join venue v on v.id = e.venue_id
      left join rsvp r on r.event_id = e.id and r.person_id = ${who.personId}::uuid`;

export type ListFilter = {
  /** An organisation's three letters, or empty for all */
  network: string;
  mode: "" | "room" | "online";
  /** Only hosts among these units; null for all */
  among: string[] | null;
  /** What its first host is; empty for all */
  kind: "" | UnitKind;
  /** A town, or the beginning of its name; empty for anywhere and online */
  near: string;
  /** Nothing that starts later; null for all */
  until: Temporal.Instant | null;
};

const filtered = (f: ListFilter) => sql`
       and (${f.network} = '' or ${hostedByCode(f.network)})
       and (${f.mode} = '' or case ${f.mode} when 'room' then e.venue_id is not null else e.online_url is not null end)
       and (${f.among}::uuid[] is null or ${hostedBy(f.among)})
       and (${f.kind} = '' or u.kind = ${f.kind})
       and (${f.near} = '' or position(' ' || folded(${f.near}) in ' ' || folded(v.area)) > 0)
       and (${f.until}::timestamptz is null or e.starts_at < ${f.until})`;

/** What is on or to come, the next one first; from after the event (start, id) with which the last page ended. Walks event_starts. */
export const comingEvents = query(
  columns,
  (who: Asker, now: Temporal.Instant, filter: ListFilter, afterAt: Temporal.Instant, afterId: string, limit: number) => sql`${selected(who)}
     where e.published_at is not null
       and ${mayFind(who)}
       and e.ends_at > ${now}
       and not e.is_postponed
       and (e.starts_at, e.id) > (${afterAt}, ${afterId}::uuid)${filtered(filter)}
     order by e.starts_at, e.id
     limit ${limit}::int`,
);

/** What is over, the latest first. */
export const pastEvents = query(
  columns,
  (who: Asker, now: Temporal.Instant, filter: ListFilter, beforeAt: Temporal.Instant, beforeId: string, limit: number) => sql`${selected(who)}
     where e.published_at is not null
       and ${mayFind(who)}
       and e.ends_at <= ${now}
       and not e.is_postponed
       and (e.starts_at, e.id) < (${beforeAt}, ${beforeId}::uuid)${filtered(filter)}
     order by e.starts_at desc, e.id desc
     limit ${limit}::int`,
);

/** Without a date for now, the latest to be postponed first. No date is asked of them. */
export const postponedEvents = query(
  columns,
  (who: Asker, filter: ListFilter, limit: number) => sql`${selected(who)}
     where e.is_postponed
       and e.published_at is not null
       and ${mayFind(who)}${filtered({ ...filter, until: null })}
     order by e.cancelled_at desc, e.id
     limit ${limit}::int`,
);

/** Of one place, as far as it is theirs to know that it is there. */
const at = (who: Asker, venueId: string) => sql`
     where e.venue_id = ${venueId}
       and e.published_at is not null
       and not e.is_postponed
       and ${mayFind(who)}
       and ${maySeePlace(who)}`;

export const comingAt = query(
  columns,
  (who: Asker, now: Temporal.Instant, venueId: string, limit: number) => sql`${selected(who)}${at(who, venueId)}
       and e.ends_at > ${now}
     order by e.starts_at, e.id
     limit ${limit}::int`,
);

export const pastAt = query(
  columns,
  (who: Asker, now: Temporal.Instant, venueId: string, limit: number) => sql`${selected(who)}${at(who, venueId)}
       and e.ends_at <= ${now}
     order by e.starts_at desc, e.id desc
     limit ${limit}::int`,
);

/** Drafts of the units that these organisers' parts reach. */
export const draftsOrganised = query(
  columns,
  (who: Asker) => sql`${selected(who)}
     where e.published_at is null
       and ${hostPath} && ${who.organises}::uuid[]
     order by e.starts_at, e.id`,
);

/** Networks that have published events for everyone, for the filter. `offset 0`: one look for each unit, not a walk through all events. */
export const networksWithEvents = query(
  { code: col.text, name: col.text },
  () => sql`
    select o.code, u.name
      from organisation o
      join unit u on u.id = o.id
     where exists (select from unit host
                    where host.organisation_id = o.id
                      and exists (select from event e where e.unit_id = host.id and e.published_at is not null and e.audience = 'everyone' offset 0) offset 0)
        or exists (select from event_host h join unit hu on hu.id = h.unit_id join event e on e.id = h.event_id
                    where hu.organisation_id = o.id and ${hosts} and e.published_at is not null and e.audience = 'everyone')
     order by u.name collate "unicode"`,
);
