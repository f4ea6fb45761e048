import { col } from "../db/columns.ts";
import { command, query } from "../db/query.ts";
import { sql } from "../db/sql.ts";
import type { Change, ChangeKind } from "./change.ts";

export const insertChange = command(
  (id: string, c: Change) => sql`
    insert into change (id, kind, at, by_person_id, person_id, unit_id, event_id, fields, about)
    values (${id}, ${c.kind}, ${c.at}, ${c.by}, ${c.personId ?? null}, ${c.unitId ?? null}, ${c.eventId ?? null},
            ${c.fields ?? []}, ${JSON.stringify(c.about ?? {})}::jsonb)`,
);

export const changeById = query(
  {
    id: col.uuid,
    kind: col.word<ChangeKind>(),
    at: col.instant,
    by: col.uuid.orNull,
    personId: col.uuid.orNull,
    unitId: col.uuid.orNull,
    eventId: col.uuid.orNull,
    fields: col.texts,
    about: col.json<Record<string, string | number | boolean | null>>(),
  },
  (id: string) => sql`
    select id, kind, at, by_person_id as "by", person_id as "personId", unit_id as "unitId", event_id as "eventId", fields, about
      from change
     where id = ${id}`,
);
