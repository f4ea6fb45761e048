/** Somebody with a verified address meets the lists on which an organisation has that address. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

const entryColumns = {
  /** The imported person */
  personId: col.uuid,
  name: col.text,
  latinName: col.text.orNull,
  pronouns: col.text.orNull,
  employer: col.text.orNull,
  area: col.text.orNull,
  address: col.text,
  /** Null where the list does not say */
  since: col.date.orNull,
  organisationId: col.uuid,
  organisation: col.text,
  organisationSlug: col.text,
  code: col.text,
  line: { ...col.int, type: undefined as unknown as Line },
  /** Names of its units that they would join too */
  units: col.texts,
};

const entry = sql`
    select p.id as "personId", p.name, p.latin_name as "latinName", p.pronouns, p.employer, p.home_area as "area", e.address,
           (select min(m.starts_on) from membership m where m.person_id = p.id and m.starts_on < p.imported_at::date) as "since",
           o.id as "organisationId", root.name as "organisation", root.slug as "organisationSlug", o.code, o.line,
           array(select u.name from membership m join unit u on u.id = m.unit_id and u.kind <> 'organisation'
                  where m.person_id = p.id and m.ends_on is null order by u.name collate "unicode") as "units"
      from person p
      join email_address e on e.person_id = p.id
      join unit here on here.id = p.imported_by_unit
      join organisation o on o.id = here.organisation_id
      join unit root on root.id = o.id`;

/** The lists that wait for an answer of this person: "Is it you?" */
export const listsWaiting = query(
  entryColumns,
  (personId: string) => sql`
    ${entry}
      join email_address mine on mine.address = e.address and mine.person_id = ${personId} and mine.verified_at is not null
     where p.claimed_at is null
       and p.merged_into_id is null
       and p.id <> ${personId}
     order by root.name collate "unicode", p.id`,
);

/** By the link of a letter: whoever holds it can read that address's letters. */
export const entryByToken = query(
  entryColumns,
  (tokenHash: Buffer) => sql`
    ${entry}
      join invitation i on i.person_id = p.id and i.address = e.address
     where i.token_hash = ${tokenHash}
       and p.claimed_at is null
       and p.merged_into_id is null`,
);

/** Locked, and still unclaimed. */
export const lockUnclaimed = query(
  { personId: col.uuid },
  (personId: string) => sql`
    select id as "personId" from person where id = ${personId} and claimed_at is null and merged_into_id is null for update`,
);

export const unitsOfEntry = query(
  { unitId: col.uuid, current: col.bool },
  (personId: string) => sql`
    select m.unit_id as "unitId", bool_or(m.ends_on is null) as "current"
      from membership m
      join unit u on u.id = m.unit_id and u.closed_at is null
     where m.person_id = ${personId}
     group by m.unit_id, u.path
     order by array_length(u.path, 1), m.unit_id`,
);

/** Periods move where the person has none in that unit at the time. */
export const moveMemberships = query(
  { unitId: col.uuid, endsOn: col.date.orNull },
  (from: string, to: string) => sql`
    update membership m
       set person_id = ${to}
     where m.person_id = ${from}
       and not exists (select from membership own where own.person_id = ${to} and own.unit_id = m.unit_id and own.period && m.period)
    returning m.unit_id as "unitId", m.ends_on as "endsOn"`,
);

/** Where they have one, it begins when the list says, unless an earlier period of theirs is in the way. */
export const lengthenMemberships = command(
  (from: string, to: string) => sql`
    update membership own
       set starts_on = m.starts_on
      from membership m
     where m.person_id = ${from}
       and own.person_id = ${to}
       and own.unit_id = m.unit_id
       and own.period && m.period
       and m.starts_on < own.starts_on
       and not exists (select from membership other
                        where other.person_id = ${to} and other.unit_id = own.unit_id and other.id <> own.id
                          and other.period && daterange(m.starts_on, own.starts_on))`,
);

/** Their own words win; the list only fills what they have left empty. */
export const fillBlanks = command(
  (from: string, to: string, at: Temporal.Instant) => sql`
    update person p
       set latin_name = coalesce(p.latin_name, case when listed.name = p.name then listed.latin_name end),
           pronouns = coalesce(p.pronouns, listed.pronouns),
           employer = coalesce(p.employer, listed.employer),
           home_area = coalesce(p.home_area, listed.home_area),
           updated_at = ${at}
      from person listed
     where p.id = ${to} and listed.id = ${from}`,
);

/** What is left of the imported row: where it went. */
export const emptyMerged = command(
  (from: string, to: string, at: Temporal.Instant) => sql`
    with memberships as (delete from membership where person_id = ${from}),
    addresses as (delete from email_address where person_id = ${from}),
    invitations as (update invitation set accepted_at = ${at}::timestamptz where person_id = ${from} and accepted_at is null)
    update person
       set merged_into_id = ${to}, name = '-', name_lang = null, latin_name = null, pronouns = null, employer = null, home_area = null, updated_at = ${at}
     where id = ${from}`,
);

/** The address belongs to somebody else: the list loses it, and keeps the rest. */
export const notThem = command(
  (personId: string, at: Temporal.Instant) => sql`
    with addresses as (delete from email_address where person_id = ${personId}),
    invitations as (update invitation set declined_at = ${at}::timestamptz where person_id = ${personId} and accepted_at is null and declined_at is null)
    update listing set not_me_at = ${at}, address = null where person_id = ${personId}`,
);

export const rememberTakenOff = command(
  (organisationId: string, address: string, at: Temporal.Instant) => sql`
    insert into taken_off (organisation_id, address_hash, at)
    values (${organisationId}, sha256(convert_to(lower(${address}::text), 'UTF8')), ${at})
    on conflict do nothing`,
);
