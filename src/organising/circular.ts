/** A letter by those who organise an event to those who answered it, by their answers. */
import type { Event } from "../events/event.ts";
import { eventUrl, isBefore } from "../events/event.ts";
import type { ListedState } from "./desk-people.ts";

export type NewCircular = {
  /** Of the form: sent twice, it is written once. */
  readonly once: string;
  readonly states: readonly ListedState[];
  readonly subject: string;
  readonly body: string;
  /** Whether the writer gives their own address for replies. */
  readonly givesAddress: boolean;
};

export const LONGEST_SUBJECT = 160;
export const LONGEST_BODY = 4000;

/** Whoever said yes to one evening did not ask for a newsletter. */
export const CIRCULARS_A_DAY = 3;

/** For thanks, photographs and the lost umbrella. */
export const CIRCULAR_DAYS_AFTER = 28;

export function mayStillWrite(event: Pick<Event, "endsAt" | "isPostponed">, now: Temporal.Instant): boolean {
  return event.isPostponed || isBefore(now, event.endsAt.add({ hours: 24 * CIRCULAR_DAYS_AFTER }));
}

export function circularsUrl(eventId: string): string {
  return `${eventUrl(eventId)}/letters`;
}

/** Empty lines part them. */
export function paragraphs(body: string): string[] {
  return body.split(/\n\s*\n/).map((words) => words.trim()).filter(Boolean);
}
