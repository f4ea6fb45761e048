import { col } from "../db/columns.ts";
import { command, query } from "../db/query.ts";
import { sql } from "../db/sql.ts";
import type { NewLetter } from "./letter.ts";

/** Writing the same letter again (same id) changes nothing and touches no row. */
export const insertLetter = command(
  (id: string, letter: NewLetter & { urgency: number }, messageId: string, now: Temporal.Instant) => sql`
    insert into letter (id, kind, person_id, event_id, to_address, subject, body_text, body_html, calendar, unsubscribe_url, reply_to_id, reply_to_organisation_id, message_id, is_secret, urgency, awaits_turn, created_at)
    values (${id}, ${letter.kind}, ${letter.personId ?? null}, ${letter.eventId ?? null}, ${letter.to}, ${letter.subject}, ${letter.text},
            ${letter.html}, ${letter.calendar ?? null}, ${letter.unsubscribeUrl ?? null}, ${letter.replyToId ?? null}, ${letter.replyToOrganisationId ?? null}, ${messageId}, ${letter.isSecret ?? false}, ${letter.urgency}, ${letter.inTurn ?? false}, ${now})
    on conflict (id) do nothing`,
);

/** Many letters in one statement, to leave in their turn. `letters` is a JSON array of rows named as the columns. */
export const insertLetters = command(
  (letters: string, now: Temporal.Instant) => sql`
    insert into letter (id, kind, person_id, event_id, to_address, subject, body_text, body_html, calendar, unsubscribe_url, reply_to_id, reply_to_organisation_id, message_id, urgency, awaits_turn, created_at)
    select id, kind, person_id, event_id, to_address, subject, body_text, body_html, calendar, unsubscribe_url, reply_to_id, reply_to_organisation_id, message_id, urgency, true, ${now}
      from jsonb_to_recordset(${letters}::jsonb)
        as letter (id uuid, kind text, person_id uuid, event_id uuid, to_address text, subject text, body_text text, body_html text, calendar text,
                   unsubscribe_url text, reply_to_id uuid, reply_to_organisation_id uuid, message_id text, urgency smallint)
    on conflict (id) do nothing`,
);

/**
 * Takes a letter for sending: no other process will try it meanwhile. Nothing comes back when it was sent, refused or is being sent. The claim is
 * renewed while the server takes its time, and lapses soon when the process has died.
 */
export const claimLetter = query(
  {
    id: col.uuid,
    toAddress: col.text,
    subject: col.text,
    text: col.text,
    html: col.text,
    calendar: col.text.orNull,
    unsubscribeUrl: col.text.orNull,
    replyTo: col.text.orNull,
    messageId: col.text,
    createdAt: col.instant,
  },
  (id: string) => sql`
    update letter
       set claimed_until = clock_timestamp() + interval '20 seconds', attempts = attempts + 1
     where id = ${id}
       and sent_at is null and refused_at is null
       and (claimed_until is null or claimed_until < clock_timestamp())
    returning id, to_address as "toAddress", subject, body_text as "text", body_html as "html", calendar, unsubscribe_url as "unsubscribeUrl",
              coalesce((select a.address::text from email_address a where a.id = reply_to_id), (select o.mailbox from organisation o where o.id = reply_to_organisation_id)) as "replyTo", message_id as "messageId", created_at as "createdAt"`,
);

export const renewClaim = command(
  (id: string) => sql`update letter set claimed_until = clock_timestamp() + interval '20 seconds' where id = ${id} and claimed_until is not null`,
);

/** When a letter that could not be claimed may be tried again; null where there is nothing left to do. */
export const letterClaim = query(
  { claimedUntil: col.instant.orNull },
  (id: string) => sql`
    select claimed_until as "claimedUntil"
      from letter
     where id = ${id} and sent_at is null and refused_at is null and claimed_until >= clock_timestamp()`,
);

/** A letter with a secret is emptied once it is gone. */
export const letterSent = command(
  (id: string) => sql`
    update letter
       set sent_at = clock_timestamp(), claimed_until = null, awaits_turn = false, last_error = null, kept_at = null,
           body_text = case when is_secret then '' else body_text end,
           body_html = case when is_secret then '' else body_html end
     where id = ${id}`,
);

export const letterFailed = command(
  (id: string, error: string, forGood: boolean) => sql`
    update letter
       set claimed_until = null, last_error = ${error}, refused_at = case when ${forGood}::boolean then clock_timestamp() end
     where id = ${id}`,
);

export const letterKept = command((id: string) => sql`update letter set claimed_until = null, attempts = 0, kept_at = clock_timestamp() where id = ${id}`);

/** Letters that wait although no job is left for them: after a restore, or when a job gave up. */
export const lettersLeft = query(
  { id: col.uuid },
  () => sql`
    select id
      from letter
     where sent_at is null and refused_at is null and kept_at is null and not awaits_turn and (claimed_until is null or claimed_until < clock_timestamp())
       and not exists (select from graphile_worker._private_jobs job
                        where job.key in ('letter:' || letter.id, 'letter-again:' || letter.id) and job.attempts < job.max_attempts)
     order by created_at
     limit 5000`,
);

/** A refused or kept letter waits again. Nothing happens to one that was sent. */
export const letterWaitsAgain = command(
  (id: string) => sql`
    update letter set refused_at = null, kept_at = null, last_error = null, awaits_turn = false where id = ${id} and sent_at is null`,
);
