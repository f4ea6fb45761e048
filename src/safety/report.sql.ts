import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { About, Outcome, ReportKind } from "./report.ts";

export type NewReport = {
  id: string;
  about: About;
  messageId: string | null;
  eventId: string | null;
  personId: string | null;
  unitId: string | null;
  reporterId: string;
  kind: ReportKind;
  words: string;
};

export const insertReport = command(
  (r: NewReport, at: Temporal.Instant) => sql`
    insert into report (id, about, message_id, event_id, person_id, unit_id, reporter_id, kind, words, reported_at)
    values (${r.id}, ${r.about}, ${r.messageId}, ${r.eventId}, ${r.personId}, ${r.unitId}, ${r.reporterId}, ${r.kind}, ${r.words}, ${at})`,
);

/** The same person about the same thing, and nobody has decided yet. */
export const openReportBy = query(
  { id: col.uuid },
  (reporterId: string, about: About, messageId: string | null, personId: string | null, eventId: string | null) => sql`
    select id
      from report
     where reporter_id = ${reporterId}
       and settled_at is null
       and about = ${about}
       and message_id is not distinct from ${messageId}::uuid
       and person_id is not distinct from ${personId}::uuid
       and event_id is not distinct from ${eventId}::uuid`,
);

const reportColumns = {
  id: col.uuid,
  about: col.word<About>(),
  kind: col.word<ReportKind>(),
  words: col.text,
  reportedAt: col.instant,
  settledAt: col.instant.orNull,
  outcome: col.word<Outcome>().orNull,
  note: col.text,
  reporterId: col.uuid.orNull,
  personId: col.uuid.orNull,
  personName: col.text.orNull,
  messageId: col.uuid.orNull,
  eventId: col.uuid.orNull,
  eventTitle: col.text.orNull,
  unitId: col.uuid.orNull,
  unitPath: col.uuids.orNull,
  unitName: col.text.orNull,
  settledByName: col.text.orNull,
  settledBy: col.uuid.orNull,
};

const reports = sql`
    select r.id,
           r.about,
           r.kind,
           r.words,
           r.reported_at as "reportedAt",
           r.settled_at as "settledAt",
           r.outcome,
           r.note,
           r.reporter_id as "reporterId",
           r.person_id as "personId",
           p.name as "personName",
           r.message_id as "messageId",
           r.event_id as "eventId",
           e.title as "eventTitle",
           r.unit_id as "unitId",
           u.path as "unitPath",
           u.name as "unitName",
           r.settled_by as "settledBy",
           s.name as "settledByName"
      from report r
      left join person p on p.id = r.person_id
      left join event e on e.id = r.event_id
      left join unit u on u.id = r.unit_id
      left join person s on s.id = r.settled_by`;

/** What this viewer may look at: `mayLookAt` in report.ts, as SQL. */
const lookedAtBy = (personId: string, organises: string[], isAdministrator: boolean) => sql`
       r.person_id is distinct from ${personId}::uuid
       and (${isAdministrator}::boolean or u.path && ${organises}::uuid[])`;

export const reportById = query(reportColumns, (id: string) => sql`${reports}
     where r.id = ${id}`);

/** Two who decide at once take turns. */
export const lockReport = query({ id: col.uuid, settledAt: col.instant.orNull }, (id: string) => sql`select id, settled_at as "settledAt" from report where id = ${id} for update`);

/** Those that nobody has decided yet, the longest waiting first. */
export const openReports = query(
  reportColumns,
  (personId: string, organises: string[], isAdministrator: boolean, limit: number) => sql`${reports}
     where r.settled_at is null
       and ${lookedAtBy(personId, organises, isAdministrator)}
     order by r.reported_at, r.id
     limit ${limit}::int`,
);

export const settledReports = query(
  reportColumns,
  (personId: string, organises: string[], isAdministrator: boolean, limit: number) => sql`${reports}
     where r.settled_at is not null
       and ${lookedAtBy(personId, organises, isAdministrator)}
     order by r.settled_at desc, r.id
     limit ${limit}::int`,
);

