import { notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { ValueChanged } from "./unit-log.ts";

export const keepValues = command(
  (changeId: string, unitId: string, values: ValueChanged[]) => sql`
    insert into unit_value_was (change_id, unit_id, field, was, now)
    select ${changeId}, ${unitId}, v.field, v.was, v.now
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) v (field text, was text, now text)`,
);

/**
 * What its organisers did to a unit and to those beneath it, the latest first. Who joined, left, asked or was reported is no part of it, nor what
 * people on a list did themselves.
 */
export const unitChanges = query(
  {
    id: col.uuid,
    kind: col.text,
    at: col.instant,
    fields: col.texts,
    by: col.text.orNull,
    about: col.text.orNull,
    unitId: col.uuid,
    unitName: col.text,
    count: col.int.orNull,
    values: col.json<ValueChanged[]>(),
  },
  (viewerId: string, unitId: string, beforeId: string | null, limit: number) => sql`
    select c.id, c.kind, c.at, c.fields, p.name as "by", a.name as "about", u.id as "unitId", u.name as "unitName", (c.about ->> 'count')::int as "count",
           (select coalesce(jsonb_agg(jsonb_build_object('field', w.field, 'was', w.was, 'now', w.now) order by w.field), '[]') from unit_value_was w where w.change_id = c.id) as "values"
      from change c
      join unit u on u.id = c.unit_id
      left join person p on p.id = c.by_person_id and ${notHiddenFrom(viewerId, sql`p.id`)}
      left join person a on a.id = c.person_id and ${notHiddenFrom(viewerId, sql`a.id`)}
     where c.unit_id = any(array(select id from unit where ${unitId} = any(path)))
       and c.kind ~ '^(organisation|unit|organiser|conduct|import|list)[.]'
       and c.kind not in ('list.joined', 'list.erased', 'list.not-me')
       and (${beforeId}::uuid is null or c.id < ${beforeId}::uuid)
     order by c.id desc
     limit ${limit}::int`,
);

export type UnitChange = Row<(typeof unitChanges)["columns"]>;
