import { letterAddress } from "../people/address.sql.ts";
import { hostUnits } from "../organisations/hosting.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { choiceAmong } from "./audience.sql.ts";

/** Marks them as told and returns those who were not yet: whoever comes back is to be written to by this transaction and no other. */
export const noteTold = query(
  { personId: col.uuid },
  (eventId: string, personIds: string[], by: string[], at: Temporal.Instant) => sql`
    insert into announcement (event_id, person_id, told_at, by, is_waiting)
    select ${eventId}, told.person_id, ${at}, told.by, told.by = 'weekly'
      from unnest(${personIds}::uuid[], ${by}::text[]) as told (person_id, by)
    on conflict (event_id, person_id) do nothing
    returning person_id as "personId"`,
);

/** Time zones of people for whom something waits. */
export const zonesWaiting = query(
  { zone: col.text },
  () => sql`
    select distinct p.zone
      from announcement a
      join person p on p.id = a.person_id
     where a.is_waiting`,
);

/** In this zone, those for whom something waits since before `cutoff`. Ids after `after`, in their order. */
export const waitingBatch = query(
  { personId: col.uuid },
  (zone: string, cutoff: Temporal.Instant, after: string, limit: number) => sql`
    select distinct a.person_id as "personId"
      from announcement a
      join person p on p.id = a.person_id
     where a.is_waiting
       and a.told_at <= ${cutoff}
       and p.zone = ${zone}
       and a.person_id > ${after}
     order by a.person_id
     limit ${limit}::int`,
);

/** What this transaction takes for their weekly letters. */
export const takeWaiting = query(
  { personId: col.uuid, eventId: col.uuid },
  (personIds: string[], cutoff: Temporal.Instant) => sql`
    update announcement set is_waiting = false
     where is_waiting
       and person_id = any(${personIds}::uuid[])
       and told_at <= ${cutoff}
    returning person_id as "personId", event_id as "eventId"`,
);

/** Of those taken, what is still news: to come, not called off, not answered, and they are still members who want to hear. */
export const stillNews = query(
  { personId: col.uuid, address: col.text, zone: col.text, locale: col.text, eventId: col.uuid },
  (personIds: string[], eventIds: string[], now: Temporal.Instant) => sql`
    select p.id as "personId", mail.address, p.zone, p.locale, e.id as "eventId"
      from unnest(${personIds}::uuid[], ${eventIds}::uuid[]) as taken (person_id, event_id)
      join person p on p.id = taken.person_id
      join event e on e.id = taken.event_id
     cross join ${choiceAmong(hostUnits)} chosen
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where e.published_at is not null
       and e.audience in ('everyone', 'members')
       and e.cancelled_at is null
       and e.starts_at > ${now}
       and p.claimed_at is not null
       and not exists (select from rsvp r where r.event_id = e.id and r.person_id = p.id)
       and chosen.choice <> 'none'
     order by p.id, e.starts_at, e.id`,
);
