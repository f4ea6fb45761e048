/** How people answer an event: what its organisers settle beside its description. */
import { hasTwoHalls } from "../events/places.ts";
import type { Halls } from "../events/places.ts";

export type Answering = {
  /** Of the places online, where there is a room as well. Null: as many as come */
  readonly onlineCapacity: number | null;
  readonly heldBack: number;
  readonly guestsEach: number;
  /** For how long a place that comes free is kept for the next in line. Null: it is theirs at once */
  readonly offerHours: number | null;
  readonly asksFirst: boolean;
};

export const MOST_GUESTS = 5;
export const OFFER_HOURS = [12, 24, 48, 72] as const;

const names = ["onlineCapacity", "heldBack", "guestsEach", "offerHours", "asksFirst"] as const satisfies readonly (keyof Answering)[];

export function changedAnswering(before: Answering, after: Answering): string[] {
  return names.filter((name) => before[name] !== after[name]);
}

/** What an event as it is has no use for stays as it was: its field is not on the form. */
export function withoutUseless(event: Pick<Halls, "venueId" | "onlineUrl" | "capacity">, before: Answering, asked: Answering): Answering {
  return {
    ...asked,
    onlineCapacity: hasTwoHalls(event) ? asked.onlineCapacity : before.onlineCapacity,
    heldBack: event.capacity === null ? before.heldBack : asked.heldBack,
    guestsEach: event.venueId === null ? before.guestsEach : asked.guestsEach,
  };
}