/** Other reports about the same message, the same meet-up or the same person, as far as this viewer may look at them. */
export const otherReports = query(
  reportColumns,
  (id: string, viewerId: string, organises: string[], isAdministrator: boolean) => sql`${reports}
      join report this on this.id = ${id}
     where r.id <> this.id
       and (r.person_id = this.person_id or r.message_id = this.message_id or r.about = 'event' and this.about = 'event' and r.event_id = this.event_id)
       and ${lookedAtBy(viewerId, organises, isAdministrator)}
     order by r.reported_at desc, r.id
     limit 20`,
);

/** How many wait for this viewer: reports, and objections that are not to their own decision where somebody else could read those. */
export const reportsWaiting = query(
  { reports: col.big, appeals: col.big },
  (personId: string, organises: string[], isAdministrator: boolean) => sql`
    select (select count(*)
              from report r
              left join unit u on u.id = r.unit_id
             where r.settled_at is null
               and ${lookedAtBy(personId, organises, isAdministrator)}) as "reports",
           (select count(*)
              from sanction s
              left join event e on e.id = s.event_id
              left join unit u on u.id = coalesce(s.unit_id, e.unit_id)
             where s.appealed_at is not null
               and s.answered_at is null
               and s.person_id <> ${personId}
               and s.set_by is distinct from ${personId}::uuid
               and (${isAdministrator}::boolean or u.path && ${organises}::uuid[])) as "appeals"`,
);

export const settleReport = command(
  (id: string, outcome: Outcome, note: string, by: string, at: Temporal.Instant) => sql`
    update report set settled_at = ${at}, settled_by = ${by}, outcome = ${outcome}, note = ${note} where id = ${id} and settled_at is null`,
);

/** The units that two people share, and the organisers' names for a form: an organisation first, then what is in it. */
export const unitsBothIn = query(
  { id: col.uuid, name: col.text },
  (one: string, other: string) => sql`
    select u.id, u.name
      from membership mine
      join membership theirs on theirs.unit_id = mine.unit_id and theirs.person_id = ${other} and theirs.ends_on is null
      join unit u on u.id = mine.unit_id
     where mine.person_id = ${one}
       and mine.ends_on is null
       and u.closed_at is null
       and u.kind in ('organisation', 'branch')
     order by u.organisation_id, cardinality(u.path), u.position, u.id
     limit 12`,
);

/** Some messages before and after one, so that it can be understood. */
export const messagesAround = query(
  { id: col.uuid, number: col.int, authorId: col.uuid.orNull, authorName: col.text.orNull, body: col.text, sentAt: col.instant, deletedAt: col.instant.orNull, deletedBy: col.uuid.orNull },
  (messageId: string, reach: number) => sql`
    select m.id, m.number, m.author_id as "authorId", p.name as "authorName", m.body, m.sent_at as "sentAt", m.deleted_at as "deletedAt", m.deleted_by as "deletedBy"
      from message this
      join message m on m.conversation_id = this.conversation_id and m.number between this.number - ${reach}::int and this.number + ${reach}::int
      left join person p on p.id = m.author_id
     where this.id = ${messageId}
     order by m.number`,
);

const writable = sql`
      join person p on p.id = who.person_id and p.claimed_at is not null
      join lateral ${letterAddress(sql`p.id`)} mail on true`;

const toWrite = { personId: col.uuid, name: col.text, address: col.text, locale: col.text, zone: col.text };

/** Organisers of a unit and of those above it, without those whom it concerns. */
export const organisersToAsk = query(
  toWrite,
  (unitId: string, without: string[]) => sql`
    select distinct p.id as "personId", p.name, mail.address, p.locale, p.zone
      from unit u
      join organiser who on who.unit_id = any(u.path) and who.ends_at is null${writable}
     where u.id = ${unitId}
       and not p.id = any(${without}::uuid[])`,
);

export const administratorsToAsk = query(
  toWrite,
  (without: string[]) => sql`
    select p.id as "personId", p.name, mail.address, p.locale, p.zone
      from account who${writable}
     where who.administrator_since is not null
       and not p.id = any(${without}::uuid[])`,
);

/** Anybody who can be written to. */
export const personToTell = query(
  toWrite,
  (personId: string) => sql`
    select p.id as "personId", p.name, mail.address, p.locale, p.zone
      from account who${writable}
     where who.person_id = ${personId}`,
);

export type ToWrite = Awaited<ReturnType<typeof personToTell.one>>;
export type ReportRow = Awaited<ReturnType<typeof reportById.one>>;
