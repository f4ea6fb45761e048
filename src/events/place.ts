/** Where an event is, in words. */
import type { Event } from "./event.ts";

type Placed = Pick<Event, "venueName" | "venueAddress" | "venueArea">;

/** "The map room, 1 Quay Street, Fenbridge", or null for online only; nothing is said twice. */
export function placeLine(event: Placed): string | null {
  if (!event.venueName) return null;
  const parts = [event.venueName, event.venueAddress, event.venueArea].filter((part): part is string => Boolean(part));
  return parts.filter((part, i) => !parts.slice(0, i).some((before) => before.toLocaleLowerCase().includes(part.toLocaleLowerCase()))).join(", ");
}
