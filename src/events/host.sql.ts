import type { UnitKind } from "../organisations/unit.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

/** Where these organisers' parts let one make events: their units and all beneath. */
export const hostsOrganised = query(
  { id: col.uuid, name: col.text, kind: col.word<"organisation" | "branch" | "group" | "committee">(), organisationName: col.text, memberCount: col.int, code: col.text, line: { ...col.int, type: undefined as unknown as Line } },
  (organises: string[]) => sql`
    select u.id, u.name, u.kind, ou.name as "organisationName", u.member_count as "memberCount", o.code, o.line
      from unit u
      join organisation o on o.id = u.organisation_id
      join unit ou on ou.id = o.id
     where u.path && ${organises}::uuid[]
       and u.closed_at is null
     order by o.code, cardinality(u.path), u.name collate "unicode"`,
);

/** Asking a unit to share an event, and what became of it; with who decides on either side. */
export const hostingById = query(
  {
    id: col.uuid,
    eventId: col.uuid,
    unitId: col.uuid,
    unitName: col.text,
    unitPath: col.uuids,
    firstHostId: col.uuid,
    firstHostName: col.text,
    firstHostPath: col.uuids,
    askedAt: col.instant,
    askedBy: col.uuid.orNull,
    askedByName: col.text.orNull,
    acceptedAt: col.instant.orNull,
    declinedAt: col.instant.orNull,
    endedAt: col.instant.orNull,
    endedReason: col.text,
  },
  (id: string) => sql`
    select h.id,
           h.event_id as "eventId",
           h.unit_id as "unitId",
           hu.name as "unitName",
           hu.path as "unitPath",
           u.id as "firstHostId",
           u.name as "firstHostName",
           u.path as "firstHostPath",
           h.asked_at as "askedAt",
           h.asked_by as "askedBy",
           asker.name as "askedByName",
           h.accepted_at as "acceptedAt",
           h.declined_at as "declinedAt",
           h.ended_at as "endedAt",
           h.ended_reason as "endedReason"
      from event_host h
      join unit hu on hu.id = h.unit_id
      join event e on e.id = h.event_id
      join unit u on u.id = e.unit_id
      left join person asker on asker.id = h.asked_by
     where h.id = ${id}`,
);

/** Those asked and those that host, in the order in which they were asked; then who said no in the last days. */
export const hostingsOf = query(
  {
    id: col.uuid,
    unitId: col.uuid,
    name: col.text,
    kind: col.word<UnitKind>(),
    slug: col.text,
    organisationName: col.text,
    organisationSlug: col.text,
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
    path: col.uuids,
    askedAt: col.instant,
    acceptedAt: col.instant.orNull,
    declinedAt: col.instant.orNull,
  },
  (eventId: string, declinedSince: Temporal.Instant) => sql`
    select h.id, hu.id as "unitId", hu.name, hu.kind, hu.slug, top.name as "organisationName", top.slug as "organisationSlug", o.code, o.line, hu.path,
           h.asked_at as "askedAt", h.accepted_at as "acceptedAt", h.declined_at as "declinedAt"
      from event_host h
      join unit hu on hu.id = h.unit_id
      join organisation o on o.id = hu.organisation_id
      join unit top on top.id = o.id
     where h.event_id = ${eventId}
       and h.ended_at is null
       and (h.declined_at is null or h.declined_at > ${declinedSince})
     order by h.declined_at is not null, h.asked_at, h.id`,
);

/** Touches no row where this unit is asked or hosts already. */
export const insertHosting = command(
  (id: string, eventId: string, unitId: string, by: string, at: Temporal.Instant) => sql`
    insert into event_host (id, event_id, unit_id, asked_by, asked_at)
    values (${id}, ${eventId}, ${unitId}, ${by}, ${at})
    on conflict (event_id, unit_id) where declined_at is null and ended_at is null do nothing`,
);

export const acceptHosting = command(
  (id: string, by: string, at: Temporal.Instant) => sql`
    update event_host set accepted_at = ${at}, accepted_by = ${by} where id = ${id} and accepted_at is null and declined_at is null and ended_at is null`,
);

export const declineHosting = command(
  (id: string, at: Temporal.Instant) => sql`
    update event_host set declined_at = ${at} where id = ${id} and accepted_at is null and declined_at is null and ended_at is null`,
);

export const endHosting = command(
  (id: string, by: string, reason: string, at: Temporal.Instant) => sql`
    update event_host set ended_at = ${at}, ended_by = ${by}, ended_reason = ${reason} where id = ${id} and declined_at is null and ended_at is null`,
);

/** Whose event it is shows on its page. */
export const touchEvent = command((id: string, at: Temporal.Instant) => sql`update event set version = version + 1, updated_at = ${at} where id = ${id}`);

/** Units to choose from: every word occurs in their name, code or town, or in their organisation's name. */
export const unitsToAsk = query(
  {
    id: col.uuid,
    name: col.text,
    kind: col.word<UnitKind>(),
    slug: col.text,
    organisationName: col.text,
    organisationSlug: col.text,
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
    memberCount: col.int,
  },
  (patterns: string[], limit: number) => sql`
    select u.id, u.name, u.kind, u.slug, top.name as "organisationName", top.slug as "organisationSlug", o.code, o.line, u.member_count as "memberCount"
      from unit u
      join organisation o on o.id = u.organisation_id
      join unit top on top.id = o.id
     where u.closed_at is null
       and unaccent(concat_ws(' ', u.name, u.area, o.code, top.name)) ilike all(${patterns}::text[])
     order by cardinality(u.path), u.name collate "unicode", u.id
     limit ${limit}::int`,
);

/** Askings that wait for the organisers of these units, or of those above them. */
export const hostingsWaiting = query(
  { id: col.uuid, title: col.text, unitName: col.text, firstHostName: col.text },
  (organises: string[], now: Temporal.Instant) => sql`
    select h.id, e.title, hu.name as "unitName", u.name as "firstHostName"
      from event_host h
      join unit hu on hu.id = h.unit_id
      join event e on e.id = h.event_id
      join unit u on u.id = e.unit_id
     where h.accepted_at is null
       and h.declined_at is null
       and h.ended_at is null
       and hu.path && ${organises}::uuid[]
       and e.cancelled_at is null
       and e.ends_at > ${now}
     order by h.asked_at, h.id
     limit 20`,
);
