/** Every organisation here, and finding one by words. */
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { JoinPolicy } from "./unit.ts";

/**
 * Organisations in which every word occurs: in their name, code, area or summary, or in the name or area of one of their units. `patterns` are
 * such as '%wales%'; none finds all. Whole organisations are few even on a large server, so they are read and compared, not indexed.
 */
export const organisationsFound = query(
  {
    id: col.uuid,
    slug: col.text,
    name: col.text,
    summary: col.text,
    area: col.text.orNull,
    joinPolicy: col.word<JoinPolicy>(),
    memberCount: col.int,
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
    onlineOnly: col.bool,
    branches: col.big,
    groups: col.big,
    unitNames: col.texts.orNull,
  },
  (patterns: string[], limit: number) => sql`
    select u.id,
           u.slug,
           u.name,
           u.summary,
           u.area,
           u.join_policy as "joinPolicy",
           u.member_count as "memberCount",
           o.code,
           o.line,
           o.online_only as "onlineOnly",
           coalesce(beneath.branches, 0) as "branches",
           coalesce(beneath.groups, 0) as "groups",
           beneath.found as "unitNames"
      from organisation o
      join unit u on u.id = o.id
      left join (
           select b.organisation_id,
                  count(*) filter (where b.kind = 'branch') as branches,
                  count(*) filter (where b.kind = 'group') as groups,
                  array_agg(b.name) filter (where unaccent(concat_ws(' ', b.name, b.area)) ilike any(${patterns}::text[])) as found,
                  string_agg(concat_ws(' ', b.name, b.area), ' ') as words
             from unit b
            where b.kind <> 'organisation' and b.closed_at is null
            group by b.organisation_id) beneath on beneath.organisation_id = o.id
     where u.closed_at is null
       and (cardinality(${patterns}::text[]) = 0 or unaccent(concat_ws(' ', u.name, o.code, u.area, u.summary, beneath.words)) ilike all(${patterns}::text[]))
     order by u.name collate "unicode", u.id
     limit ${limit}::int`,
);
