/** What the rows of an import would do, and doing it. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Fault } from "./import-rows.ts";
import type { Fate } from "./import.ts";

/** A batch of rows, column by column. */
export type Staged = {
  n: number[]; line: number[]; fate: string[]; name: string[]; latinName: (string | null)[]; pronouns: (string | null)[]; employer: (string | null)[]; area: (string | null)[];
  address: (string | null)[]; since: (Temporal.PlainDate | null)[]; memberNo: (string | null)[]; status: (string | null)[]; silent: boolean[]; fault: (string | null)[]; cell: (string | null)[];
};

export const stageRows = command(
  (importId: string, s: Staged) => sql`
    insert into import_row (import_id, n, line, fate, name, latin_name, pronouns, employer, area, address, since, member_no, status, silent, fault, cell)
    select ${importId}::uuid, *
      from unnest(${s.n}::int[], ${s.line}::int[], ${s.fate}::text[], ${s.name}::text[], ${s.latinName}::text[], ${s.pronouns}::text[], ${s.employer}::text[], ${s.area}::text[],
                  ${s.address}::citext[], ${s.since}::date[], ${s.memberNo}::text[], ${s.status}::text[], ${s.silent}::boolean[], ${s.fault}::text[], ${s.cell}::text[])`,
);

/**
 * Finds whom the rows already are. The address tells; without one the member number together with the name (numbers of two programs may be
 * alike); without either the name within the same list. Whether an address has an account elsewhere on this server is nobody's business:
 * such a row is new, and its owner will be asked. Only rows whose fate differs are touched, so that doing it twice, at the check and again
 * under the lock before writing, costs little.
 */
export const findFates = command(
  (importId: string, unitId: string, organisationId: string) => sql`
    with here as (
      select n, line, name, address, member_no, fate, person_id, twin_line,
             coalesce('a ' || address::text, 'n ' || member_no || ' ' || lower(name), 'w ' || lower(name)) as key
        from import_row
       where import_id = ${importId} and fate not in ('gone', 'fault')),
    firsts as (
      select here.*, first_value(line) over same as first_line, row_number() over same > 1 as again
        from here
      window same as (partition by key order by n)),
    known as (
      select l.address, l.member_no, lower(p.name) as name, l.person_id, bool_or(l.unit_id = ${unitId}) as here
        from listing l
        join person p on p.id = l.person_id and p.claimed_at is null and p.merged_into_id is null
       where l.organisation_id = ${organisationId}
       group by l.address, l.member_no, lower(p.name), l.person_id),
    by_address as (select distinct on (address) * from known where address is not null order by address, here desc, person_id),
    by_number as (select distinct on (member_no, name) * from known where member_no is not null order by member_no, name, here desc, person_id),
    by_name as (select distinct on (name) * from known where address is null and member_no is null and here order by name, person_id),
    members as (
      select e.address, min(e.person_id::text)::uuid as person_id
        from membership m
        join email_address e on e.person_id = m.person_id and e.verified_at is not null
       where m.unit_id = ${unitId} and m.ends_on is null
       group by e.address),
    found as (
      select f.n,
             case when f.again then 'twice'
                  when off.organisation_id is not null then 'taken-off'
                  when m.person_id is not null then 'member'
                  when coalesce(a.here, b.here, c.here) then 'listed'
                  when coalesce(a.person_id, b.person_id, c.person_id) is not null then 'added'
                  else 'new' end as fate,
             coalesce(m.person_id, a.person_id, b.person_id, c.person_id) as person_id,
             case when f.again then f.first_line end as twin_line
        from firsts f
        left join taken_off off on off.organisation_id = ${organisationId} and off.address_hash = sha256(convert_to(lower(f.address::text), 'UTF8'))
        left join members m on m.address = f.address
        left join by_address a on a.address = f.address
        left join by_number b on a.person_id is null and b.member_no = f.member_no and b.name = lower(f.name)
        left join by_name c on f.address is null and f.member_no is null and c.name = lower(f.name))
    update import_row r
       set fate = found.fate,
           twin_line = found.twin_line,
           person_id = case when found.fate = 'new' then uuidv7() else coalesce(found.person_id, r.person_id) end
      from found
     where r.import_id = ${importId}
       and r.n = found.n
       and (r.fate <> found.fate or r.twin_line is distinct from found.twin_line or (found.fate in ('added', 'listed', 'member') and r.person_id <> found.person_id))`,
);

