/** Making others welcome at one event: who would meet newcomers at the door or host a table, is asked to, and does. */
import { z } from "zod";
import { eventState, eventUrl } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import { WELCOMES } from "../people/wishes.ts";

export const LONGEST_NOTE = 500;

export function welcomingUrl(eventId: string): string {
  return `${eventUrl(eventId)}/welcoming`;
}

/** The page of whoever comes. */
export function welcomeUrl(eventId: string): string {
  return `${eventUrl(eventId)}/welcome`;
}

/** Where there is a door and there are tables, until it is over. */
export function takesWelcoming(event: Event, now: Temporal.Instant): boolean {
  const state = eventState(event, now);
  return event.venueId !== null && (state === "coming" || state === "on");
}

export const askForm = z.object({
  kind: z.enum(WELCOMES, "welcoming.kindMissing"),
  note: z.string().max(LONGEST_NOTE, "welcoming.noteTooLong").default(""),
});

export const endForm = z.object({ kind: z.enum(WELCOMES) });

/** Offering, answering, and taking back: what the buttons of one's own page say. */
export const welcomeForm = z.object({
  do: z.enum(["offer", "agree", "decline"]).catch("offer"),
  kind: z.enum(WELCOMES).optional().catch(undefined),
  kinds: z.preprocess((ticked) => [ticked ?? []].flat(), z.array(z.enum(WELCOMES)).max(WELCOMES.length)).catch([]),
  shown: z.literal("yes").optional().catch(undefined),
});
