import { hostPath } from "../organisations/hosting.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { SanctionKind } from "./sanction.ts";

export type NewSanction = {
  id: string;
  kind: SanctionKind;
  personId: string;
  reportId: string | null;
  messageId: string | null;
  kept: string | null;
  eventId: string | null;
  unitId: string | null;
  hides: boolean;
  reason: string;
  until: Temporal.Instant | null;
  tokenHash: Buffer;
};

export const insertSanction = command(
  (s: NewSanction, by: string, at: Temporal.Instant) => sql`
    insert into sanction (id, kind, person_id, report_id, message_id, kept, event_id, unit_id, hides, reason, set_at, set_by, until_at, token_hash)
    values (${s.id}, ${s.kind}, ${s.personId}, ${s.reportId}, ${s.messageId}, ${s.kept}, ${s.eventId}, ${s.unitId}, ${s.hides}, ${s.reason}, ${at}, ${by},
            ${s.until}, ${s.tokenHash})`,
);

const sanctionColumns = {
  id: col.uuid,
  kind: col.word<SanctionKind>(),
  personId: col.uuid,
  personName: col.text,
  reportId: col.uuid.orNull,
  messageId: col.uuid.orNull,
  kept: col.text.orNull,
  eventId: col.uuid.orNull,
  eventTitle: col.text.orNull,
  unitId: col.uuid.orNull,
  unitName: col.text.orNull,
  unitPath: col.uuids.orNull,
  hides: col.bool,
  reason: col.text,
  setAt: col.instant,
  setBy: col.uuid.orNull,
  setByName: col.text.orNull,
  until: col.instant.orNull,
  endedAt: col.instant.orNull,
  appealedAt: col.instant.orNull,
  appeal: col.text.orNull,
  answeredAt: col.instant.orNull,
  upheld: col.bool.orNull,
  answer: col.text.orNull,
};

const sanctions = sql`
    select s.id,
           s.kind,
           s.person_id as "personId",
           p.name as "personName",
           s.report_id as "reportId",
           s.message_id as "messageId",
           s.kept,
           s.event_id as "eventId",
           e.title as "eventTitle",
           s.unit_id as "unitId",
           u.name as "unitName",
           u.path as "unitPath",
           s.hides,
           s.reason,
           s.set_at as "setAt",
           s.set_by as "setBy",
           who.name as "setByName",
           s.until_at as "until",
           s.ended_at as "endedAt",
           s.appealed_at as "appealedAt",
           s.appeal,
           s.answered_at as "answeredAt",
           s.upheld,
           s.answer
      from sanction s
      join person p on p.id = s.person_id
      left join event e on e.id = s.event_id
      left join unit u on u.id = coalesce(s.unit_id, e.unit_id)
      left join person who on who.id = s.set_by`;

export const sanctionById = query(sanctionColumns, (id: string) => sql`${sanctions}
     where s.id = ${id}`);

export const sanctionByToken = query(sanctionColumns, (tokenHash: Buffer) => sql`${sanctions}
     where s.token_hash = ${tokenHash}`);

/** Two who answer, or a job that ends it meanwhile, take turns. */
export const lockSanction = query({ id: col.uuid }, (id: string) => sql`select id from sanction where id = ${id} for update`);

/** What this viewer may know of somebody's sanctions: their own organisers' and, for administrators, all. */
export const sanctionsOf = query(
  sanctionColumns,
  (personId: string, organises: string[], isAdministrator: boolean) => sql`${sanctions}
     where s.person_id = ${personId}
       and (${isAdministrator}::boolean or u.path && ${organises}::uuid[])
     order by s.set_at desc, s.id
     limit 20`,
);

/** Objections that nobody has answered, as far as this viewer may read them; whether they may answer is for `mayAnswerAppeal`. */
export const appealsOpen = query(
  sanctionColumns,
  (viewerId: string, organises: string[], isAdministrator: boolean) => sql`${sanctions}
     where s.appealed_at is not null
       and s.answered_at is null
       and s.person_id <> ${viewerId}
       and (${isAdministrator}::boolean or u.path && ${organises}::uuid[])
     order by s.appealed_at, s.id
     limit 100`,
);

/** What stands now, the newest first. */
export const sanctionsStanding = query(
  sanctionColumns,
  (viewerId: string, organises: string[], isAdministrator: boolean) => sql`${sanctions}
     where s.ended_at is null
       and s.kind in ('bar', 'limit', 'suspension')
       and s.person_id <> ${viewerId}
       and (${isAdministrator}::boolean or u.path && ${organises}::uuid[])
     order by s.set_at desc, s.id
     limit 100`,
);

