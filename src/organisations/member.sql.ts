/** Lists of members: for one another, and for organisers. Whoever is hidden while their account is suspended is in none; counts keep them. */
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

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

/** Members as this member sees them: only those with an account who are not hidden from them. In the order of their names, from `after` on (the name and id of the last one shown). */
export const membersOf = query(
  sticker,
  (unitId: string, viewerId: string | null, afterName: string, afterId: string, limit: number) => sql`
    select p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${unitId}
       and m.ends_on is null
       and p.claimed_at is not null
       and p.hidden_at is null
       and ${notHiddenFrom(viewerId, sql`p.id`)}
       and (p.name collate "unicode", p.id) > (${afterName}::text collate "unicode", ${afterId}::uuid)
     order by p.name collate "unicode", p.id
     limit ${limit}::int`,
);

/** Members as organisers see them, with how far each has come: imported, invited, or with an account. Each of `patterns` must occur in the name or handle. */
export const membersForOrganisers = query(
  {
    ...sticker,
    since: col.date,
    source: col.text,
    claimedAt: col.instant.orNull,
    invitedAt: col.instant.orNull,
    address: col.text.orNull,
  },
  (unitId: string, patterns: string[], afterName: string, afterId: string, limit: number) => sql`
    select p.id as "personId",
           p.name,
           p.name_lang as "lang",
           p.known_by as "handle",
           p.line,
           m.starts_on as "since",
           m.source,
           p.claimed_at as "claimedAt",
           p.invited_at as "invitedAt",
           -- Somebody with an account shows their address to nobody; an imported one came with it from this list
           case when p.claimed_at is null then (select e.address from email_address e where e.person_id = p.id order by e.created_at, e.id limit 1) end as "address"
      from membership m
      join person p on p.id = m.person_id
     where m.unit_id = ${unitId}
       and m.ends_on is null
       and p.hidden_at is null
       and (cardinality(${patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[]))
       and (p.name collate "unicode", p.id) > (${afterName}::text collate "unicode", ${afterId}::uuid)
     order by p.name collate "unicode", p.id
     limit ${limit}::int`,
);

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
