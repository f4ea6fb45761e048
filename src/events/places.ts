/**
 * Where there are places, and how many. An event has one hall; where people may choose between a room and a link it has two, each with its own places
 * and its own line. `main` is the room, or all of an event in one mode.
 */
export type Hall = "main" | "online";

/** Kept under the event's lock. */
export type Counts = {
  readonly nextPlace: number;
  readonly goingCount: number;
  readonly maybeCount: number;
  readonly waitingCount: number;
  /** Of those going, who comes online */
  readonly onlineCount: number;
  /** Guests of those going; guests come to the room */
  readonly guestCount: number;
  /** Of those waiting, who waits for online */
  readonly onlineWaitingCount: number;
  /** Of those waiting, who is offered a place for a while: it is kept for them */
  readonly keptCount: number;
  /** Of those, online */
  readonly onlineKeptCount: number;
  /** Who has a place online and waits for one in the room, and the other way round */
  readonly toRoomCount: number;
  readonly toOnlineCount: number;
};

export type Halls = Counts & {
  readonly venueId: string | null;
  readonly onlineUrl: string | null;
  readonly capacity: number | null;
  readonly onlineCapacity: number | null;
  readonly heldBack: number;
};

export function hasTwoHalls({ venueId, onlineUrl }: Pick<Halls, "venueId" | "onlineUrl">): boolean {
  return venueId !== null && onlineUrl !== null;
}

/** Places that people and their guests have, and those kept for whoever is offered one. */
export function placesTaken(event: Halls, hall: Hall): number {
  const online = event.onlineCount + event.onlineKeptCount;
  if (hall === "online") return online;
  return event.goingCount + event.guestCount + event.keptCount - (hasTwoHalls(event) ? online : 0);
}

/** What is free to be given. Null where there is room for everybody. A capacity that was lowered leaves none, and takes none away. */
export function placesLeft(event: Halls, hall: Hall = "main"): number | null {
  const capacity = capacityOf(event, hall);
  return capacity === null ? null : Math.max(0, capacity - placesTaken(event, hall) - (hall === "main" ? event.heldBack : 0));
}

/** In whichever hall. */
export function placesLeftAnywhere(event: Halls): number | null {
  const [main, online] = [placesLeft(event), hasTwoHalls(event) ? placesLeft(event, "online") : 0];
  return main === null || online === null ? null : main + online;
}

/** How many have a place beyond a capacity that was lowered. */
export function placesOver(event: Halls, hall: Hall = "main"): number {
  const capacity = capacityOf(event, hall);
  return capacity === null ? 0 : Math.max(0, placesTaken(event, hall) - capacity);
}

export function capacityOf({ capacity, onlineCapacity }: Pick<Halls, "capacity" | "onlineCapacity">, hall: Hall): number | null {
  return hall === "main" ? capacity : onlineCapacity;
}

/** Who waits and is not offered anything yet, with those who have a place in the other hall. */
export function inLine(event: Halls, hall: Hall): number {
  const online = event.onlineWaitingCount - event.onlineKeptCount + event.toOnlineCount;
  if (hall === "online") return online;
  const all = event.waitingCount - event.keptCount;
  return hasTwoHalls(event) ? all - event.onlineWaitingCount + event.onlineKeptCount + event.toRoomCount : all;
}
