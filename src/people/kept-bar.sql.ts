/** Bars of people who erased their account, by a keyed hash of each address. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const barSecret = query({ secret: col.json<string>() }, () => sql`select value as secret from setting where name = 'bar-secret'`);

export const makeBarSecret = command((secret: string) => sql`insert into setting (name, value) values ('bar-secret', to_jsonb(${secret}::text)) on conflict (name) do nothing`);

export const isBarredAnywhere = query(
  { is: col.bool },
  (personId: string) => sql`select exists (select from sanction where person_id = ${personId} and kind = 'bar' and ended_at is null) as "is"`,
);

/** Where somebody is barred from a unit and from a meet-up by one sanction, the meet-up is what it is about. */
export const keepBarsOf = command(
  (personId: string, addressHash: Buffer) => sql`
    insert into kept_bar (address_hash, unit_id, event_id, until_at)
    select distinct on (coalesce(event_id, unit_id)) ${addressHash}::bytea, case when event_id is null then unit_id end, event_id, until_at
      from sanction
     where person_id = ${personId} and kind = 'bar' and ended_at is null
     order by coalesce(event_id, unit_id), until_at desc nulls first
        on conflict do nothing`,
);

/** They hold again, and are told by letter (`tell-of-kept-bar`), which brings a link to object. */
export const takeKeptBars = query(
  { sanctionId: col.uuid, unitId: col.uuid.orNull, eventId: col.uuid.orNull },
  (personId: string, addressHash: Buffer, reason: string, now: Temporal.Instant) => sql`
    with kept as (delete from kept_bar where address_hash = ${addressHash} and (until_at is null or until_at > ${now}) returning unit_id, event_id, until_at)
    insert into sanction (id, kind, person_id, unit_id, event_id, reason, set_at, until_at, token_hash)
    select uuidv7(), 'bar', ${personId}, unit_id, event_id, ${reason}, ${now}, until_at, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) from kept
    returning id as "sanctionId", unit_id as "unitId", event_id as "eventId"`,
);

export const forgetKeptBars = command((now: Temporal.Instant) => sql`delete from kept_bar where until_at <= ${now}`);
