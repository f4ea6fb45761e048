/** The letter of thanks, and those whom it reaches: who was there, and can be written to. */
import { cameTo } from "../attendance/presence.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { reached } from "./reached.sql.ts";

/** Who came, by anybody's word that counts; and who said yes, where nobody has said anything. */
const whoCame = sql`r.answer = 'going' and ${cameTo(sql`p.id`)} is not false or ${cameTo(sql`p.id`)}`;

export const countThanked = query({ count: col.big }, (eventId: string) => sql`select count(*) as "count"${reached(eventId, whoCame)}`);

export const thankedBatch = query(
  { personId: col.uuid },
  (eventId: string, after: string, limit: number) => sql`
    select r.person_id as "personId"${reached(eventId, whoCame)}
       and r.person_id > ${after}
     order by r.person_id
     limit ${limit}::int`,
);

export const thankedAmong = query(
  { personId: col.uuid, isGuest: col.bool, address: col.text, zone: col.text, locale: col.text },
  (eventId: string, personIds: string[]) => sql`
    select r.person_id as "personId", p.claimed_at is null as "isGuest", mail.address, p.zone, p.locale${reached(eventId, whoCame)}
       and r.person_id = any(${personIds}::uuid[])
     order by r.person_id`,
);

export const thanksOf = query(
  { body: col.text, goes: col.bool, leftAt: col.instant.orNull, people: col.int.orNull, decidedBy: col.text.orNull },
  (eventId: string) => sql`
    select t.body, t.goes, t.left_at as "leftAt", t.people, p.name as "decidedBy" from thanks t left join person p on p.id = t.decided_by where t.event_id = ${eventId}`,
);

/** Touches no row once it has left. */
export const decideThanks = command(
  (eventId: string, body: string, goes: boolean, by: string, at: Temporal.Instant) => sql`
    insert into thanks (event_id, body, goes, decided_at, decided_by)
    values (${eventId}, ${body}, ${goes}, ${at}, ${by})
    on conflict (event_id) do update
       set body = excluded.body, goes = excluded.goes, decided_at = excluded.decided_at, decided_by = excluded.decided_by
     where thanks.left_at is null`,
);

/** Over since, and waiting; whether it is morning there is for `thanksLeave` to say. */
export const thanksWaiting = query(
  { eventId: col.uuid },
  (now: Temporal.Instant, since: Temporal.Instant) => sql`
    select t.event_id as "eventId"
      from thanks t
      join event e on e.id = t.event_id
     where t.goes and t.left_at is null
       and e.ends_at <= ${now} and e.ends_at > ${since}
       and e.published_at is not null and e.cancelled_at is null
     order by e.ends_at, e.id`,
);

/** Touches no row where another process was first, or somebody has switched it off. */
export const noteLeft = command(
  (eventId: string, people: number, at: Temporal.Instant) => sql`
    update thanks set left_at = ${at}, people = ${people} where event_id = ${eventId} and goes and left_at is null`,
);
