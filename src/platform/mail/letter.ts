import type { Tx } from "../db/query.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { insertLetter } from "./letter.sql.ts";

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
  /** Answers a POST by unsubscribing at once (RFC 8058). */
  unsubscribeUrl?: string | null;
  /** Holds a sign-in link. */
  isSecret?: boolean;
};

/** A letter that somebody waits for goes before announcements. */
const PRIORITY: Record<string, number> = { "sign-in": -20, answer: -10, cancelled: -5, changed: -5 };

/**
 * Writes a letter down and queues its sending, in the transaction that made it necessary. `id` says which letter this is: writing it twice sends
 * one. The Message-ID is made from it and stays the same however often sending is tried (RFC 5322, 3.6.4).
 */
export async function writeLetter(tx: Tx, id: string, letter: NewLetter, { now, host }: { now: Temporal.Instant; host: string }): Promise<void> {
  const written = await insertLetter.run(tx, id, letter, `<${id}@${host}>`, now);
  if (written === 1) await enqueue(tx, "send-letter", { letterId: id }, { key: `letter:${id}`, priority: PRIORITY[letter.kind] ?? 0 });
}
