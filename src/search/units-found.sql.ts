/** Organisations and units by their names, sentence and area: one's own first, then those of one's town, then by name. */
import type { UnitKind } from "../organisations/unit.ts";
import type { Viewer } from "../people/viewer.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import { lexemesFor, pageOfParts, patternsFor } from "./search.ts";
import type { Page, Place, Words } from "./search.ts";

const found = query(
  { by: col.text, id: col.uuid },
  (lexemes: string, patterns: string[], viewerId: string | null, memberOf: string[], after: { by: string; id: string }, limit: number) => sql`
    select ordered.by, ordered.id
      from (select u.id,
                   case when u.id = any(${memberOf}::uuid[]) then '0'
                        when f.area <> '' and f.area = (select folded(mine.home_area) from person mine where mine.id = ${viewerId}::uuid) then '1'
                        else '2' end || case u.kind when 'organisation' then '0' else '1' end || f.words as "by"
              from unit_found_by f
              join unit u on u.id = f.unit_id
             where f.lexemes @@ ${lexemes}::tsquery
               and f.words like all(${patterns}::text[])
               and u.closed_at is null) ordered
     where (left(ordered.by, 200) collate "C", ordered.id) > (${after.by}::text collate "C", ${after.id}::uuid)
     order by left(ordered.by, 200) collate "C", ordered.id
     limit ${limit}::int`,
);

export async function findUnits(db: Db, viewer: Viewer | null, words: Words, after: Place | null, size: number): Promise<Page<{ id: string; by: string }>> {
  const read = (from: { by: string; id: string }, limit: number) => found.many(db, lexemesFor(words), patternsFor(words), viewer?.personId ?? null, viewer ? [...viewer.memberOf] : [], from, limit);
  const cut = async (from: { by: string; id: string }, limit: number) => (await read(from, limit)).map((row) => ({ ...row, by: [...row.by].slice(0, 200).join("") }));
  return pageOfParts([cut], after, size);
}

export const unitsShown = query(
  {
    id: col.uuid,
    kind: col.word<UnitKind>(),
    slug: col.text,
    name: col.text,
    summary: col.text,
    area: col.text.orNull,
    memberCount: col.int,
    organisationName: col.text,
    organisationSlug: col.text,
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
  },
  (ids: string[]) => sql`
    select u.id, u.kind, u.slug, u.name, u.summary, u.area, u.member_count as "memberCount", root.name as "organisationName",
           root.slug as "organisationSlug", o.code, o.line
      from unnest(${ids}::uuid[]) with ordinality asked (id, position)
      join unit u on u.id = asked.id
      join unit root on root.id = u.organisation_id
      join organisation o on o.id = u.organisation_id
     order by asked.position`,
);
