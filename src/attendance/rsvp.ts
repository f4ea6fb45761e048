/**
 * What a person says about coming, and what follows from it. Pure: the event as it stands under its lock, the answer so far and the new one go in,
 * a decision comes out; `rsvp.actions.ts` writes it down. `giving.ts` says who gets what comes free.
 *
 * The invariants (`rsvp.test.ts` tries them by the thousand):
 * - no answer takes more places, guests and places kept for others counted, than a hall has, and none that has a place loses it by answering;
 * - places are given in the order of `placeNo`, which the event hands out; whoever gives theirs back goes to the end when they return;
 * - while anybody waits, a free place belongs to the first in line, never to whoever happens to ask, and to a person before a guest;
 * - whoever moves between the room and the link keeps what they have until the other is sure.
 */
import { hasTwoHalls, inLine, placesLeft } from "../events/places.ts";
import type { Counts, Hall, Halls } from "../events/places.ts";
import { countsAfter, hallOf, sameStanding } from "./standing.ts";
import type { Standing } from "./standing.ts";

export type { Answer, Standing } from "./standing.ts";

export type Come = {
  readonly answer: "going";
  /** Null is from the start, and to the end. */
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly isUnlisted: boolean;
  /** Left out: as it was, and in the room. */
  readonly isOnline?: boolean;
  readonly guests?: number;
  /** With the other hall full: give up the place they have, and only wait. */
  readonly letsGo?: boolean;
};
export type Ask = Come | { readonly answer: "maybe" | "not_going" };

/** The event as it stands, read under its lock. */
export type Places = {
  readonly publishedAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly isPostponed: boolean;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant | null;
  readonly guestsEach: number;
  readonly offerHours: number | null;
  readonly asksFirst: boolean;
} & Halls;

/** The same as its owner is shown it. */
export type Said = Standing & {
  /** 1 is first in line; 0 for whoever does not wait. */
  readonly position: number;
  readonly answeredAt: Temporal.Instant;
};

export type Refusal = "not-published" | "cancelled" | "over" | "closed" | "times-outside" | "barred" | "declined";

export type Decision =
  | { readonly kind: "refused"; readonly why: Refusal }
  /** A place for them, but only so many more. */
  | { readonly kind: "too-many-guests"; readonly most: number }
  /** The same again: nothing to write, nobody to tell. */
  | { readonly kind: "unchanged"; readonly standing: Standing }
  | { readonly kind: "answered"; readonly standing: Standing; readonly counts: Counts };

export function decide(event: Places, before: Standing | null, ask: Ask, now: Temporal.Instant): Decision {
  const why = refusal(event, before, ask, now);
  if (why) return { kind: "refused", why };
  const standing = ask.answer === "going" ? comeOrWait(event, before, ask) : stayAway(event, before, ask.answer);
  const most = mostGuests(event, before, standing);
  if (standing.answer === "going" && standing.guests > most) return { kind: "too-many-guests", most };
  if (before && sameStanding(before, standing)) return { kind: "unchanged", standing: before };
  return { kind: "answered", standing, counts: countsAfter(event, before, standing) };
}

/** Why an answer cannot be taken now, or null. Saying no, or giving a place back, is always possible until the event is over. */
function refusal(event: Places, before: Standing | null, ask: Ask, now: Temporal.Instant): Refusal | null {
  if (!event.publishedAt) return "not-published";
  // Whoever would rather not wait for the new date need not.
  else if (event.isPostponed && ask.answer === "not_going") return null;
  else if (event.cancelledAt) return "cancelled";
  else if (!isBefore(now, event.endsAt)) return "over";
  else if (before?.declinedAt && ask.answer !== "not_going") return "declined";
  else if (answersClosed(event, now) && !mayStill(before, ask)) return "closed";
  else if (ask.answer === "going" && !timesWithin(event, ask)) return "times-outside";
  else return null;
}

export function answersClosed({ answerBy }: Pick<Places, "answerBy">, now: Temporal.Instant): boolean {
  return answerBy !== null && !isBefore(now, answerBy);
}

