/** Who gets what has come free. Pure, like `rsvp.ts`: the hall with something to give, and what it makes of the next in its line. */
import { hasTwoHalls, inLine, placesLeft } from "../events/places.ts";
import type { Hall } from "../events/places.ts";
import { offerEnd } from "./offer.ts";
import { guestsOf } from "./rsvp.ts";
import type { Places, Standing } from "./rsvp.ts";

/** How many of those in line for a hall can have a place now. */
export function placesToGive(event: Places, hall: Hall, now: Temporal.Instant): number {
  if (!event.publishedAt || event.cancelledAt || Temporal.Instant.compare(now, event.endsAt) >= 0) return 0;
  const line = inLine(event, hall);
  return Math.min(line, placesLeft(event, hall) ?? line);
}

/** The hall that has something to give, or null. Whoever moves out of one leaves a place there, so it is asked again after each giving. */
export function hallThatGives(event: Places, now: Temporal.Instant): Hall | null {
  const halls: readonly Hall[] = hasTwoHalls(event) ? ["main", "online"] : ["main"];
  return halls.find((hall) => placesToGive(event, hall, now) > 0) ?? null;
}

/** Whoever is next: moved, if they had a place in the other hall; offered a place, where the organisers chose so and there is time; else coming. */
export function given(event: Places, next: Standing, zone: string, now: Temporal.Instant): Standing {
  if (next.moveNo !== null) return { ...next, isOnline: !next.isOnline, guests: guestsOf(event, !next.isOnline, next.guests), moveNo: null };
  const until = event.offerHours === null ? null : offerEnd(now, event.offerHours, zone, event.startsAt);
  return until ? { ...next, offeredUntil: until } : { ...next, answer: "going" };
}

/** They have not said anything in time. Their interest stays on record as a maybe, which takes no place. */
export function lapsed(event: Places, { isUnlisted }: Standing): Standing {
  return { answer: "maybe", from: null, until: null, isOnline: false, guests: 0, isUnlisted, placeNo: event.nextPlace, moveNo: null, offeredUntil: null, declinedAt: null };
}
