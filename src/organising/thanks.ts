/** The letter to those who were there, the morning after: prepared, and sent if those who organise it say so. */
import { z } from "zod";
import { eventState, eventUrl, isBefore } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import { LONGEST_BODY } from "./circular.ts";

export type Thanks = { readonly body: string; readonly goes: boolean; readonly leftAt: Temporal.Instant | null; readonly people: number | null };

const MORNING = "09:00";
/** Whoever came home at four is not thanked at nine. */
const HOURS_TO_SLEEP = 6;
/** Later than this it would be a surprise. */
export const THANKS_DAYS_AFTER = 14;

export function thanksUrl(eventId: string): string {
  return `${eventUrl(eventId)}/thanks`;
}

/** Nine in the morning where the event was, once everybody has slept. */
export function thanksLeave({ endsAt, zone }: { endsAt: Temporal.Instant; zone: string }): Temporal.Instant {
  const slept = endsAt.add({ hours: HOURS_TO_SLEEP }).toZonedDateTimeISO(zone);
  const sameDay = slept.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant();
  return isBefore(sameDay, slept.toInstant()) ? slept.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant() : sameDay;
}

/** It may still be decided: before the event, and for a while after. */
export function mayStillThank(event: Event, now: Temporal.Instant): boolean {
  const state = eventState(event, now);
  return state !== "draft" && state !== "cancelled" && isBefore(now, event.endsAt.add({ hours: 24 * THANKS_DAYS_AFTER }));
}

export const thanksForm = z.object({
  body: z.string("circulars.bodyMissing").min(1, "circulars.bodyMissing").max(LONGEST_BODY, "circulars.bodyTooLong"),
  do: z.enum(["send", "keep"]).catch("keep"),
});
