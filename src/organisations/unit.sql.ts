/** Organisations and their units. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { JoinPolicy, UnitKind } from "./unit.ts";

export const unitColumns = {
  id: col.uuid,
  organisationId: col.uuid,
  parentId: col.uuid.orNull,
  kind: col.word<UnitKind>(),
  slug: col.text,
  name: col.text,
  summary: col.text,
  about: col.text,
  area: col.text.orNull,
  joinPolicy: col.word<JoinPolicy>(),
  path: col.uuids,
  memberCount: col.int,
  closedAt: col.instant.orNull,
  organisationName: col.text,
  organisationSlug: col.text,
  organisationPolicy: col.word<JoinPolicy>(),
  code: col.text,
  line: { ...col.int, type: undefined as unknown as Line },
  zone: col.text,
  onlineOnly: col.bool,
  website: col.text.orNull,
  mailbox: col.text.orNull,
};

const selectUnit = sql`
    select u.id,
           u.organisation_id as "organisationId",
           u.parent_id as "parentId",
           u.kind,
           u.slug,
           u.name,
           u.summary,
           u.about,
           u.area,
           u.join_policy as "joinPolicy",
           u.path,
           u.member_count as "memberCount",
           u.closed_at as "closedAt",
           root.name as "organisationName",
           root.slug as "organisationSlug",
           root.join_policy as "organisationPolicy",
           o.code,
           o.line,
           o.zone,
           o.online_only as "onlineOnly",
           o.website,
           o.mailbox
      from unit u
      join organisation o on o.id = u.organisation_id
      join unit root on root.id = u.organisation_id`;

export const unitById = query(unitColumns, (unitId: string) => sql`${selectUnit} where u.id = ${unitId}`);

export const organisationBySlug = query(unitColumns, (slug: string) => sql`${selectUnit} where u.slug = ${slug} and u.kind = 'organisation'`);

export const unitBySlugs = query(
  unitColumns,
  (organisationSlug: string, slug: string) => sql`
    ${selectUnit}
     where root.slug = ${organisationSlug}
       and root.kind = 'organisation'
       and u.slug = ${slug}
       and u.kind <> 'organisation'`,
);

export const unitsOnPath = query(
  { id: col.uuid, kind: col.word<UnitKind>(), slug: col.text, name: col.text },
  (path: string[]) => sql`select id, kind, slug, name from unit where id = any(${path}::uuid[]) order by array_length(path, 1)`,
);

/** The units on the way down to this one, locked in that order: whoever changes members or organisers waits here for whoever does so now. */
export const lockUnits = query(
  { id: col.uuid, organisationId: col.uuid, closedAt: col.instant.orNull },
  (unitIds: string[]) => sql`
    select id, organisation_id as "organisationId", closed_at as "closedAt"
      from unit
     where id = any(${unitIds}::uuid[])
     order by array_length(path, 1), id
       for no key update`,
);

/** Units whose address begins alike: organisations, or one organisation's units. */
export const slugsTaken = query(
  { id: col.uuid, slug: col.text, name: col.text, kind: col.word<UnitKind>(), parentId: col.uuid.orNull, isOpen: col.bool },
  (organisationId: string | null, wanted: string) => sql`
    select id, slug, name, kind, parent_id as "parentId", closed_at is null as "isOpen"
      from unit
     where starts_with(slug, ${wanted})
       and case when ${organisationId}::uuid is null then kind = 'organisation' else organisation_id = ${organisationId}::uuid and kind <> 'organisation' end`,
);

export const codesTaken = query({ code: col.text }, () => sql`select code from organisation`);

/** Names in addresses are given one at a time. */
export const lockNames = command(() => sql`lock table organisation in share row exclusive mode`);

type NewOrganisation = { id: string; code: string; line: number; website: string | null; mailbox: string | null; zone: string; onlineOnly: boolean };

export const insertOrganisation = command(
  (o: NewOrganisation, at: Temporal.Instant) => sql`
    insert into organisation (id, code, line, website, mailbox, zone, online_only, created_at)
    values (${o.id}, ${o.code}, ${o.line}, ${o.website}, ${o.mailbox ?? null}, ${o.zone}, ${o.onlineOnly}, ${at})`,
);

type NewUnit = {
  id: string;
  organisationId: string;
  parentId: string | null;
  kind: UnitKind;
  slug: string;
  name: string;
  summary: string;
  about: string;
  area: string | null;
  joinPolicy: JoinPolicy;
};

/** Its path is its parent's and then itself; it stands after those that are there. */
export const insertUnit = command(
  (u: NewUnit, at: Temporal.Instant) => sql`
    insert into unit (id, organisation_id, parent_id, kind, slug, name, summary, about, area, join_policy, position, path, created_at)
    values (${u.id}, ${u.organisationId}, ${u.parentId}, ${u.kind}, ${u.slug}, ${u.name}, ${u.summary}, ${u.about}, ${u.area}, ${u.joinPolicy},
            (select count(*)::int from unit where organisation_id = ${u.organisationId}),
            coalesce((select path from unit where id = ${u.parentId}), '{}') || ${u.id}::uuid, ${at})`,
);

export const updateOrganisation = command(
  (id: string, o: Omit<NewOrganisation, "id">) => sql`
    update organisation
       set code = ${o.code}, line = ${o.line}, website = ${o.website}, mailbox = ${o.mailbox}, zone = ${o.zone}, online_only = ${o.onlineOnly}
     where id = ${id}`,
);

export const updateUnit = command(
  (id: string, u: Pick<NewUnit, "name" | "summary" | "about" | "area" | "joinPolicy">) => sql`
    update unit
       set name = ${u.name}, summary = ${u.summary}, about = ${u.about}, area = ${u.area}, join_policy = ${u.joinPolicy}
     where id = ${id}`,
);

/** A unit closes with everything beneath it. */
export const closeUnits = query(
  { id: col.uuid },
  (unitId: string, at: Temporal.Instant) => sql`
    update unit set closed_at = ${at}
     where path @> array[${unitId}::uuid] and closed_at is null and organisation_id = (select organisation_id from unit where id = ${unitId})
    returning id`,
);
