/** Events by words of their title, sentence, hosts and place: what is to come first, and there one's own networks and one's own town; then the past. */
import { askerOf, mayFind } from "../organisations/event-audience.sql.ts";
import type { Asker } from "../organisations/event-audience.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import type { Coded } from "../ui/code.ts";
import { otherCodes } from "../organisations/hosting.sql.ts";
import type { Line } from "../ui/view.ts";
import { lexemesFor, pageOfParts, patternsFor } from "./search.ts";
import type { Page, Place, Words } from "./search.ts";

type Search = { lexemes: string; patterns: string[]; who: Asker };

/** 0 hosted by a unit of mine, 1 in the town where I am at home, 2 elsewhere. */
const nearness = (who: Asker) => sql`
           case when f.unit_ids && ${who.memberOf}::uuid[] then 0
                when f.area <> '' and f.area = (select folded(mine.home_area) from person mine where mine.id = ${who.personId}::uuid) then 1
                else 2 end`;

/** Text of fixed width, so that the order of the text is the order of time. */
const moment = sql`to_char(f.starts_at at time zone 'UTC', 'YYYYMMDDHH24MISS')`;

const holdsWords = (s: Search) => sql`f.lexemes @@ ${s.lexemes}::tsquery and f.words like all(${s.patterns}::text[])`;

/** `offset 0` has it asked row by row, in the order of the list, until the page is full; PostgreSQL might else ask it of all events at once. */
const isFindable = (s: Search, eventId: Sql) => sql`
       exists (select from event e join unit u on u.id = e.unit_id where e.id = ${eventId} and e.published_at is not null and ${mayFind(s.who)} offset 0)`;

const coming = query(
  { by: col.text, id: col.uuid },
  (s: Search, now: Temporal.Instant, after: { by: string; id: string }, limit: number) => sql`
    select coming.by, coming.id
      from (select ((${nearness(s.who)})::text || ${moment}) collate "C" as by, f.event_id as id
              from event_found_by f
             where f.ends_at > ${now}
               and ${holdsWords(s)}
             order by 1, 2
            offset 0) coming
     where (coming.by, coming.id) > (${after.by}::text collate "C", ${after.id}::uuid)
       and ${isFindable(s, sql`coming.id`)}
     order by coming.by, coming.id
     limit ${limit}::int`,
);

/** The latest first, down the index of starts. */
const past = query(
  { by: col.text, id: col.uuid },
  (s: Search, now: Temporal.Instant, before: Temporal.Instant, beforeId: string, limit: number) => sql`
    select (extract(epoch from f.starts_at) * 1000)::bigint::text as "by", f.event_id as "id"
      from event_found_by f
     where f.ends_at <= ${now}
       and (f.starts_at, f.event_id) < (${before}, ${beforeId}::uuid)
       and ${holdsWords(s)}
       and ${isFindable(s, sql`f.event_id`)}
     order by f.starts_at desc, f.event_id desc
     limit ${limit}::int`,
);

export async function findEvents(db: Db, viewer: Viewer | null, words: Words, now: Temporal.Instant, after: Place | null, size: number): Promise<Page<{ id: string; by: string }>> {
  const s: Search = { lexemes: lexemesFor(words), patterns: patternsFor(words), who: askerOf(viewer) };
  return pageOfParts(
    [
      (from, limit) => coming.many(db, s, now, from, limit),
      (from, limit) => {
        const isFirst = !/^-?\d{1,15}$/.test(from.by);
        return past.many(db, s, now, isFirst ? now.add({ hours: 24 }) : Temporal.Instant.fromEpochMilliseconds(Number(from.by)), isFirst ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : from.id, limit);
      },
    ],
    after,
    size,
  );
}

export const eventsShown = query(
  {
    id: col.uuid,
    title: col.text,
    summary: col.text,
    zone: col.text,
    startsAt: col.instant,
    endsAt: col.instant,
    cancelledAt: col.instant.orNull,
    isPostponed: col.bool,
    unitName: col.text,
    unitKind: col.word<"organisation" | "branch" | "group" | "committee">(),
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
    otherCodes: col.json<Coded[]>(),
    venueArea: col.text.orNull,
    inARoom: col.bool,
    online: col.bool,
  },
  (ids: string[]) => sql`
    select e.id, e.title, e.summary, e.zone, e.starts_at as "startsAt", e.ends_at as "endsAt", e.cancelled_at as "cancelledAt", e.is_postponed as "isPostponed",
           u.name as "unitName", u.kind as "unitKind", o.code, o.line, ${otherCodes} as "otherCodes", v.area as "venueArea",
           e.venue_id is not null as "inARoom", e.online_url is not null as "online"
      from unnest(${ids}::uuid[]) with ordinality asked (id, position)
      join event e on e.id = asked.id
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      left join venue v on v.id = e.venue_id
     order by asked.position`,
);
