/** Lists of members: for one another, and for organisers. Whoever is hidden while their account is suspended is in none; counts keep them. */
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { photoFor } from "../people/photo.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { MembersAsked } from "./member-filter.ts";
import type { UnitKind } from "./unit.ts";

const sticker = {
  personId: col.uuid,
  name: col.text,
  lang: col.text.orNull,
  handle: col.text.orNull,
  line: { ...col.int, type: undefined as unknown as Line },
};

/** Somebody with an account who belongs to the unit now. */
export const claimedMember = query(
  { is: col.bool },
  (unitId: string, personId: string) => sql`
    select exists (select from membership m
                     join person p on p.id = m.person_id and p.claimed_at is not null
                    where m.unit_id = ${unitId} and m.person_id = ${personId} and m.ends_on is null) as "is"`,
);

/** Somebody on the list of a unit, with or without an account. */
export const memberNamed = query(
  { personId: col.uuid, name: col.text },
  (unitId: string, personId: string) => sql`
    select p.id as "personId", p.name
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${unitId} and m.person_id = ${personId} and m.ends_on is null`,
);

/**
 * Members as this member sees them: only those with an account who are not hidden from them, by words that must all occur in the name or handle. In the
 * order of their names, from `after` on (the name and id of the last one shown).
 */
export const membersOf = query(
  sticker,
  (unitId: string, viewerId: string | null, patterns: string[], afterName: string, afterId: string, limit: number) => sql`
    select p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${unitId}
       and m.ends_on is null
       and p.claimed_at is not null
       and p.hidden_at is null
       and ${notHiddenFrom(viewerId, sql`p.id`)}
       and (cardinality(${patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[]))
       and (p.name collate "unicode", p.id) > (${afterName}::text collate "unicode", ${afterId}::uuid)
     order by p.name collate "unicode", p.id
     limit ${limit}::int`,
);

/** Open units beneath one, by which its members can be told apart. */
export const unitsBeneath = query(
  { id: col.uuid, slug: col.text, name: col.text, kind: col.word<UnitKind>() },
  (unitId: string) => sql`
    select id, slug, name, kind
      from unit
     where ${unitId} = any(path) and id <> ${unitId} and closed_at is null
     order by array_position(array['branch', 'group', 'committee'], kind), name collate "unicode", id
     limit 500`,
);

const thoseAsked = (unitId: string, a: MembersAsked) => sql`
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${unitId}
       and m.ends_on is null
       and p.hidden_at is null
       and (cardinality(${a.patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${a.patterns}::text[]))
       and (${a.since}::date is null or m.starts_on >= ${a.since}::date)
       and (${a.state}::text = '' or ${a.state}::text = case when p.claimed_at is not null then 'account' when p.invited_at is not null then 'invited' else 'imported' end)
       and (${a.inUnit}::uuid is null or exists (select from membership b where b.person_id = p.id and b.unit_id = ${a.inUnit}::uuid and b.ends_on is null))
       and (not ${a.isInNoBranch}::boolean or not exists (
             select from membership b join unit u on u.id = b.unit_id and u.kind = 'branch' and ${unitId} = any(u.path) where b.person_id = p.id and b.ends_on is null))
       and (${a.role}::text <> 'organiser' or exists (
             select from organiser r join unit u on u.id = r.unit_id and ${unitId} = any(u.path) where r.person_id = p.id and r.ends_at is null))
       and (${a.role}::text <> 'committee' or exists (
             select from membership b join unit u on u.id = b.unit_id and u.kind = 'committee' and ${unitId} = any(u.path) where b.person_id = p.id and b.ends_on is null))`;

/** Members as organisers see them, with how far each has come: imported, invited, or with an account. Each of the patterns must occur in the name or handle. */
export const membersForOrganisers = query(
  {
    ...sticker,
    photo: col.text.orNull,
    since: col.date,
    source: col.text,
    claimedAt: col.instant.orNull,
    invitedAt: col.instant.orNull,
    address: col.text.orNull,
  },
  (unitId: string, viewerId: string, asked: MembersAsked, afterName: string, afterId: string, limit: number) => sql`
    select p.id as "personId",
           p.name,
           p.name_lang as "lang",
           p.known_by as "handle",
           p.line,
${photoFor(viewerId)} as "photo",
           m.starts_on as "since",
           m.source,
           p.claimed_at as "claimedAt",
           p.invited_at as "invitedAt",
           -- Somebody with an account shows their address to nobody; an imported one came with it from this list
           case when p.claimed_at is null then (select e.address from email_address e where e.person_id = p.id order by e.created_at, e.id limit 1) end as "address"
${thoseAsked(unitId, asked)}
       and (p.name collate "unicode", p.id) > (${afterName}::text collate "unicode", ${afterId}::uuid)
     order by p.name collate "unicode", p.id
     limit ${limit}::int`,
);

export const countMembersAsked = query({ count: col.big }, (unitId: string, asked: MembersAsked) => sql`select count(*)${thoseAsked(unitId, asked)}`);

/** For choosing an organiser or a committee member: members of the organisation with an account, by part of a name. */
export const membersByName = query(
  sticker,
  (organisationId: string, patterns: string[]) => sql`
    select p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${organisationId}
       and m.ends_on is null
       and p.claimed_at is not null
       and p.hidden_at is null
       and unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[])
     order by p.name collate "unicode", p.id
     limit 21`,
);
