/** What a sanction takes away, for every statement to weave in. None of these asks for the time: a job ends what is over. */
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";

/** Barred from a meet-up, from its unit, or from one above it. All three are expressions: `sql`r.person_id``, `sql`e.id``, `sql`u.path``. */
export const isBarred = (personId: Sql, eventId: Sql, unitPath: Sql): Sql => sql`
  exists (select
            from sanction barred
           where barred.person_id = ${personId}
             and barred.kind = 'bar'
             and barred.ended_at is null
             and (barred.event_id = ${eventId} or barred.unit_id = any(${unitPath})))`;

/** What they were told, where they are barred. */
export const reasonOfBar = (personId: Sql, eventId: Sql, unitPath: Sql): Sql => sql`
  select barred.reason
    from sanction barred
   where barred.person_id = ${personId}
     and barred.kind = 'bar'
     and barred.ended_at is null
     and (barred.event_id = ${eventId} or barred.unit_id = any(${unitPath}))
   order by barred.set_at desc
   limit 1`;

/** Barred from a unit or from one above it; being barred from a single meet-up does not count. */
export const isBarredFromUnit = (personId: Sql, unitPath: Sql): Sql => sql`
  exists (select
            from sanction barred
           where barred.person_id = ${personId}
             and barred.kind = 'bar'
             and barred.ended_at is null
             and barred.event_id is null
             and barred.unit_id = any(${unitPath}))`;

/** They cannot sign in, and are not written to. */
export const isSuspended = (personId: Sql): Sql => sql`exists (select from account suspended where suspended.person_id = ${personId} and suspended.suspended_at is not null)`;

export const barredFromUnit = query(
  { is: col.bool },
  (personId: string, unitId: string) => sql`
    select exists (select from unit u where u.id = ${unitId} and ${isBarredFromUnit(sql`${personId}`, sql`u.path`)}) as "is"`,
);

/** Reading goes on; writing to others does not. */
export const limitedNow = query(
  { is: col.bool },
  (personId: string) => sql`select exists (select from account where person_id = ${personId} and limited_at is not null) as "is"`,
);

/** For the page that somebody meets who may not sign in. */
export const suspensionOf = query(
  { reason: col.text, until: col.instant.orNull },
  (personId: string) => sql`
    select reason, until_at as "until"
      from sanction
     where person_id = ${personId} and kind = 'suspension' and ended_at is null
     order by until_at desc nulls first
     limit 1`,
);
