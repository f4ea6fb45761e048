import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { LetterState } from "./outbox.ts";

export const letterCounts = query(
  { waiting: col.big, sent: col.big, refused: col.big, kept: col.big },
  () => sql`
    select count(*) filter (where sent_at is null and refused_at is null and kept_at is null) as waiting,
           count(*) filter (where sent_at is not null) as sent,
           count(*) filter (where sent_at is null and refused_at is not null) as refused,
           count(*) filter (where sent_at is null and refused_at is null and kept_at is not null) as kept
      from letter`,
);

const shown = { id: col.uuid, kind: col.text, toAddress: col.text, subject: col.text, createdAt: col.instant, sentAt: col.instant.orNull, refusedAt: col.instant.orNull, keptAt: col.instant.orNull, attempts: col.int };

/** The newest letters in a state (null: in any), or those written before one of them. */
export const lettersIn = query(
  shown,
  (state: LetterState | null, beforeId: string | null, count: number) => sql`
    select l.id, l.kind, l.to_address as "toAddress", l.subject, l.created_at as "createdAt", l.sent_at as "sentAt", l.refused_at as "refusedAt",
           l.kept_at as "keptAt", l.attempts
      from letter l
      left join letter before on before.id = ${beforeId}::uuid
     where (${state}::text is null or ${state}::text = case when l.sent_at is not null then 'sent' when l.refused_at is not null then 'refused'
                                                            when l.kept_at is not null then 'kept' else 'waiting' end)
       and (before.id is null or (l.created_at, l.id) < (before.created_at, before.id))
     order by l.created_at desc, l.id desc
     limit ${count}::int`,
);

export const letterInFull = query(
  { ...shown, messageId: col.text, text: col.text, hasCalendar: col.bool, isSecret: col.bool, lastError: col.text.orNull },
  (id: string) => sql`
    select id, kind, to_address as "toAddress", subject, created_at as "createdAt", sent_at as "sentAt", refused_at as "refusedAt", kept_at as "keptAt",
           attempts, message_id as "messageId", body_text as text, calendar is not null as "hasCalendar", is_secret as "isSecret", last_error as "lastError"
      from letter
     where id = ${id}`,
);

export type LetterRow = Awaited<ReturnType<typeof lettersIn.many>>[number];
export type LetterInFull = NonNullable<Awaited<ReturnType<typeof letterInFull.maybe>>>;
export type LetterCounts = Awaited<ReturnType<typeof letterCounts.one>>;
