/** Every organisation and unit here, and finding one by words, town and way in. Lists go on after a name and an id. */
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { JoinPolicy, UnitKind } from "./unit.ts";

export type DirectoryFilter = {
  /** Such as '%wales%', each of which must occur; none finds all */
  patterns: string[];
  /** A town, or the beginning of its name; empty for anywhere */
  near: string;
  policy: JoinPolicy | "";
};

type After = { name: string; id: string };

const filtered = (f: DirectoryFilter, words: Sql, areas: Sql, after: After) => sql`
           u.closed_at is null
       and (cardinality(${f.patterns}::text[]) = 0 or unaccent(${words}) ilike all(${f.patterns}::text[]))
       and (${f.near} = '' or position(' ' || folded(${f.near}) in ' ' || folded(${areas})) > 0)
       and (${f.policy} = '' or u.join_policy = ${f.policy})
       and (u.name collate "unicode", u.id) > (${after.name}::text collate "unicode", ${after.id}::uuid)`;

/**
 * Organisations in which every word occurs: in their name, code, area or summary, or in the name or area of one of their units. Whole organisations are few even on a large server, so they are read and compared, not indexed.
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
  (f: DirectoryFilter, after: After, limit: number) => sql`
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
                  array_agg(b.name) filter (where unaccent(concat_ws(' ', b.name, b.area)) ilike any(${f.patterns}::text[])) as found,
                  string_agg(concat_ws(' ', b.name, b.area), ' ') as words,
                  string_agg(b.area, ' ') as areas
             from unit b
            where b.kind <> 'organisation' and b.closed_at is null
            group by b.organisation_id) beneath on beneath.organisation_id = o.id
     where ${filtered(f, sql`concat_ws(' ', u.name, o.code, u.area, u.summary, beneath.words)`, sql`concat_ws(' ', u.area, beneath.areas)`, after)}
     order by u.name collate "unicode", u.id
     limit ${limit}::int`,
);

/** Branches, groups or committees of all organisations. */
export const unitsFound = query(
  {
    id: col.uuid,
    kind: col.word<UnitKind>(),
    slug: col.text,
    name: col.text,
    summary: col.text,
    area: col.text.orNull,
    joinPolicy: col.word<JoinPolicy>(),
    memberCount: col.int,
    organisationName: col.text,
    organisationSlug: col.text,
    organisationPolicy: col.word<JoinPolicy>(),
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
  },
  (kind: UnitKind, f: DirectoryFilter, after: After, limit: number) => sql`
    select u.id, u.kind, u.slug, u.name, u.summary, u.area, u.join_policy as "joinPolicy", u.member_count as "memberCount",
           root.name as "organisationName", root.slug as "organisationSlug", root.join_policy as "organisationPolicy", o.code, o.line
      from unit u
      join unit root on root.id = u.organisation_id
      join organisation o on o.id = root.id
     where u.kind = ${kind}
       and ${filtered(f, sql`concat_ws(' ', u.name, o.code, u.area, u.summary, root.name)`, sql`coalesce(u.area, '')`, after)}
     order by u.name collate "unicode", u.id
     limit ${limit}::int`,
);
