/**
 * Who hosts an event: its first host, and every unit that has consented to share it. Fragments for queries that call the event `e` and its first host
 * `u`. Members and organisers of each host are served alike, so no query about an event should ask for `e.unit_id` alone.
 */
import { isBarred } from "../people/sanction.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { UnitKind } from "./unit.ts";

/** A unit that shares the event, as pages name it. */
export type CoHost = { unitId: string; name: string; kind: UnitKind; slug: string; organisationId: string; organisationName: string; organisationSlug: string; code: string; line: Line };

const others = sql`event_host h join unit hu on hu.id = h.unit_id`;
/** Whether the row `h` of event_host hosts now. In these words its indexes serve. */
export const hosts = sql`h.accepted_at is not null and h.declined_at is null and h.ended_at is null`;

const consented = sql`h.event_id = e.id and ${hosts}`;

/** Ids of the units that host it. */
export const hostUnits = sql`(array[e.unit_id] || array(select h.unit_id from ${others} where ${consented}))`;

/** Ids of their organisations, whose members see names and the conversation. */
export const hostOrganisations = sql`(array[u.organisation_id] || array(select hu.organisation_id from ${others} where ${consented}))`;

/** Ids of every unit on the way down to each host: whoever organises one of them organises the event. */
export const hostPath = sql`(u.path || array(select unnest(hu.path) from ${others} where ${consented}))`;

/** Whether one of these units hosts it. */
export const hostedBy = (unitIds: string[] | null) => sql`(e.unit_id = any(${unitIds}::uuid[]) or exists (select from ${others} where ${consented} and h.unit_id = any(${unitIds}::uuid[])))`;

/** Whether a unit of the organisation with this code hosts it; `o` is the first host's organisation. */
export const hostedByCode = (code: string) => sql`(o.code = ${code} or exists (select from ${others} join organisation ho on ho.id = hu.organisation_id where ${consented} and ho.code = ${code}))`;

/**
 * All of the above at once, as `shared`, for a statement about one event: looked up once however often it is asked for. Its arrays are null where
 * nobody shares the event, and an array joined to null stays as it is. `co_hosts` are in the order in which they came; a `CoHost` each.
 */
export const joinShared = sql`
     cross join lateral (
       select array_agg(h.unit_id) as units,
              array_agg(hu.organisation_id) as organisations,
              string_to_array(string_agg(array_to_string(hu.path, ','), ','), ',')::uuid[] as path,
              coalesce(jsonb_agg(jsonb_build_object(
                    'unitId', hu.id, 'name', hu.name, 'kind', hu.kind, 'slug', hu.slug, 'organisationId', ho.id, 'organisationName', top.name,
                    'organisationSlug', top.slug, 'code', ho.code, 'line', ho.line) order by h.accepted_at, h.id), '[]') as co_hosts
         from ${others} join organisation ho on ho.id = hu.organisation_id join unit top on top.id = ho.id
        where ${consented}) shared`;

/** `hostUnits`, `hostOrganisations` and `hostPath` of a statement that joins `shared`. */
export const shared = { units: sql`(array[e.unit_id] || shared.units)`, organisations: sql`(array[u.organisation_id] || shared.organisations)`, path: sql`(u.path || shared.path)` };

/** Codes and lines of the other organisations that share it, for a row in a list. */
export const otherCodes = sql`(select coalesce(jsonb_agg(jsonb_build_object('code', other.code, 'line', other.line) order by other.code), '[]')
             from (select distinct ho.code, ho.line
                     from ${others} join organisation ho on ho.id = hu.organisation_id
                    where ${consented} and hu.organisation_id <> u.organisation_id) other)`;

/** By the event itself or by any of its hosts: whom one of them keeps out does not come in by another's door. */
export const barredFromEvent = query(
  { is: col.bool },
  (personId: string, eventId: string) => sql`
    select exists (select
                     from event e
                     join unit u on u.id = e.unit_id
                    where e.id = ${eventId} and ${isBarred(sql`${personId}`, sql`e.id`, hostPath)}) as "is"`,
);