export const sanctionsDue = query(
  { id: col.uuid },
  (now: Temporal.Instant) => sql`select id from sanction where ended_at is null and until_at <= ${now} order by until_at limit 500`,
);

/** The link to object, before its letter is written: once that is there (its id is the sanction's), another link would make it lead nowhere. */
export const renewToken = command(
  (id: string, tokenHash: Buffer) => sql`
    update sanction
       set token_hash = ${tokenHash}
     where id = ${id}
       and appealed_at is null
       and not exists (select from letter l where l.person_id = sanction.person_id and l.kind = 'safety' and l.created_at >= sanction.set_at)`,
);

/** Whether one of that kind stands for them. */
export const sanctionStands = query(
  { is: col.bool },
  (personId: string, kind: string) => sql`select exists (select from sanction where person_id = ${personId} and kind = ${kind} and ended_at is null) as "is"`,
);

/** Touches no row where it is over already. */
export const endSanction = command(
  (id: string, by: string | null, at: Temporal.Instant) => sql`update sanction set ended_at = ${at}, ended_by = ${by}, kept = null where id = ${id} and ended_at is null`,
);

/** What every request reads of a person's account follows from the sanctions that stand. */
export const followSanctions = command(
  (personId: string) => sql`
    with standing as (
      select min(set_at) filter (where kind = 'suspension') as suspended,
             min(set_at) filter (where kind = 'suspension' and hides) as hidden,
             min(set_at) filter (where kind = 'limit') as limited
        from sanction
       where person_id = ${personId} and ended_at is null
    ), written as (
      update account a
         set suspended_at = s.suspended, limited_at = s.limited
        from standing s
       where a.person_id = ${personId}
    )
    update person p
       set hidden_at = s.hidden
      from standing s
     where p.id = ${personId}`,
);

export const endTheirSessions = command((personId: string) => sql`delete from session where person_id = ${personId}`);

/** The units on this path that somebody organises, and whether they are the only one for the organisation. */
export const organisedOnPath = query(
  { unitId: col.uuid },
  (personId: string, path: string[]) => sql`select unit_id as "unitId" from organiser where person_id = ${personId} and unit_id = any(${path}::uuid[]) and ends_at is null`,
);

/** Coming meet-ups that somebody has answered and is barred from now, or may not answer at all. */
export const answersToTakeBack = query(
  { eventId: col.uuid },
  (sanctionId: string, now: Temporal.Instant) => sql`
    select r.event_id as "eventId"
      from sanction s
      join rsvp r on r.person_id = s.person_id and r.answer <> 'not_going'
      join event e on e.id = r.event_id and (e.ends_at > ${now} and e.cancelled_at is null or e.is_postponed)
      join unit u on u.id = e.unit_id
     where s.id = ${sanctionId}
       and s.ended_at is null
       and (s.kind = 'suspension' or s.kind = 'bar' and (s.event_id = e.id or s.unit_id = any(${hostPath})))
     order by e.starts_at, r.event_id`,
);

/** Somebody else than whoever decided, and whom it is about, could read an objection. */
export const othersToAppealTo = query(
  { is: col.bool },
  (sanctionId: string) => sql`
    select exists (
      select
        from sanction s
        left join event e on e.id = s.event_id
        left join unit u on u.id = coalesce(s.unit_id, e.unit_id)
        join account a on a.person_id <> s.person_id and a.person_id is distinct from s.set_by and a.suspended_at is null
       where s.id = ${sanctionId}
         and (a.administrator_since is not null
              or exists (select from organiser o where o.person_id = a.person_id and o.unit_id = any(u.path) and o.ends_at is null))
    ) as "is"`,
);

export const writeAppeal = command(
  (id: string, words: string, at: Temporal.Instant) => sql`update sanction set appealed_at = ${at}, appeal = ${words} where id = ${id} and appealed_at is null`,
);

export const answerAppeal = command(
  (id: string, upheld: boolean, words: string, by: string, at: Temporal.Instant) => sql`
    update sanction
       set answered_at = ${at}, answered_by = ${by}, upheld = ${upheld}, answer = ${words}, kept = case when ${upheld}::boolean then null else kept end
     where id = ${id} and appealed_at is not null and answered_at is null`,
);

/** Kept for an objection, and that time is over. */
export const forgetKeptWords = command(
  (before: Temporal.Instant) => sql`update sanction set kept = null where kept is not null and set_at < ${before} and (appealed_at is null or answered_at is not null)`,
);

export type SanctionRow = Awaited<ReturnType<typeof sanctionById.one>>;
