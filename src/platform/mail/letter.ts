import type { Tx } from "../db/query.ts";
import { enqueue } from "../jobs/enqueue.ts";
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
  /** One of many of its kind, which nobody waits for at this moment: leaves in its turn (`turns.jobs.ts`). */
  inTurn?: boolean;
};

/** A letter that somebody waits for goes before announcements. */
const PRIORITY: Record<string, number> = { "sign-in": -20, address: -20, entry: -20, answer: -10, cancelled: -5, postponed: -5, changed: -5, announcement: 5, weekly: 5, server: 5 };

/**
 * Writes a letter down and queues its sending, in the transaction that made it necessary. `id` says which letter this is: writing it twice sends
 * one. The Message-ID is made from it and stays the same however often sending is tried (RFC 5322, 3.6.4).
 */
export async function writeLetter(tx: Tx, id: string, letter: NewLetter, { now, host }: { now: Temporal.Instant; host: string }): Promise<void> {
  const urgency = PRIORITY[letter.kind] ?? 0;
  const written = await insertLetter.run(tx, id, { ...letter, urgency, subject: onOneLine(letter.subject) }, `<${id}@${host}>`, now);
  if (written === 0) return;
  if (letter.inTurn) await askForTurns(tx);
  else await enqueue(tx, "send-letter", { letterId: id }, { key: `letter:${id}`, priority: urgency });
}

/** The same for many letters of one kind at once, none of them secret: an announcement to thousands. They leave in their turn. */
export async function writeLetters(tx: Tx, letters: readonly (Omit<NewLetter, "isSecret" | "inTurn"> & { id: string })[], { now, host }: { now: Temporal.Instant; host: string }): Promise<void> {
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
    urgency: PRIORITY[letter.kind] ?? 0,
  }));
  if ((await insertLetters.run(tx, JSON.stringify(rows), now)) > 0) await askForTurns(tx);
}

/** At once, or with the round that is due already: many mailings make no more rounds than one. */
export async function askForTurns(tx: Tx, runAt?: Temporal.Instant): Promise<void> {
  await enqueue(tx, "give-turns", {}, { key: "letter-turns", queue: "letter-turns", keepsTime: true, ...(runAt ? { runAt } : {}) });
}

/** A subject holds titles and names that people wrote; what follows a line break in it would be a header of theirs. */
function onOneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}
