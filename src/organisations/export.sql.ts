import { shows } from "../people/audience.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/**
 * Members of a unit now, and those on its list, a thousand at a time. An address is there only where the organisation had it first, from its own
 * list: nobody's sign-in address is handed out.
 */
export const membersToExport = query(
  {
    personId: col.uuid,
    name: col.text,
    latinName: col.text.orNull,
    pronouns: col.text.orNull,
    handle: col.text.orNull,
    employer: col.text.orNull,
    area: col.text.orNull,
    address: col.text.orNull,
    memberNo: col.text.orNull,
    since: col.date,
    units: col.texts,
    state: col.word<"member" | "listed" | "invited">(),
  },
  (unitId: string, organisationId: string, after: string, limit: number) => sql`
    select p.id as "personId", p.name, p.latin_name as "latinName", case when ${shows("pronouns")} then p.pronouns end as "pronouns", p.known_by as "handle",
           case when ${shows("employer")} then p.employer end as "employer", case when ${shows("homeArea")} then p.home_area end as "area",
           l.address, l."memberNo", m.starts_on as "since",
           array(select u.name
                   from membership other
                   join unit u on u.id = other.unit_id and u.kind <> 'organisation'
                  where other.person_id = p.id and other.ends_on is null and u.organisation_id = ${organisationId}
                  order by u.name collate "unicode") as "units",
           case when p.claimed_at is not null then 'member' when p.invited_at is not null then 'invited' else 'listed' end as "state"
      from membership m
      join person p on p.id = m.person_id
     cross join (select 2 as ring) seen -- what members show to their networks
      left join lateral (select max(l.address::text) as address, max(l.member_no) as "memberNo"
                           from listing l
                          where l.organisation_id = ${organisationId}
                            and l.person_id = any(array(select p.id union all select was.id from person was where was.merged_into_id = p.id))) l on true
     where m.unit_id = ${unitId} and m.ends_on is null and p.hidden_at is null and m.person_id > ${after}
     order by m.person_id
     limit ${limit}::int`,
);
