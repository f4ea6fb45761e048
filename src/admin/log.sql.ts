import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/**
 * The newest first, before one of them (ids sort by time). What is between people (messages, connections, hiding, who reported) is not for those
 * who run the server; nor are the names of people on a list who have no account.
 */
export const changesFound = query(
  { id: col.uuid, kind: col.text, at: col.instant, by: col.uuid.orNull, byName: col.text.orNull, personId: col.uuid.orNull, personName: col.text.orNull, unitId: col.uuid.orNull, unitName: col.text.orNull, eventId: col.uuid.orNull, fields: col.texts },
  (personId: string | null, unitId: string | null, eventId: string | null, kind: string | null, from: Temporal.Instant | null, until: Temporal.Instant | null, beforeId: string | null, count: number) => sql`
    select c.id, c.kind, c.at, c.by_person_id as "by",
           (select p.name from person p join account a on a.person_id = p.id where p.id = c.by_person_id) as "byName",
           c.person_id as "personId",
           (select p.name from person p join account a on a.person_id = p.id where p.id = c.person_id) as "personName",
           c.unit_id as "unitId",
           (select u.name from unit u where u.id = c.unit_id) as "unitName",
           c.event_id as "eventId", c.fields
      from change c
     where c.kind !~ '^(message|connection|hiding)[.]' and c.kind <> 'report.made'
       and (${personId}::uuid is null or c.by_person_id = ${personId}::uuid or c.person_id = ${personId}::uuid)
       and (${unitId}::uuid is null or c.unit_id = ${unitId}::uuid)
       and (${eventId}::uuid is null or c.event_id = ${eventId}::uuid)
       and (${kind}::text is null or c.kind = ${kind}::text)
       and (${from}::timestamptz is null or c.at >= ${from}::timestamptz)
       and (${until}::timestamptz is null or c.at < ${until}::timestamptz)
       and (${beforeId}::uuid is null or c.id < ${beforeId}::uuid)
     order by c.id desc
     limit ${count}::int`,
);

export type ChangeRow = Awaited<ReturnType<typeof changesFound.many>>[number];
