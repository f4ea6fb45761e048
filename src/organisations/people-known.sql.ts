import { notHiddenFrom } from "../people/hiding.sql.ts";
import { photoFor } from "../people/photo.sql.ts";
import type { KnownPlace, Which } from "../people/people-known.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import { knownTo } from "./knowing.sql.ts";

/**
 * The people whom somebody knows, the closest first: connected, then on the same committee, then the rest; among those, who was at more of the same
 * meet-ups, who shares more organisations, and by name. A meet-up counts when it is over, both had said yes, neither came unnamed, and its names are
 * not for organisers alone: else the count would tell what the event's own page keeps.
 *
 * All that is known of a person comes as rows that are grouped once: joining these parts with each other, whose sizes no planner can guess, takes
 * the square of them.
 */
export const peopleKnown = query(
  {
    id: col.uuid,
    name: col.text,
    nameLang: col.text.orNull,
    knownBy: col.text.orNull,
    line: { ...col.int, type: undefined as unknown as Line },
    photo: col.text.orNull,
    tier: col.int,
    isConnected: col.bool,
    since: col.instant.orNull,
    committees: col.texts.orNull,
    together: col.int,
    shared: col.json<{ code: string; line: Line; name: string }[]>(),
    /** Of a question that is open: who asked, and when. */
    askedByMe: col.bool.orNull,
    askedAt: col.instant.orNull,
  },
  (me: string, which: Which, patterns: string[], now: Temporal.Instant, after: KnownPlace, limit: number) => sql`
    with around as (
      select person_id,
             coalesce(bool_or(is_connected), false) as is_connected,
             max(committees) as committees,
             max(since) as since,
             bool_or(asked_by_me) as asked_by_me,
             max(asked_at) as asked_at,
             sum(together)::int as together
        from (
          select person_id, is_connected, committees, null::timestamptz as since, null::boolean as asked_by_me, null::timestamptz as asked_at, 0 as together
            from (${knownTo(me)}) known
          union all
          select case when c.asker_id = ${me} then c.asked_id else c.asker_id end, null, null, c.accepted_at,
                 case when c.accepted_at is null then c.asker_id = ${me} end, case when c.accepted_at is null then c.asked_at end, 0
            from connection c
           where (c.asker_id = ${me} or c.asked_id = ${me})
             and c.ended_at is null
             and (c.accepted_at is not null or c.asker_id = ${me} or c.declined_at is null)
          union all
          select theirs.person_id, null, null, null, null, null, 1
            from rsvp mine
            join event e on e.id = mine.event_id
            join rsvp theirs on theirs.event_id = mine.event_id and theirs.answer = 'going' and not theirs.is_unlisted and theirs.person_id <> ${me}
           where mine.person_id = ${me}
             and mine.answer = 'going'
             and not mine.is_unlisted
             and e.published_at is not null
             and e.cancelled_at is null
             and e.ends_at < ${now}
             and e.names_for <> 'organisers'
        ) part
       group by person_id
      having case ${which}::text
               when 'connected' then bool_or(is_connected)
               when 'committee' then max(committees) is not null
               when 'waiting' then bool_or(asked_by_me) is not null
               when 'together' then sum(together) > 0
               else bool_or(is_connected) is not null
             end
    ),
    found as materialized (
      select p.id, p.name, p.name_lang, p.known_by, p.line, p.photo_key, p.audiences,
             case when around.is_connected then 1 when around.committees is not null then 2 else 3 end as tier,
             around.is_connected, around.committees, around.since, around.asked_by_me, around.asked_at, around.together,
             (select count(*)::int
                from membership theirs
               where theirs.person_id = p.id and theirs.ends_on is null
                 and theirs.unit_id = any(array(
                   select mine.unit_id
                     from membership mine
                     join unit root on root.id = mine.unit_id and root.kind = 'organisation' and root.closed_at is null
                    where mine.person_id = ${me} and mine.ends_on is null))) as shared
        from around
        join person p on p.id = around.person_id and p.claimed_at is not null and p.hidden_at is null and p.merged_into_id is null
       where ${notHiddenFrom(me, sql`p.id`)}
         and (cardinality(${patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[]))
    ),
    listed as (
      select *
        from found
       where (tier, -together, -shared, coalesce(name, '') collate "unicode", id)
           > (${after.tier}::int, -${after.together}::int, -${after.shared}::int, coalesce((select name from found where id = ${after.id}), '') collate "unicode", ${after.id}::uuid)
       order by tier, -together, -shared, coalesce(name, '') collate "unicode", id
       limit ${limit}
    )
    select id, name, name_lang as "nameLang", known_by as "knownBy", line, (select ${photoFor(me)} from (select listed.id, listed.photo_key, listed.audiences) p) as "photo", tier, is_connected as "isConnected", since, committees, together, asked_by_me as "askedByMe", asked_at as "askedAt",
           (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'line', o.line, 'name', u.name) order by u.name collate "unicode"), '[]')
              from membership mine
              join membership theirs on theirs.unit_id = mine.unit_id and theirs.person_id = listed.id and theirs.ends_on is null
              join organisation o on o.id = mine.unit_id
              join unit u on u.id = o.id and u.closed_at is null
             where mine.person_id = ${me} and mine.ends_on is null) as "shared"
      from listed
     order by tier, -together, -listed.shared, coalesce(name, '') collate "unicode", id`,
);

export type KnownPerson = Row<(typeof peopleKnown)["columns"]>;