/** After the last day for answers: whoever has a place may change their times, whoever has one or waits for one may give it up. */
function mayStill(before: Standing | null, ask: Ask): boolean {
  return ask.answer === "not_going" || before?.answer === "going" || before?.answer === "waitlisted" || before?.answer === "asked";
}

function timesWithin({ startsAt, endsAt }: Places, { from, until }: Come): boolean {
  return !isBefore(from ?? startsAt, startsAt) && isBefore(from ?? startsAt, until ?? endsAt) && !isBefore(endsAt, until ?? endsAt);
}

/** Who may have a place by asking now: nobody while others wait. */
export function isFree(event: Places, hall: Hall): boolean {
  return placesLeft(event, hall) !== 0 && inLine(event, hall) === 0;
}

function comeOrWait(event: Places, before: Standing | null, ask: Come): Standing {
  const isOnline = hasTwoHalls(event) ? (ask.isOnline ?? before?.isOnline ?? false) : event.venueId === null;
  const hall = hallOf(event, { isOnline });
  const wanted: Standing = {
    answer: "going",
    // From the start and to the end are null, so that a changed event does not leave a whole evening as a flying visit.
    from: ask.from && !ask.from.equals(event.startsAt) ? ask.from : null,
    until: ask.until && !ask.until.equals(event.endsAt) ? ask.until : null,
    isOnline,
    guests: guestsOf(event, isOnline, ask.guests ?? before?.guests ?? 0),
    isUnlisted: ask.isUnlisted,
    placeNo: before?.placeNo ?? event.nextPlace,
    moveNo: null,
    offeredUntil: null,
    declinedAt: null,
  };
  const isSameHall = before !== null && hallOf(event, before) === hall;
  if (before?.answer === "going") return isSameHall ? wanted : moved(event, before, wanted, hall, ask.letsGo ?? false);
  else if (before?.answer === "asked") return { ...wanted, answer: "asked" };
  else if (before?.answer === "waitlisted" && isSameHall) return before.offeredUntil ? wanted : { ...wanted, answer: "waitlisted", guests: 0 };
  const fresh = { ...wanted, placeNo: event.nextPlace };
  if (event.asksFirst && before?.answer !== "waitlisted") return { ...fresh, answer: "asked" };
  return isFree(event, hall) ? fresh : { ...fresh, answer: "waitlisted", guests: 0 };
}

/** To the other hall, at once if there is a place; else they wait for one and keep theirs, unless they would rather let it go. */
function moved(event: Places, before: Standing, wanted: Standing, hall: Hall, letsGo: boolean): Standing {
  if (isFree(event, hall)) return wanted;
  else if (letsGo) return { ...wanted, answer: "waitlisted", guests: 0, placeNo: event.nextPlace };
  const { isOnline, placeNo, guests } = before;
  return { ...wanted, isOnline, placeNo, guests, moveNo: before.moveNo ?? event.nextPlace };
}

function stayAway(event: Places, before: Standing | null, answer: "maybe" | "not_going"): Standing {
  if (before?.answer === answer) return before;
  const { isUnlisted = false, declinedAt = null } = before ?? {};
  return { answer, from: null, until: null, isOnline: false, guests: 0, isUnlisted, placeNo: event.nextPlace, moveNo: null, offeredUntil: null, declinedAt };
}

/** Guests come to the room, and only as many as the organisers allow. */
export function guestsOf(event: Pick<Places, "venueId" | "guestsEach">, isOnline: boolean, wanted: number): number {
  return isOnline || event.venueId === null ? 0 : Math.max(0, Math.min(wanted, event.guestsEach));
}

/** How many guests `after` may bring: those they had, and more while there are places that nobody waits for. */
export function mostGuests(event: Places, before: Standing | null, after: Standing): number {
  const had = before?.answer === "going" && hallOf(event, before) === "main" ? before.guests : 0;
  const left = placesLeft(event);
  if (left === null && inLine(event, "main") === 0) return after.guests;
  const isOwn = before?.answer === "going" ? hallOf(event, before) === "main" : before?.offeredUntil != null && hallOf(event, before) === "main";
  return had + (inLine(event, "main") > 0 ? 0 : Math.max(0, left! - Number(!isOwn)));
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
