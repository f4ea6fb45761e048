/** A letter about an event as a guest has it: somebody who answered from a letter, without an account. */
import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { unsubscribeToken } from "./unsubscribe-link.ts";

export type GuestLinks = { answer: string; stop: string };

/** Always the same for the same person and event, so that a letter written twice is the same letter. */
export function guestLinks(secret: string, { baseUrl }: { baseUrl: string }, personId: string, eventId: string): GuestLinks {
  const answer = `${baseUrl}/answers/${unsubscribeToken(secret, { personId, organisationId: eventId }, "answer")}`;
  return { answer, stop: `${answer}/stop` };
}

/** What led to the event's `page` leads to their answer, and the foot says how to stop such letters. */
export function forGuest(t: Translate, parts: readonly LetterPart[], page: string, links: GuestLinks): LetterPart[] {
  const led = parts.map((part) => ("action" in part && part.action.url.startsWith(page) ? { action: { ...part.action, url: links.answer } } : part));
  return [...led.filter((part) => !("small" in part)), { small: t("guests.letterFoot", links) }];
}
