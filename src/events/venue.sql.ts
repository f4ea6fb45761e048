import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { VenueFields } from "./event-fields.ts";

const columns = {
  id: col.uuid,
  organisationId: col.uuid,
  name: col.text,
  address: col.text,
  area: col.text,
  directions: col.text,
  stepFree: col.text,
  liftCm: col.int.orNull,
  hearing: col.text,
  quietRoom: col.text,
  toilets: col.text,
  transport: col.text,
  offeredAt: col.instant.orNull,
};

const selected = sql`
    select id, organisation_id as "organisationId", name, address, area, directions, step_free as "stepFree", lift_cm as "liftCm", hearing,
           quiet_room as "quietRoom", toilets, transport, offered_at as "offeredAt"
      from venue`;

export const venueById = query(columns, (id: string) => sql`${selected} where id = ${id}`);

export const venueForUpdate = query(columns, (id: string) => sql`${selected} where id = ${id} for update`);

/** Touches no row where the id is taken: the same form sent twice. */
export const insertVenue = command(
  (id: string, organisationId: string, v: VenueFields, by: string, on: Temporal.PlainDate, at: Temporal.Instant) => sql`
    insert into venue (id, organisation_id, name, address, area, directions, step_free, lift_cm, hearing, quiet_room, toilets, transport, confirmed_by,
                       confirmed_on, created_at, updated_at)
    values (${id}, ${organisationId}, ${v.name}, ${v.address}, ${v.area}, ${v.directions}, ${v.stepFree}, ${v.liftCm}, ${v.hearing}, ${v.quietRoom},
            ${v.toilets}, ${v.transport}, ${by}, ${on}, ${at}, ${at})
    on conflict (id) do nothing`,
);

/** Whether one of this organiser's parts is in the organisation: all its organisers look after its places. */
export const organisesIn = query(
  { unitId: col.uuid },
  (organisationId: string, organises: string[]) => sql`
    select id as "unitId" from unit where organisation_id = ${organisationId} and id = any(${organises}::uuid[]) limit 1`,
);

export const updateVenue = command(
  (id: string, v: VenueFields, by: string, on: Temporal.PlainDate, at: Temporal.Instant) => sql`
    update venue
       set name = ${v.name},
           address = ${v.address},
           area = ${v.area},
           directions = ${v.directions},
           step_free = ${v.stepFree},
           lift_cm = ${v.liftCm},
           hearing = ${v.hearing},
           quiet_room = ${v.quietRoom},
           toilets = ${v.toilets},
           transport = ${v.transport},
           confirmed_by = ${by},
           confirmed_on = ${on},
           updated_at = ${at}
     where id = ${id}`,
);

export const markConfirmed = command(
  (id: string, by: string, on: Temporal.PlainDate, at: Temporal.Instant) => sql`
    update venue set confirmed_by = ${by}, confirmed_on = ${on}, updated_at = ${at}
     where id = ${id} and (confirmed_by, confirmed_on) is distinct from (${by}::uuid, ${on}::date)`,
);

export const markOffered = command((id: string, offeredAt: Temporal.Instant | null, at: Temporal.Instant) => sql`update venue set offered_at = ${offeredAt}, updated_at = ${at} where id = ${id}`);

/** Published events there that are not over: their pages change, and where it `matters` calendars must take the place over. */
export const touchEventsAt = query(
  { id: col.uuid, unitId: col.uuid },
  (venueId: string, matters: boolean, at: Temporal.Instant) => sql`
    update event
       set version = version + 1, sequence = sequence + ${matters}::boolean::int, updated_at = ${at}
     where venue_id = ${venueId}
       and published_at is not null
       and cancelled_at is null
       and ends_at > ${at}
    returning id, unit_id as "unitId"`,
);
