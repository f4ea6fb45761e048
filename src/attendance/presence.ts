/** Whether somebody came, and what they thought of it: asked once, for four weeks. */
import type { Event } from "../events/event.ts";
import { eventState, eventUrl, isBefore } from "../events/event.ts";

/** What one person says, and whether they have been heard. */
export type OwnPresence = { readonly came: boolean | null; readonly isHeard: boolean };

/** Somebody without an account, known by the browser in which their letter's link works. */
export type Guest = { readonly personId: string; readonly isGuest: true };

export const ASKED_FOR_DAYS = 28;

/** It is over, and not long ago. */
export function asksAfterwards(event: Event, now: Temporal.Instant): boolean {
  return eventState(event, now) === "past" && isBefore(now, event.endsAt.add({ hours: 24 * ASKED_FOR_DAYS }));
}

export type HowItWas = "good" | "fair" | "poor";
export const hows: readonly HowItWas[] = ["good", "fair", "poor"];

export type Feedback = { readonly how: HowItWas; readonly keep: string; readonly change: string };

export const LONGEST_FEEDBACK = 1000;

/** While more may come in they are shown five at a time: whoever looks every day must not find out whose the newest is. */
export const SHOWN_AT_A_TIME = 5;

/** How many of so many answers organisers see. */
export function feedbackShown(count: number, isOpen: boolean): number {
  if (count < SHOWN_AT_A_TIME) return 0;
  return isOpen ? count - (count % SHOWN_AT_A_TIME) : count;
}

export function feedbackUrl(eventId: string): string {
  return `${eventUrl(eventId)}/feedback`;
}
