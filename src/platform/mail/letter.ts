import type { Tx } from "../db/query.ts";
import { enqueue, enqueueMany } from "../jobs/enqueue.ts";
import { insertLetter, insertLetters } from "./letter.sql.ts";

export type NewLetter = {
  kind: string;
  to: string;
  personId?: string | null;
  eventId?: string | null;
  subject: string;
  text: string;
  html: string;
  /** An iCalendar object, METHOD:PUBLISH. */
  calendar?: string | null;
  /** The `email_address` that a reply goes to, for as long as it is there. */
  replyToId?: string | null;
  /** Or whatever mailbox this organisation has when the letter leaves. */
  replyToOrganisationId?: string | null;
  /** Answers a POST by unsubscribing at once (RFC 8058). */
  unsubscribeUrl?: string | null;
  /** Holds a sign-in link. */
  isSecret?: boolean;
};

/** A letter that somebody waits for goes before announcements. */
const PRIORITY: Record<string, number> = { "sign-in": -20, address: -20, entry: -20, answer: -10, cancelled: -5, postponed: -5, changed: -5, announcement: 5, weekly: 5, server: 5 };

/**
 * Writes a letter down and queues its sending, in the transaction that made it necessary. `id` says which letter this is: writing it twice sends
 * one. The Message-ID is made from it and stays the same however often sending is tried (RFC 5322, 3.6.4).
 */
export async function writeLetter(tx: Tx, id: string, letter: NewLetter, { now, host }: { now: Temporal.Instant; host: string }): Promise<void> {
  const written = await insertLetter.run(tx, id, { ...letter, subject: onOneLine(letter.subject) }, `<${id}@${host}>`, now);
  if (written === 1) await enqueue(tx, "send-letter", { letterId: id }, { key: `letter:${id}`, priority: PRIORITY[letter.kind] ?? 0 });
}

/** The same for many letters of one kind at once, none of them secret: an announcement to thousands. */
export async function writeLetters(tx: Tx, letters: readonly (Omit<NewLetter, "isSecret"> & { id: string })[], { now, host }: { now: Temporal.Instant; host: string }): Promise<void> {
  const rows = letters.map((letter) => ({
    id: letter.id,
    kind: letter.kind,
    person_id: letter.personId ?? null,
    event_id: letter.eventId ?? null,
    to_address: letter.to,
    subject: onOneLine(letter.subject),
    body_text: letter.text,
    body_html: letter.html,
    calendar: letter.calendar ?? null,
    unsubscribe_url: letter.unsubscribeUrl ?? null,
    reply_to_id: letter.replyToId ?? null,
    reply_to_organisation_id: letter.replyToOrganisationId ?? null,
    message_id: `<${letter.id}@${host}>`,
  }));
  const written = await insertLetters.many(tx, JSON.stringify(rows), now);
  const jobs = written.map(({ id }) => ({ payload: { letterId: id }, key: `letter:${id}` }));
  await enqueueMany(tx, "send-letter", jobs, { priority: PRIORITY[letters[0]?.kind ?? ""] ?? 0 });
}

/** A subject holds titles and names that people wrote; what follows a line break in it would be a header of theirs. */
function onOneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}
