/** Taking an import back, row by row. Whoever has acted since (joined, or said that it is not them) stays as they are. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Why a row stays. */
export type Kept = "joined" | "not-me";

export const keptRows = query(
  { line: col.int, name: col.text, why: col.word<Kept>() },
  (importId: string, limit: number, offset: number) => sql`
    select l.line,
           coalesce(joined.name, p.name) as "name",
           case when l.not_me_at is not null then 'not-me' else 'joined' end as "why"
      from listing l
      join person p on p.id = l.person_id
      left join person joined on joined.id = p.merged_into_id
     where l.import_id = ${importId}
       and (l.not_me_at is not null or p.claimed_at is not null or p.merged_into_id is not null)
     order by l.line
     limit ${limit}::int offset ${offset}::int`,
);

export const countKept = query(
  { kept: col.big, undoable: col.big },
  (importId: string) => sql`
    select count(*) filter (where l.not_me_at is not null or p.claimed_at is not null or p.merged_into_id is not null) as "kept",
           count(*) filter (where l.not_me_at is null and p.claimed_at is null and p.merged_into_id is null) as "undoable"
      from listing l
      join person p on p.id = l.person_id
     where l.import_id = ${importId}`,
);

/**
 * The next rows to take back, locked: whoever joins at this moment either comes first, and stays, or finds nothing to join. From a line on, in the
 * order of index listing_import, so that what is gone already is not read again.
 */
export const rowsToUndo = query(
  { id: col.uuid, personId: col.uuid, line: col.int, erase: col.bool },
  (importId: string, afterLine: number, limit: number) => sql`
    with next as materialized (
      select l.id, l.person_id, l.made_person, l.line
        from listing l
        join person p on p.id = l.person_id
       where l.import_id = ${importId}
         and l.line > ${afterLine}
         and l.not_me_at is null and p.claimed_at is null and p.merged_into_id is null
       order by l.line
       limit ${limit}::int
         for update of p)
    select id, person_id as "personId", line,
           made_person and not exists (select from listing o where o.person_id = next.person_id and o.id <> next.id) as "erase"
      from next
     order by line`,
);

export const erasePeople = command((personIds: string[]) => sql`delete from person where id = any(${personIds}::uuid[]) and claimed_at is null and merged_into_id is null`);

/** Those that another import brought too stay on the list, and leave only this unit. */
export const unlist = command(
  (listingIds: string[]) => sql`
    with gone as (delete from listing where id = any(${listingIds}::uuid[]) returning person_id, unit_id)
    delete from membership m using gone where m.person_id = gone.person_id and m.unit_id = gone.unit_id and m.source = 'imported'`,
);
