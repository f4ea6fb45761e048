import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Brought in and never come; whoever has answered an event as a guest is somebody. */
const unclaimed = sql`p.claimed_at is null and p.merged_into_id is null and p.imported_at is not null and p.guest_since is null`;

/** Sets the day of those whom no list has named since then, and says for how many of each organisation. */
export const setErasesOn = query(
  { organisationId: col.uuid, count: col.big },
  (namedBefore: Temporal.PlainDate, erasesOn: Temporal.PlainDate) => sql`
    with due as (
      update person p
         set erases_on = ${erasesOn}
        from unit u
       where u.id = p.imported_by_unit
         and ${unclaimed}
         and p.erases_on is null
         and p.imported_at < ${namedBefore}::date
         and not exists (select from listing l where l.person_id = p.id and l.listed_at >= ${namedBefore}::date)
      returning u.organisation_id)
    select organisation_id as "organisationId", count(*) as "count" from due group by organisation_id order by organisation_id`,
);

/** Those whose day has come. Claiming, being named again and joining with another row take the day away, so that it needs no second look. */
export const eraseUnclaimed = query(
  { organisationId: col.uuid, count: col.big },
  (today: Temporal.PlainDate) => sql`
    with gone as (
      delete from person p
       using unit u
       where u.id = p.imported_by_unit and p.erases_on <= ${today} and ${unclaimed}
      returning u.organisation_id)
    select organisation_id as "organisationId", count(*) as "count" from gone group by organisation_id order by organisation_id`,
);
