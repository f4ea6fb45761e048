import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

const columns = {
  id: col.uuid,
  name: col.text,
  slug: col.text,
  code: col.text,
  line: { ...col.int, type: undefined as unknown as Line },
  members: col.int,
  createdAt: col.instant,
  organisers: col.json<{ id: string; name: string }[]>(),
  /** When one of its organisers was last here; null: none of them is signed in anywhere, or there is none. */
  organiserSeenAt: col.instant.orNull,
};

const selectOrganisation = sql`
    select u.id, u.name, u.slug, o.code, o.line, u.member_count as members, o.created_at as "createdAt",
           (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by r.starts_at, r.id), '[]')
              from organiser r
              join account a on a.person_id = r.person_id
              join person p on p.id = r.person_id
             where r.unit_id = u.id and r.ends_at is null) as organisers,
           (select max(s.last_seen_at)
              from organiser r
              join session s on s.person_id = r.person_id
             where r.unit_id = u.id and r.ends_at is null) as "organiserSeenAt"
      from organisation o
      join unit u on u.id = o.id`;

/** Those that nobody organises come first. */
export const organisationsInCare = query(
  columns,
  (count: number) => sql`
    ${selectOrganisation}
     where u.closed_at is null
     order by exists (select from organiser r join account a on a.person_id = r.person_id where r.unit_id = u.id and r.ends_at is null), u.name collate "unicode", u.id
     limit ${count}::int`,
);

export const organisationInCare = query(columns, (id: string) => sql`${selectOrganisation} where u.id = ${id} and u.closed_at is null`);

/** Members with an account whom the organisation could be handed to; those who organise a part of it first. */
export const possibleOrganisers = query(
  { id: col.uuid, name: col.text, organisesPart: col.bool },
  (organisationId: string, pattern: string, count: number) => sql`
    select p.id, p.name,
           exists (select from organiser r join unit u on u.id = r.unit_id where r.person_id = p.id and r.ends_at is null and u.organisation_id = ${organisationId}) as "organisesPart"
      from membership m
      join account a on a.person_id = m.person_id
      join person p on p.id = m.person_id
     where m.unit_id = ${organisationId} and m.ends_on is null
       and p.name ilike ${pattern}
       and not exists (select from organiser r where r.person_id = p.id and r.unit_id = ${organisationId} and r.ends_at is null)
     order by "organisesPart" desc, p.name collate "unicode", p.id
     limit ${count}::int`,
);

export type OrganisationInCare = Awaited<ReturnType<typeof organisationInCare.one>>;
