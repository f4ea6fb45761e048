/** What a person has said so far, as it is stored, and what it counts for. */
import { hasTwoHalls } from "../events/places.ts";
import type { Counts, Hall, Halls } from "../events/places.ts";

/** `waitlisted` is ours to grant, `asked` waits for an organiser to agree. */
export type Answer = "going" | "maybe" | "not_going" | "waitlisted" | "asked";

export type Standing = {
  readonly answer: Answer;
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly isOnline: boolean;
  readonly guests: number;
  readonly placeNo: number;
  /** Their place in the line for the other hall; they keep the one they have. */
  readonly moveNo: number | null;
  /** In line, and a place is kept for them until then. */
  readonly offeredUntil: Temporal.Instant | null;
  readonly declinedAt: Temporal.Instant | null;
  readonly isUnlisted: boolean;
};

export function hallOf(event: Pick<Halls, "venueId" | "onlineUrl">, { isOnline }: Pick<Standing, "isOnline">): Hall {
  return hasTwoHalls(event) && isOnline ? "online" : "main";
}

/** The counts once `before` has become `after`. */
export function countsAfter(event: Counts, before: Standing | null, after: Standing): Counts {
  const step = (of: (standing: Standing) => number) => of(after) - (before ? of(before) : 0);
  return {
    nextPlace: Math.max(event.nextPlace, after.placeNo + 1, (after.moveNo ?? 0) + 1),
    goingCount: event.goingCount + step(isGoing),
    maybeCount: event.maybeCount + step((one) => Number(one.answer === "maybe")),
    waitingCount: event.waitingCount + step(isWaiting),
    onlineCount: event.onlineCount + step((one) => isGoing(one) * Number(one.isOnline)),
    guestCount: event.guestCount + step((one) => isGoing(one) * one.guests),
    onlineWaitingCount: event.onlineWaitingCount + step((one) => isWaiting(one) * Number(one.isOnline)),
    keptCount: event.keptCount + step(isKept),
    onlineKeptCount: event.onlineKeptCount + step((one) => isKept(one) * Number(one.isOnline)),
    toRoomCount: event.toRoomCount + step((one) => moves(one) * Number(one.isOnline)),
    toOnlineCount: event.toOnlineCount + step((one) => moves(one) * Number(!one.isOnline)),
  };
}

const isGoing = ({ answer }: Standing) => Number(answer === "going");
const isWaiting = ({ answer }: Standing) => Number(answer === "waitlisted");
const isKept = ({ offeredUntil }: Standing) => Number(offeredUntil !== null);
const moves = ({ moveNo }: Standing) => Number(moveNo !== null);

export function sameStanding(a: Standing, b: Standing): boolean {
  return (
    a.answer === b.answer && a.placeNo === b.placeNo && a.isUnlisted === b.isUnlisted && a.isOnline === b.isOnline && a.guests === b.guests && a.moveNo === b.moveNo &&
    sameTime(a.from, b.from) && sameTime(a.until, b.until) && sameTime(a.offeredUntil, b.offeredUntil)
  );
}

function sameTime(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a === b || (a !== null && b !== null && a.equals(b));
}
