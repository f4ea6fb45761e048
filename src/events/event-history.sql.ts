import { notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import type { Stood } from "./event-history.ts";

/** Places that this viewer knows anyhow: where the event is now, those offered to all, and those of organisations in which they organise. */
const isKnown = (v: Sql, organises: string[]) => sql`
  (${v}.id = e.venue_id or ${v}.offered_at is not null or exists (select from unit part where part.organisation_id = ${v}.organisation_id and part.id = any(${organises}::uuid[])))`;

/**
 * What its organisers did to an event, the latest first, with how its facts stood before each change and before the next one. Who answered, wrote or was
 * reported is no part of it.
 */
export const eventChanges = query(
  {
    id: col.uuid,
    kind: col.text,
    at: col.instant,
    fields: col.texts,
    by: col.text.orNull,
    aboutWhom: col.text.orNull,
    unitName: col.text.orNull,
    about: col.json<Stood>(),
    next: col.json<Stood>().orNull,
    wasTitle: col.text.orNull,
    nextTitle: col.text.orNull,
    wasVenue: col.text.orNull,
    nowVenue: col.text.orNull,
  },
  (viewerId: string, organises: string[], eventId: string, beforeId: string | null, limit: number) => sql`
    select c.id, c.kind, c.at, c.fields, p.name as "by", a.name as "aboutWhom", u.name as "unitName",
           c.about, next.about as "next", titled.title as "wasTitle",
           (select x.title from event_title_was x where x.event_id = c.event_id and x.change_id > c.id order by x.change_id limit 1) as "nextTitle",
           was.name as "wasVenue", now.name as "nowVenue"
      from change c
      join event e on e.id = c.event_id
      left join person p on p.id = c.by_person_id and ${notHiddenFrom(viewerId, sql`p.id`)}
      left join person a on a.id = c.person_id and ${notHiddenFrom(viewerId, sql`a.id`)}
      left join unit u on u.id = c.unit_id
      left join event_title_was titled on titled.change_id = c.id
      left join lateral (select n.about
                           from change n
                          where n.event_id = c.event_id and n.kind = 'event.changed' and n.about ? 'startsAt' and n.id > c.id
                          order by n.id
                          limit 1) next on true
      left join venue was on was.id = (c.about ->> 'venueId')::uuid and ${isKnown(sql`was`, organises)}
      left join venue now on now.id = case when next.about is null then e.venue_id else (next.about ->> 'venueId')::uuid end and ${isKnown(sql`now`, organises)}
     where c.event_id = ${eventId}
       and c.kind ~ '^(event|duty)[.]'
       and (${beforeId}::uuid is null or c.id < ${beforeId}::uuid)
     order by c.id desc
     limit ${limit}::int`,
);

export type EventChange = Row<(typeof eventChanges)["columns"]>;
