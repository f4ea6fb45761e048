import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

const columns = {
  id: col.uuid,
  name: col.text,
  path: col.uuids,
  organisationId: col.uuid,
  organisationName: col.text,
  code: col.text,
  zone: col.text,
  onlineOnly: col.bool,
  closedAt: col.instant.orNull,
};

const selected = sql`
    select u.id, u.name, u.path, o.id as "organisationId", ou.name as "organisationName", o.code, o.zone, o.online_only as "onlineOnly", u.closed_at as "closedAt"
      from unit u
      join organisation o on o.id = u.organisation_id
      join unit ou on ou.id = o.id`;

/** A unit as the host of an event. */
export const hostById = query(columns, (unitId: string) => sql`${selected}
     where u.id = ${unitId}`);

/** Where these organisers' parts let one make events: their units and all beneath. */
export const hostsOrganised = query(columns, (organises: string[]) => sql`${selected}
     where u.path && ${organises}::uuid[]
       and u.closed_at is null
     order by o.code, cardinality(u.path), u.name collate "unicode"`);
