import { col } from "../db/columns.ts";
import { command, query } from "../db/query.ts";
import { sql } from "../db/sql.ts";
import type { Change, ChangeKind } from "./change.ts";

/** The change and the job that looks up what follows from it, in one statement: an action often holds a lock while it runs. */
export const insertChange = command(
  (id: string, c: Change) => sql`
    with written as (
      insert into change (id, kind, at, by_person_id, person_id, unit_id, event_id, fields, about)
      values (${id}::uuid, ${c.kind}, ${c.at}, ${c.by}, ${c.personId ?? null}, ${c.unitId ?? null}, ${c.eventId ?? null},
              ${c.fields ?? []}, ${JSON.stringify(c.about ?? {})}::jsonb)
      returning id)
    select 1 from written, graphile_worker.add_job('consequences', json_build_object('changeId', written.id), max_attempts => 25::smallint)`,
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
