import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

const line = { ...col.int, type: undefined as unknown as Line };

/** In order of their names, after one of them; the pattern is looked for in names and addresses. */
export const accountsFound = query(
  { id: col.uuid, name: col.text, line, address: col.text.orNull, isAdministrator: col.bool, createdAt: col.instant, lastSeenAt: col.instant.orNull },
  (pattern: string, afterId: string | null, count: number) => sql`
    select p.id, p.name, p.line,
           (select min(e.address::text) from email_address e where e.person_id = p.id and e.verified_at is not null) as address,
           a.administrator_since is not null as "isAdministrator",
           a.created_at as "createdAt",
           (select max(s.last_seen_at) from session s where s.person_id = p.id) as "lastSeenAt"
      from account a
      join person p on p.id = a.person_id
      left join person after on after.id = ${afterId}::uuid
     where (p.name ilike ${pattern} or p.latin_name ilike ${pattern}
            or exists (select from email_address e where e.person_id = p.id and e.address::text ilike ${pattern}))
       and (after.id is null or (p.name collate "unicode", p.id) > (after.name collate "unicode", after.id))
     order by p.name collate "unicode", p.id
     limit ${count}::int`,
);

export const accountInFull = query(
  { id: col.uuid, name: col.text, line, createdAt: col.instant, administratorSince: col.instant.orNull, suspendedAt: col.instant.orNull, limitedAt: col.instant.orNull, addresses: col.texts, passkeys: col.big, hasPhoto: col.bool },
  (personId: string) => sql`
    select p.id, p.name, p.line, a.created_at as "createdAt", a.administrator_since as "administratorSince",
           a.suspended_at as "suspendedAt", a.limited_at as "limitedAt",
           array(select e.address::text from email_address e where e.person_id = p.id and e.verified_at is not null order by e.created_at, e.id) as addresses,
           (select count(*) from passkey k where k.person_id = p.id) as passkeys,
           p.photo_key is not null as "hasPhoto"
      from account a
      join person p on p.id = a.person_id
     where a.person_id = ${personId}`,
);

/** Which networks they are in today, and what they organise. */
export const unitsOfAccount = query(
  { id: col.uuid, name: col.text, slug: col.text, kind: col.text, organisationSlug: col.text, code: col.text, line, isMember: col.bool, organises: col.bool },
  (personId: string) => sql`
    with mine as (
      select unit_id, true as member, false as organises from membership where person_id = ${personId} and ends_on is null
      union all
      select unit_id, false, true from organiser where person_id = ${personId} and ends_at is null
    )
    select u.id, u.name, u.slug, u.kind, root.slug as "organisationSlug", o.code, o.line, bool_or(mine.member) as "isMember", bool_or(mine.organises) as "organises"
      from mine
      join unit u on u.id = mine.unit_id
      join unit root on root.id = u.organisation_id
      join organisation o on o.id = u.organisation_id
     group by u.id, root.slug, root.name, o.code, o.line
     order by root.name collate "unicode", array_length(u.path, 1), u.name collate "unicode"`,
);

/** Each signed-in browser, without saying when to the hour. */
export const devicesOf = query(
  { device: col.text, lastSeenAt: col.instant },
  (personId: string, now: Temporal.Instant) => sql`
    select device, last_seen_at as "lastSeenAt"
      from session
     where person_id = ${personId} and expires_at > ${now}
     order by last_seen_at desc, id`,
);

export type AccountRow = Awaited<ReturnType<typeof accountsFound.many>>[number];
export type AccountInFull = NonNullable<Awaited<ReturnType<typeof accountInFull.maybe>>>;
export type AccountUnit = Awaited<ReturnType<typeof unitsOfAccount.many>>[number];
