import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { VenueFields } from "./event-fields.ts";

/** The places that an organisation uses, for choosing one. */
export const venuesOf = query(
  { id: col.uuid, name: col.text, area: col.text },
  (organisationId: string) => sql`
    select id, name, area
      from venue
     where organisation_id = ${organisationId}
     order by name collate "unicode", id`,
);

export const venueById = query(
  {
    id: col.uuid,
    organisationId: col.uuid,
    name: col.text,
    address: col.text,
    area: col.text,
    directions: col.text,
    stepFree: col.text,
    hearing: col.text,
    quietRoom: col.text,
    toilets: col.text,
    transport: col.text,
    updatedAt: col.instant,
  },
  (id: string) => sql`
    select id, organisation_id as "organisationId", name, address, area, directions, step_free as "stepFree", hearing, quiet_room as "quietRoom", toilets,
           transport, updated_at as "updatedAt"
      from venue
     where id = ${id}`,
);

/** Touches no row where the id is taken: the same form sent twice. */
export const insertVenue = command(
  (id: string, organisationId: string, v: VenueFields, by: string, on: Temporal.PlainDate, at: Temporal.Instant) => sql`
    insert into venue (id, organisation_id, name, address, area, directions, step_free, hearing, quiet_room, toilets, transport, confirmed_by,
                       confirmed_on, created_at, updated_at)
    values (${id}, ${organisationId}, ${v.name}, ${v.address}, ${v.area}, ${v.directions}, ${v.stepFree}, ${v.hearing}, ${v.quietRoom}, ${v.toilets},
            ${v.transport}, ${by}, ${on}, ${at}, ${at})
    on conflict (id) do nothing`,
);
