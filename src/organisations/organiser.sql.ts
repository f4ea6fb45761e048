/** Who may organise for a unit, and so for everything beneath it. */
import { letterAddress } from "../people/address.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { photoFor } from "../people/photo.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

/** An office is no secret, so that nobody is left out; whoever is hidden from the viewer is named without a way to their page. */
export const organisersOf = query(
  {
    id: col.uuid,
    personId: col.uuid,
    name: col.text,
    lang: col.text.orNull,
    handle: col.text.orNull,
    line: { ...col.int, type: undefined as unknown as Line },
    photo: col.text.orNull,
    startsAt: col.instant,
    isHidden: col.bool,
  },
  (unitId: string, viewerId: string | null) => sql`
    select r.id,
           r.person_id as "personId",
           p.name,
           p.name_lang as "lang",
           p.known_by as "handle",
           p.line,
${photoFor(viewerId)} as "photo",
           r.starts_at as "startsAt",
           not (${notHiddenFrom(viewerId, sql`p.id`)}) as "isHidden"
      from organiser r
      join person p on p.id = r.person_id
     where r.unit_id = ${unitId} and r.ends_at is null
     order by r.starts_at, r.id`,
);

export const insertOrganiser = command(
  (personId: string, unitId: string, at: Temporal.Instant, by: string | null) => sql`
    insert into organiser (person_id, unit_id, starts_at, appointed_by)
    values (${personId}, ${unitId}, ${at}, ${by})
    on conflict (person_id, unit_id) where ends_at is null do nothing`,
);

export const endOrganiser = command(
  (personId: string, unitId: string, at: Temporal.Instant) => sql`
    update organiser set ends_at = ${at} where person_id = ${personId} and unit_id = ${unitId} and ends_at is null`,
);

export const endOrganisersBeneath = query(
  { unitId: col.uuid },
  (personId: string, unitId: string, at: Temporal.Instant) => sql`
    update organiser r
       set ends_at = ${at}
      from unit u
     where r.person_id = ${personId}
       and r.ends_at is null
       and u.id = r.unit_id
       and u.path @> array[${unitId}::uuid]
    returning r.unit_id as "unitId"`,
);

export const organisesNow = query(
  { organises: col.bool },
  (unitId: string, personId: string) => sql`
    select exists (select from organiser where unit_id = ${unitId} and person_id = ${personId} and ends_at is null) as "organises"`,
);

/** Whether somebody else organises this unit: an organisation is never left without anyone. */
export const othersOrganise = query(
  { others: col.bool },
  (unitId: string, personId: string) => sql`
    select exists (select from organiser where unit_id = ${unitId} and person_id <> ${personId} and ends_at is null) as "others"`,
);

/** Organisers of the unit itself, or where it has none, of the nearest above it that has some. Only those who can be written to. */
export const organisersToTell = query(
  { personId: col.uuid, address: col.text },
  (unitId: string) => sql`
    with above as (
      select step.unit_id, step.n
        from unit u, unnest(u.path) with ordinality as step (unit_id, n)
       where u.id = ${unitId}),
    nearest as (
      select a.unit_id
        from above a
       where exists (select from organiser r where r.unit_id = a.unit_id and r.ends_at is null)
       order by a.n desc
       limit 1)
    select distinct on (r.person_id) r.person_id as "personId", mail.address
      from nearest
      join organiser r on r.unit_id = nearest.unit_id and r.ends_at is null
      join person p on p.id = r.person_id and p.claimed_at is not null
      join lateral ${letterAddress(sql`p.id`)} mail on true
     order by r.person_id`,
);
