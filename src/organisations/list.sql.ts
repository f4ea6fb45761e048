/** People on an organisation's list who have not come yet. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { ListState } from "./list.ts";

/** Of a unit: those imported to it. Of an organisation: of all its units. */
const onList = (unitId: string) => sql`
    select m.person_id
      from membership m
      join person p on p.id = m.person_id and p.claimed_at is null and p.merged_into_id is null
     where m.unit_id = ${unitId} and m.ends_on is null`;

export const listed = query(
  {
    personId: col.uuid,
    name: col.text,
    latinName: col.text.orNull,
    area: col.text.orNull,
    employer: col.text.orNull,
    address: col.text.orNull,
    memberNo: col.text.orNull,
    status: col.text.orNull,
    since: col.date,
    invitedAt: col.instant.orNull,
    state: col.word<ListState>(),
  },
  (unitId: string, asked: { patterns: string[]; state: string }, afterName: string, afterId: string, limit: number) => sql`
    select p.id as "personId", p.name, p.latin_name as "latinName", p.home_area as "area", p.employer, e.address, l."memberNo", l.status,
           m.starts_on as "since", p.invited_at as "invitedAt", l.state
      from (${onList(unitId)}) t
      join person p on p.id = t.person_id
      join membership m on m.person_id = p.id and m.unit_id = ${unitId} and m.ends_on is null
      left join lateral (select address from email_address where person_id = p.id order by created_at, id limit 1) e on true
     cross join lateral (select max(member_no) as "memberNo",
                                max(status) as status,
                                case when max(not_me_at) is not null then 'not-me'
                                     when p.invited_at is not null then 'invited'
                                     when e.address is null then 'no-address'
                                     when bool_or(silent) then 'silent'
                                     else 'listed' end as state
                           from listing where person_id = p.id) l
     where (cardinality(${asked.patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, e.address)) ilike all(${asked.patterns}::text[]))
       and (${asked.state}::text = '' or l.state = ${asked.state}::text)
       and (p.name collate "unicode", p.id) > (${afterName}::text collate "unicode", ${afterId}::uuid)
     order by p.name collate "unicode", p.id
     limit ${limit}::int`,
);

export const countListed = query(
  { all: col.big, invitable: col.big, invited: col.big, erasing: col.big, erasesOn: col.date.orNull },
  (unitId: string) => sql`
    select count(*) as "all",
           count(*) filter (where p.invited_at is null and e.person_id is not null and not coalesce(l.silent, false)) as "invitable",
           count(*) filter (where p.invited_at is not null) as "invited",
           count(*) filter (where p.erases_on is not null) as "erasing",
           min(p.erases_on) as "erasesOn"
      from (${onList(unitId)}) t
      join person p on p.id = t.person_id
      left join (select distinct person_id from email_address) e on e.person_id = p.id
      left join (select person_id, bool_or(silent) as silent from listing group by person_id) l on l.person_id = p.id`,
);

/**
 * Letters asked for since then, for the organisation or by this person for any: whichever are more. From the log, since the rows of those invited
 * may have been erased, and their letters may not be written yet.
 */
export const countInvitedSince = query(
  { count: col.big },
  (organisationId: string, personId: string, since: Temporal.Instant) => sql`
    select greatest(coalesce(sum((c.about->>'count')::bigint) filter (where u.organisation_id = ${organisationId}), 0),
                    coalesce(sum((c.about->>'count')::bigint) filter (where c.by_person_id = ${personId}), 0))::bigint as "count"
      from change c
      join unit u on u.id = c.unit_id
     where c.kind = 'list.invited'
       and c.at > ${since}
       and (u.organisation_id = ${organisationId} or c.by_person_id = ${personId})`,
);

/** Those who may be written to: an address, no word that they want no letters, not invited before. `chosen` null is everybody. */
export const markInvited = query(
  { personId: col.uuid },
  (unitId: string, chosen: string[] | null, limit: number, at: Temporal.Instant) => sql`
    with these as (
      select p.id
        from (${onList(unitId)}) t
        join person p on p.id = t.person_id
       where p.invited_at is null
         and (${chosen}::uuid[] is null or p.id = any(${chosen}::uuid[]))
         and exists (select from email_address e where e.person_id = p.id)
         and not exists (select from listing l where l.person_id = p.id and l.silent)
       order by p.id
       limit ${limit}::int
         for update of p)
    update person p
       set invited_at = ${at}, updated_at = ${at}
      from these
     where p.id = these.id
    returning p.id as "personId"`,
);

/** Invited, but no letter written yet. */
export const lettersToWrite = query(
  { personId: col.uuid, name: col.text, address: col.text },
  (unitId: string, limit: number) => sql`
    select p.id as "personId", p.name, e.address
      from (${onList(unitId)}) t
      join person p on p.id = t.person_id and p.invited_at is not null
      join lateral (select address from email_address where person_id = p.id order by created_at, id limit 1) e on true
     where not exists (select from invitation i where i.person_id = p.id)
     order by p.id
     limit ${limit}::int
       for update of p skip locked`,
);

export const insertListInvitation = command(
  (unitId: string, personId: string, address: string, tokenHash: Buffer, by: string | null, at: Temporal.Instant) => sql`
    insert into invitation (unit_id, address, person_id, token_hash, invited_by, invited_at)
    values (${unitId}, ${address}, ${personId}, ${tokenHash}, ${by}, ${at})`,
);

/** An organiser takes people off a unit's list; off the organisation's list means erased. */
export const takeOffUnit = command(
  (unitId: string, personIds: string[]) => sql`
    with these as (select p.id from person p where p.id = any(${personIds}::uuid[]) and p.claimed_at is null and p.merged_into_id is null),
    unlisted as (delete from listing l using these where l.person_id = these.id and l.unit_id = ${unitId})
    delete from membership m using these where m.person_id = these.id and m.unit_id = ${unitId} and m.source = 'imported'`,
);

export const eraseFromList = command(
  (organisationId: string, personIds: string[]) => sql`
    delete from person p
     using unit u
     where p.id = any(${personIds}::uuid[])
       and u.id = p.imported_by_unit
       and u.organisation_id = ${organisationId}
       and p.claimed_at is null
       and p.merged_into_id is null`,
);

export const nameOf = query({ name: col.text }, (personId: string) => sql`select name from person where id = ${personId}`);
