/** Who is told of a new event, and how each has chosen to be told. */
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { isSuspended } from "../people/sanction.sql.ts";
import { sql } from "../platform/db/sql.ts";
import type { AnnouncementChoice } from "./choice.ts";

/** The host's members who have an account and an address that is theirs. Nobody else is ever written to. */
const audience = (unitId: string) => sql`
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${unitId}
       and m.ends_on is null
       and p.claimed_at is not null
       and not ${isSuspended(sql`p.id`)}
       and exists (select from email_address a where a.person_id = p.id and a.verified_at is not null)`;

/** The nearest choice counts: for the unit, its organisation, everywhere; whoever never chose hears of each. */
const choiceFor = (unitId: string, organisationId: string) => sql`
           coalesce((select c.choice
                       from announcement_choice c
                      where c.person_id = p.id
                        and (c.unit_id in (${unitId}::uuid, ${organisationId}::uuid) or c.unit_id is null)
                      order by case c.unit_id when ${unitId}::uuid then 0 when ${organisationId}::uuid then 1 else 2 end
                      limit 1), 'each')`;

/** Ids after `after`, in their order, at most `limit`: an audience of any size is walked in batches. */
export const audienceBatch = query(
  { personId: col.uuid },
  (unitId: string, after: string, limit: number) => sql`
    select p.id as "personId"${audience(unitId)}
       and p.id > ${after}
     order by p.id
     limit ${limit}::int`,
);

export const audienceChoices = query(
  { choice: col.word<AnnouncementChoice>(), people: col.big },
  (unitId: string, organisationId: string) => sql`
    select choice, count(*) as people
      from (select ${choiceFor(unitId, organisationId)} as choice${audience(unitId)}) chosen
     group by choice`,
);

/** Those of a batch who are still in the audience, each with what a letter to them needs. */
export const audienceAmong = query(
  { personId: col.uuid, name: col.text, address: col.text, zone: col.text, locale: col.text, choice: col.word<AnnouncementChoice>() },
  (personIds: string[], unitId: string, organisationId: string) => sql`
    select p.id as "personId",
           p.name,
           (select a.address from email_address a where a.person_id = p.id and a.verified_at is not null order by a.verified_at, a.id limit 1) as address,
           p.zone,
           p.locale,
           ${choiceFor(unitId, organisationId)} as choice${audience(unitId)}
       and p.id = any(${personIds}::uuid[])
     order by p.id`,
);
