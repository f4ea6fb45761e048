/** What organisers say to people who answered: yes or no to those who asked, and the places that they hold back to people by name. Pure, like `rsvp.ts`. */
import { capacityOf, placesTaken } from "../events/places.ts";
import type { Halls } from "../events/places.ts";
import { isFree, mostGuests } from "./rsvp.ts";
import type { Places } from "./rsvp.ts";
import { hallOf } from "./standing.ts";
import type { Standing } from "./standing.ts";

export type OrganisersWord = "agree" | "decline" | "give-held";

/** Somebody who asked, or whom the organisers turned down before, and would rather not have. */
export function isToAgree({ answer, declinedAt }: Pick<Standing, "answer" | "declinedAt">): boolean {
  return answer === "asked" || declinedAt !== null;
}

/** A place if one is free, else the end of the line: whoever has waited there was told where they stand. Guests only as many as there is room for. */
export function agreed(event: Places, before: Standing): Standing {
  const coming: Standing = { ...before, answer: "going", placeNo: event.nextPlace, declinedAt: null };
  if (!isFree(event, hallOf(event, before))) return { ...coming, answer: "waitlisted", guests: 0 };
  return { ...coming, guests: Math.min(before.guests, mostGuests(event, before, coming)) };
}

/** It counts for nothing, and is named to nobody; asking once more would be the same question. */
export function declined(event: Places, before: Standing, now: Temporal.Instant): Standing {
  return { ...before, answer: "not_going", from: null, until: null, guests: 0, placeNo: event.nextPlace, moveNo: null, offeredUntil: null, declinedAt: now };
}

/** Of the places held back, those that are really there: after a capacity was lowered it may be none. */
export function heldToGive(event: Halls): number {
  const capacity = capacityOf(event, "main");
  return capacity === null ? 0 : Math.min(event.heldBack, Math.max(0, capacity - placesTaken(event, "main")));
}

/** Anybody who would like to come and has no place (in the room). */
export function mayBeGiven({ answer, moveNo, isOnline }: Pick<Standing, "answer" | "moveNo" | "isOnline">): boolean {
  return answer === "waitlisted" || answer === "maybe" || answer === "asked" || (moveNo !== null && isOnline);
}

/** One of the places held back, past the line: it was never one that the line could have. */
export function givenHeld(event: Places, before: Standing): Standing {
  return { ...before, answer: "going", isOnline: event.venueId === null, guests: 0, placeNo: event.nextPlace, moveNo: null, offeredUntil: null, declinedAt: null };
}
