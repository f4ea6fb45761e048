/** Where an event is, in words. */
import { maySeePlace } from "../organisations/event-audience.ts";
import type { Stance } from "../organisations/event-audience.ts";
import type { Event } from "./event.ts";

type Placed = Pick<Event, "venueName" | "venueAddress" | "venueArea">;

/** "The map room, 1 Quay Street, Fenbridge", the town where that is all that may be told, or null for online only; nothing is said twice. */
export function placeLine(event: Placed): string | null {
  if (!event.venueName) return event.venueArea || null;
  return saidOnce([event.venueName, event.venueAddress, event.venueArea]);
}

/** "1 Quay Street, Fenbridge": the same without the name of the place. */
export function streetLine({ address, area }: { address: string | null; area: string | null }): string {
  return saidOnce([address, area]);
}

function saidOnce(words: readonly (string | null)[]): string {
  const parts = words.filter((part): part is string => Boolean(part));
  return parts.filter((part, i) => !parts.slice(0, i).some((before) => before.toLocaleLowerCase().includes(part.toLocaleLowerCase()))).join(", ");
}

type Where = Pick<Event, "venueId" | "venueName" | "venueAddress" | "directions" | "transport">;

/** The town is told, the door is not. What helps to get about inside stays: somebody may need it to say whether they can come. */
export function withoutPlace<E extends Where>(event: E): E {
  return event.venueId ? { ...event, venueName: null, venueAddress: null, directions: null, transport: null } : event;
}

/** The event with only those parts of its place that somebody who stands to it like this may know. */
export function asSeenBy<E extends Event>(event: E, who: Stance): E {
  return maySeePlace(event, who) ? event : withoutPlace(event);
}

/** There is a place, but whoever this was loaded for is not told which. */
export function isPlaceWithheld({ venueId, venueName }: Pick<Event, "venueId" | "venueName">): boolean {
  return venueId !== null && venueName === null;
}
