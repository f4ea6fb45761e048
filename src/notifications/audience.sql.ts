/** Who is told of a new event, and how each has chosen to be told. */
import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { isSuspended } from "../people/sanction.sql.ts";
import { sql } from "../platform/db/sql.ts";
import type { AnnouncementChoice } from "./choice.ts";

/** Members have an account and an address that is theirs. Nobody else is ever written to. */
const mayBeTold = sql`p.claimed_at is not null
       and not ${isSuspended(sql`p.id`)}
       and exists (select from email_address a where a.person_id = p.id and a.verified_at is not null)`;

/**
 * What a person chose, and through which organisation, where several hosts share an event: for each host that they belong to the nearest choice
 * counts (for the unit, its organisation, everywhere; whoever never chose hears of each), and of those the one that tells most and soonest. Whoever
 * wants nothing of one host may still want to hear of the other's.
 */
export const choiceAmong = (unitIds: ReturnType<typeof sql>) => sql`lateral (
           select u.organisation_id, coalesce(nearest.choice, 'each') as choice
             from membership m
             join unit u on u.id = m.unit_id
             left join lateral (
                  select c.choice
                    from announcement_choice c
                   where c.person_id = p.id
                     and (c.unit_id in (u.id, u.organisation_id) or c.unit_id is null)
                   order by case c.unit_id when u.id then 0 when u.organisation_id then 1 else 2 end
                   limit 1) nearest on true
            where m.person_id = p.id
              and m.ends_on is null
              and m.unit_id = any(${unitIds})
            order by case coalesce(nearest.choice, 'each') when 'each' then 0 when 'weekly' then 1 else 2 end, array_position(${unitIds}, u.id)
            limit 1)`;

/**
 * Ids after `after`, in their order, at most `limit`: an audience of any size is walked in batches. The first so many of each unit hold the first so
 * many of all, and each unit's are read off membership_unit (unit_id, person_id) in order.
 */
export const audienceBatch = query(
  { personId: col.uuid },
  (unitIds: string[], after: string, limit: number) => sql`
    select distinct told.person_id as "personId"
      from unnest(${unitIds}::uuid[]) as host (unit_id)
     cross join lateral (
           select m.person_id
             from membership m
             join person p on p.id = m.person_id
            where m.unit_id = host.unit_id
              and m.ends_on is null
              and m.person_id > ${after}
              and ${mayBeTold}
            order by m.person_id
            limit ${limit}::int) told
     order by told.person_id
     limit ${limit}::int`,
);

export const audienceChoices = query(
  { choice: col.word<AnnouncementChoice>(), people: col.big },
  (unitIds: string[]) => sql`
    select chosen.choice, count(*) as people
      from (select distinct person_id from membership where unit_id = any(${unitIds}::uuid[]) and ends_on is null) member
      join person p on p.id = member.person_id
     cross join ${choiceAmong(sql`${unitIds}::uuid[]`)} chosen
     where ${mayBeTold}
     group by chosen.choice`,
);

/** Those of a batch who are still in the audience, each with what a letter to them needs. */
export const audienceAmong = query(
  { personId: col.uuid, name: col.text, address: col.text, zone: col.text, locale: col.text, choice: col.word<AnnouncementChoice>(), organisationId: col.uuid },
  (personIds: string[], unitIds: string[]) => sql`
    select p.id as "personId",
           p.name,
           (select mail.address from ${letterAddress(sql`p.id`)} mail) as address,
           p.zone,
           p.locale,
           chosen.choice,
           chosen.organisation_id as "organisationId"
      from person p
     cross join ${choiceAmong(sql`${unitIds}::uuid[]`)} chosen
     where p.id = any(${personIds}::uuid[])
       and ${mayBeTold}
     order by p.id`,
);
