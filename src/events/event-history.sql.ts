import { notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** What its organisers did to an event, the latest first. Who answered, wrote or was reported is no part of it. */
export const eventChanges = query(
  { id: col.uuid, kind: col.text, at: col.instant, fields: col.texts, by: col.text.orNull, about: col.text.orNull, unitName: col.text.orNull },
  (viewerId: string, eventId: string, beforeId: string | null, limit: number) => sql`
    select c.id, c.kind, c.at, c.fields, p.name as "by", a.name as "about", u.name as "unitName"
      from change c
      left join person p on p.id = c.by_person_id and ${notHiddenFrom(viewerId, sql`p.id`)}
      left join person a on a.id = c.person_id and ${notHiddenFrom(viewerId, sql`a.id`)}
      left join unit u on u.id = c.unit_id
     where c.event_id = ${eventId}
       and c.kind ~ '^(event|duty)[.]'
       and (${beforeId}::uuid is null or c.id < ${beforeId}::uuid)
     order by c.id desc
     limit ${limit}::int`,
);

export type EventChange = Row<(typeof eventChanges)["columns"]>;
