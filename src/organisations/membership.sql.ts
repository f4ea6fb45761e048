/** Belonging to a unit, from-until. Current is a row without an end. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export type Source = "founded" | "joined" | "accepted" | "invited" | "imported";

/** Back on the very day of leaving: the period that ends after today simply goes on, for a second one may not overlap it. */
export const resumeMembership = command(
  (personId: string, unitId: string, on: Temporal.PlainDate) => sql`
    update membership
       set ends_on = null
     where person_id = ${personId} and unit_id = ${unitId} and starts_on <= ${on} and ends_on > ${on}`,
);

/** Whoever is a member already stays one: nothing happens (the exclusion constraint membership_once). */
export const insertMembership = command(
  (personId: string, unitId: string, on: Temporal.PlainDate, source: Source, at: Temporal.Instant) => sql`
    insert into membership (person_id, unit_id, starts_on, source, created_at)
    values (${personId}, ${unitId}, ${on}, ${source}, ${at})
    on conflict do nothing`,
);

/** Ends what is current in the unit and, with `beneath`, in everything under it. Whoever joined today was there today. */
export const endMemberships = query(
  { unitId: col.uuid },
  (personId: string, unitId: string, on: Temporal.PlainDate, beneath: boolean) => sql`
    update membership m
       set ends_on = greatest(${on}::date, m.starts_on + 1)
      from unit u
     where m.person_id = ${personId}
       and m.ends_on is null
       and u.id = m.unit_id
       and (u.id = ${unitId} or (${beneath}::boolean and u.path @> array[${unitId}::uuid]))
    returning m.unit_id as "unitId"`,
);

/** Under the unit's lock. */
export const countMembers = command(
  (unitIds: string[], by: number) => sql`update unit set member_count = member_count + ${by}::int where id = any(${unitIds}::uuid[])`,
);

/** A person's line is that of the organisation which they joined first among those they belong to. */
export const setLine = command(
  (personId: string) => sql`
    update person p
       set line = coalesce(
             (select o.line
                from membership m
                join organisation o on o.id = m.unit_id
               where m.person_id = p.id and m.ends_on is null
               order by m.starts_on, m.created_at, m.id
               limit 1), 5)
     where p.id = ${personId}`,
);

/** Another livery of an organisation reaches its members' stickers. */
export const setLinesOf = command(
  (organisationId: string) => sql`
    update person p
       set line = first.line
      from (select distinct on (m.person_id) m.person_id, o.line
              from membership m
              join organisation o on o.id = m.unit_id
             where m.ends_on is null
               and m.person_id in (select person_id from membership where unit_id = ${organisationId} and ends_on is null)
             order by m.person_id, m.starts_on, m.created_at, m.id) first
     where p.id = first.person_id and p.line <> first.line`,
);

/** Which of these units someone belongs to now. */
export const membershipsIn = query(
  { unitId: col.uuid, startsOn: col.date },
  (personId: string, unitIds: string[]) => sql`
    select unit_id as "unitId", starts_on as "startsOn"
      from membership
     where person_id = ${personId} and unit_id = any(${unitIds}::uuid[]) and ends_on is null`,
);

/** What someone would leave with this unit, itself first. */
export const membershipsBeneath = query(
  { unitId: col.uuid, name: col.text, kind: col.text, startsOn: col.date },
  (personId: string, unitId: string) => sql`
    select m.unit_id as "unitId", u.name, u.kind, m.starts_on as "startsOn"
      from membership m
      join unit u on u.id = m.unit_id
     where m.person_id = ${personId}
       and m.ends_on is null
       and u.path @> array[${unitId}::uuid]
     order by array_length(u.path, 1), u.position`,
);

/** The branches of an organisation that someone belongs to now. */
export const currentBranches = query(
  { unitId: col.uuid },
  (personId: string, organisationId: string) => sql`
    select m.unit_id as "unitId"
      from membership m
      join unit u on u.id = m.unit_id
     where m.person_id = ${personId} and m.ends_on is null and u.organisation_id = ${organisationId} and u.kind = 'branch'`,
);
