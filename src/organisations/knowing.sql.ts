/**
 * Whom a person knows: those they are connected with by mutual consent, and those who serve on the same committee now. Organisations and units in
 * common are context ("also in the Circle"), never knowing. Whoever is hidden from them is not among these.
 */
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";

/** A query to weave into another: `person_id`, `is_connected`, and `committees` by name, one row for each person that this one knows. */
export function knownTo(personId: string | null): Sql {
  return sql`
    select known.person_id, bool_or(known.committee is null) as is_connected, array_agg(known.committee) filter (where known.committee is not null) as committees
      from (
        select case when c.asker_id = ${personId} then c.asked_id else c.asker_id end as person_id, null as committee
          from connection c
         where (c.asker_id = ${personId} or c.asked_id = ${personId})
           and c.accepted_at is not null
           and c.ended_at is null
        union all
        select other.person_id, u.name
          from membership mine
          join unit u on u.id = mine.unit_id and u.kind = 'committee' and u.closed_at is null
          join membership other on other.unit_id = u.id and other.ends_on is null and other.person_id <> mine.person_id
         where mine.person_id = ${personId}
           and mine.ends_on is null
      ) known
     where ${notHiddenFrom(personId, sql`known.person_id`)}
     group by known.person_id`;
}

/** Of these people (a query of `person_id`), those who know at least one other of them. */
export function knownAmong(people: Sql): Sql {
  return sql`
    select both_ways.person_id
      from connection c
      cross join lateral (values (c.asker_id), (c.asked_id)) both_ways (person_id)
     where c.accepted_at is not null
       and c.ended_at is null
       and c.asker_id in (${people})
       and c.asked_id in (${people})
    union
    select serving.person_id
      from (select mine.person_id, count(*) over (partition by mine.unit_id) as together -- membership_once: nobody is counted twice
              from membership mine
              join unit u on u.id = mine.unit_id and u.kind = 'committee' and u.closed_at is null
             where mine.ends_on is null
               and mine.person_id in (${people})) serving
     where serving.together > 1`;
}