export const countFates = query(
  { fate: col.word<Fate>(), count: col.big, silent: col.big },
  (importId: string) => sql`
    select fate, count(*) as "count", count(*) filter (where silent) as "silent" from import_row where import_id = ${importId} group by fate`,
);

export const rowColumns = {
  n: col.int,
  line: col.int,
  fate: col.word<Fate>(),
  name: col.text,
  address: col.text.orNull,
  memberNo: col.text.orNull,
  since: col.date.orNull,
  area: col.text.orNull,
  employer: col.text.orNull,
  status: col.text.orNull,
  silent: col.bool,
  twinLine: col.int.orNull,
  fault: { ...col.text.orNull, type: undefined as unknown as Fault | null },
  cell: col.text.orNull,
};

/** One page of the preview; a fate of '' is all of them. */
export const rowsOf = query(
  rowColumns,
  (importId: string, fate: string, limit: number, offset: number) => sql`
    select n, line, fate, name, address, member_no as "memberNo", since, area, employer, status, silent, twin_line as "twinLine", fault, cell
      from import_row
     where import_id = ${importId} and (${fate}::text = '' or fate = ${fate}::text)
     order by n
     limit ${limit}::int offset ${offset}::int`,
);

/** People of a batch that are new. Nobody but organisers sees them, and nobody writes to them. */
export const writePeople = command(
  (importId: string, from: number, until: number, unitId: string, line: number, zone: string, at: Temporal.Instant) => sql`
    insert into person (id, name, latin_name, pronouns, employer, home_area, line, zone, imported_at, imported_by_unit, created_at, updated_at)
    select person_id, name, latin_name, pronouns, employer, area, ${line}::smallint, ${zone}::text, ${at}::timestamptz, ${unitId}::uuid, ${at}::timestamptz, ${at}::timestamptz
      from import_row
     where import_id = ${importId} and n >= ${from} and n < ${until} and fate = 'new'`,
);

export const writeAddresses = command(
  (importId: string, from: number, until: number, at: Temporal.Instant) => sql`
    insert into email_address (person_id, address, created_at)
    select person_id, address, ${at}::timestamptz
      from import_row
     where import_id = ${importId} and n >= ${from} and n < ${until} and fate = 'new' and address is not null`,
);

/** In the unit and, for whoever is new, in its organisation. They are not counted as members before they come. */
export const writeMemberships = command(
  (importId: string, from: number, until: number, unitIds: string[], today: Temporal.PlainDate, at: Temporal.Instant) => sql`
    insert into membership (person_id, unit_id, starts_on, source, created_at)
    select r.person_id, u.id, coalesce(r.since, ${today}::date), 'imported', ${at}::timestamptz
      from import_row r
     cross join unnest(${unitIds}::uuid[]) as u (id)
     where r.import_id = ${importId} and r.n >= ${from} and r.n < ${until} and r.fate in ('new', 'added')
    on conflict do nothing`,
);

export const writeListings = command(
  (importId: string, from: number, until: number, unitId: string, organisationId: string, at: Temporal.Instant) => sql`
    insert into listing (organisation_id, unit_id, person_id, import_id, line, made_person, address, member_no, status, silent, listed_at)
    select ${organisationId}::uuid, ${unitId}::uuid, person_id, import_id, line, fate = 'new', address, member_no, status, silent, ${at}::timestamptz
      from import_row
     where import_id = ${importId} and n >= ${from} and n < ${until} and fate in ('new', 'added')
    on conflict (unit_id, person_id) do nothing`,
);

/** A list that names somebody again means them still: their year begins anew. */
export const renewListings = command(
  (importId: string, at: Temporal.Instant) => sql`
    with again as (select person_id from import_row where import_id = ${importId} and fate in ('listed', 'added')),
    stay as (update person p set erases_on = null from again where p.id = again.person_id and p.erases_on is not null)
    update listing l set listed_at = ${at} from again where l.person_id = again.person_id`,
);
