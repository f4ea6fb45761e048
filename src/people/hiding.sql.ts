import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import type { Hiding } from "./hiding.ts";

/**
 * Whom this viewer does not see, as an array to weave in: those whom they muted or blocked, and those who blocked them. It is a few rows found once
 * for the whole statement. A stranger (null) hides nobody. In a statement about several viewers, the column that holds each.
 */
export const hiddenFrom = (viewerId: string | null | Sql): Sql => sql`
  array(select h.other_id from hiding h where h.person_id = ${viewerId}::uuid
        union all
        select h.person_id from hiding h where h.other_id = ${viewerId}::uuid and h.kind = 'block')`;

/**
 * Belongs into every read by viewer that shows people: `where ... and ${notHiddenFrom(viewerId, sql`p.id`)}`. Counts are taken without it, so that
 * they stay true for everyone and tell nobody anything. Nobody's id (null, someone erased) is hidden from nobody.
 */
export const notHiddenFrom = (viewerId: string | null, personId: Sql): Sql => sql`(${personId} = any(${hiddenFrom(viewerId)})) is not true`;

/** Whether this viewer does not see this person. */
export const isHiddenFrom = query({ is: col.bool }, (viewerId: string, personId: string) => sql`select not ${notHiddenFrom(viewerId, sql`${personId}::uuid`)} as "is"`);

/** Whether one of the two blocked the other. */
export const isBlockBetween = (one: string | null, other: Sql): Sql => sql`
  exists (select from hiding h
           where h.kind = 'block'
             and (h.person_id = ${one}::uuid and h.other_id = ${other} or h.person_id = ${other} and h.other_id = ${one}::uuid))`;

/** How this person hid that one, if they did. What the other did is never asked for. */
export const hidingOf = query({ kind: col.word<Hiding>() }, (personId: string, otherId: string) => sql`select kind from hiding where person_id = ${personId} and other_id = ${otherId}`);

export const hide = command(
  (personId: string, otherId: string, kind: Hiding, now: Temporal.Instant) => sql`
    insert into hiding (person_id, other_id, kind, since_at)
    values (${personId}, ${otherId}, ${kind}, ${now})
    on conflict (person_id, other_id) do update set kind = excluded.kind, since_at = excluded.since_at where hiding.kind <> excluded.kind`,
);

export const unhide = command((personId: string, otherId: string) => sql`delete from hiding where person_id = ${personId} and other_id = ${otherId}`);

/** For their own list of those whom they hid, the latest first. */
export const hiddenBy = query(
  { id: col.uuid, name: col.text, nameLang: col.text.orNull, line: col.int, kind: col.word<Hiding>(), since: col.instant },
  (personId: string) => sql`
    select p.id, p.name, p.name_lang as "nameLang", p.line, h.kind, h.since_at as "since"
      from hiding h
      join person p on p.id = h.other_id
     where h.person_id = ${personId}
     order by h.since_at desc, p.id
     limit 500`,
);
