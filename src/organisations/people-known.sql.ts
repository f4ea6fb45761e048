import { notHiddenFrom } from "../people/hiding.sql.ts";
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
 */
export const peopleKnown = query(
  {
    id: col.uuid,
    name: col.text,
    nameLang: col.text.orNull,
    knownBy: col.text.orNull,
    line: { ...col.int, type: undefined as unknown as Line },
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
    with been as materialized (
      select e.id as event_id
        from rsvp r
        join event e on e.id = r.event_id
       where r.person_id = ${me}
         and r.answer = 'going'
         and not r.is_unlisted
         and e.published_at is not null
         and e.cancelled_at is null
         and e.ends_at < ${now}
         and e.names_for <> 'organisers'
    ),
    known as materialized (${knownTo(me)}),
    pair as materialized (
      select case when c.asker_id = ${me} then c.asked_id else c.asker_id end as person_id,
             c.asker_id = ${me} as asked_by_me,
             c.asked_at,
             c.accepted_at
        from connection c
       where (c.asker_id = ${me} or c.asked_id = ${me})
         and c.ended_at is null
         and (c.accepted_at is not null or c.asker_id = ${me} or c.declined_at is null)
    ),
    chosen as (
      select person_id
        from known
       where ${which}::text = 'known' or ${which}::text = 'connected' and is_connected or ${which}::text = 'committee' and committees is not null
       union
      select person_id from pair where ${which}::text = 'waiting' and accepted_at is null
       union
      select r.person_id
        from been
        join rsvp r on r.event_id = been.event_id and r.answer = 'going' and not r.is_unlisted and r.person_id <> ${me}
       where ${which}::text = 'together'
    ),
    found as materialized (
      select p.id, p.name, p.name_lang, p.known_by, p.line,
             case when known.is_connected then 1 when known.committees is not null then 2 else 3 end as tier,
             coalesce(known.is_connected, false) as is_connected,
             pair.accepted_at,
             known.committees,
             met.together,
             common.shared,
             common.count as shared_count,
             case when pair.accepted_at is null then pair.asked_by_me end as asked_by_me,
             case when pair.accepted_at is null then pair.asked_at end as asked_at
        from chosen
        join person p on p.id = chosen.person_id and p.claimed_at is not null and p.hidden_at is null and p.merged_into_id is null
        left join known on known.person_id = p.id
        left join pair on pair.person_id = p.id
       cross join lateral (
         select count(*)::int as together
           from rsvp r
           join been on been.event_id = r.event_id
          where r.person_id = p.id and r.answer = 'going' and not r.is_unlisted
       ) met
       cross join lateral (
         select count(*)::int as count,
                coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'line', o.line, 'name', u.name) order by u.name collate "unicode"), '[]') as shared
           from membership mine
           join membership theirs on theirs.unit_id = mine.unit_id and theirs.person_id = p.id and theirs.ends_on is null
           join organisation o on o.id = mine.unit_id
           join unit u on u.id = o.id and u.closed_at is null
          where mine.person_id = ${me} and mine.ends_on is null
       ) common
       where ${notHiddenFrom(me, sql`p.id`)}
         and (cardinality(${patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[]))
    )
    select id, name, name_lang as "nameLang", known_by as "knownBy", line, tier, is_connected as "isConnected", accepted_at as "since", committees,
           together, shared, asked_by_me as "askedByMe", asked_at as "askedAt"
      from found
     where (tier, -together, -shared_count, coalesce(name, '') collate "unicode", id)
         > (${after.tier}::int, -${after.together}::int, -${after.shared}::int, coalesce((select name from found where id = ${after.id}), '') collate "unicode", ${after.id}::uuid)
     order by tier, -together, -shared_count, coalesce(name, '') collate "unicode", id
     limit ${limit}`,
);

export type KnownPerson = Row<(typeof peopleKnown)["columns"]>;
