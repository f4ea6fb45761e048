/**
 * What a person says about coming, and what follows from it. Pure: the event as it stands under its lock, the answer so far and the new one go in,
 * a decision comes out; `rsvp.actions.ts` writes it down.
 *
 * The invariants (`rsvp.test.ts` tries them by the thousand):
 * - no answer raises the number of people coming above the capacity, and none that has a place loses it by answering;
 * - places are given in the order of `placeNo`, which the event hands out; whoever gives theirs back goes to the end when they return;
 * - while anybody waits, a free place belongs to the first in line, never to whoever happens to ask.
 */
import { placesLeft } from "../events/places.ts";

export type Answer = "going" | "maybe" | "not_going" | "waitlisted";

export type Ask =
  /** Null is from the start, and to the end. */
  | { readonly answer: "going"; readonly from: Temporal.Instant | null; readonly until: Temporal.Instant | null; readonly isUnlisted: boolean }
  | { readonly answer: "maybe" | "not_going" };

/** The event as it stands, read under its lock. */
export type Places = {
  readonly publishedAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant | null;
  readonly capacity: number | null;
} & Counts;

export type Counts = { readonly nextPlace: number; readonly goingCount: number; readonly maybeCount: number; readonly waitingCount: number };

/** What a person has said so far, as it is stored. */
export type Standing = {
  readonly answer: Answer;
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly placeNo: number;
  readonly isUnlisted: boolean;
};

/** The same as its owner is shown it. */
export type Said = Standing & {
  /** 1 is first in line; 0 for whoever does not wait. */
  readonly position: number;
  readonly answeredAt: Temporal.Instant;
};

export type Refusal = "not-published" | "cancelled" | "over" | "closed" | "times-outside" | "barred";

export type Decision =
  | { readonly kind: "refused"; readonly why: Refusal }
  /** The same again: nothing to write, nobody to tell. */
  | { readonly kind: "unchanged"; readonly standing: Standing }
  | { readonly kind: "answered"; readonly standing: Standing; readonly counts: Counts };

export function decide(event: Places, before: Standing | null, ask: Ask, now: Temporal.Instant): Decision {
  const why = refusal(event, before, ask, now);
  if (why) return { kind: "refused", why };
  const standing = ask.answer === "going" ? comeOrWait(event, before, ask) : stayAway(event, before, ask.answer);
  if (before && sameStanding(before, standing)) return { kind: "unchanged", standing: before };
  return { kind: "answered", standing, counts: countsAfter(event, before, standing) };
}

/** Why an answer cannot be taken now, or null. Saying no, or giving a place back, is always possible until the event is over. */
export function refusal(event: Places, before: Standing | null, ask: Ask, now: Temporal.Instant): Refusal | null {
  if (!event.publishedAt) return "not-published";
  else if (event.cancelledAt) return "cancelled";
  else if (!isBefore(now, event.endsAt)) return "over";
  else if (answersClosed(event, now) && !mayStill(before, ask)) return "closed";
  else if (ask.answer === "going" && !timesWithin(event, ask)) return "times-outside";
  else return null;
}

export function answersClosed({ answerBy }: Pick<Places, "answerBy">, now: Temporal.Instant): boolean {
  return answerBy !== null && !isBefore(now, answerBy);
}

/** How many of those waiting can have a place now. */
export function placesToGive(event: Places, now: Temporal.Instant): number {
  if (!event.publishedAt || event.cancelledAt || !isBefore(now, event.endsAt)) return 0;
  return Math.min(event.waitingCount, placesLeft(event) ?? event.waitingCount);
}

/** After the last day for answers: whoever has a place may change their times, whoever has one or waits for one may give it up. */
function mayStill(before: Standing | null, ask: Ask): boolean {
  const hasPlace = before?.answer === "going" || before?.answer === "waitlisted";
  return ask.answer === "not_going" || hasPlace;
}

function timesWithin({ startsAt, endsAt }: Places, { from, until }: { from: Temporal.Instant | null; until: Temporal.Instant | null }): boolean {
  return !isBefore(from ?? startsAt, startsAt) && isBefore(from ?? startsAt, until ?? endsAt) && !isBefore(endsAt, until ?? endsAt);
}

function comeOrWait(event: Places, before: Standing | null, ask: Ask & { answer: "going" }): Standing {
  // From the start and to the end are null, so that a changed event does not leave a whole evening as a flying visit.
  const from = ask.from && !ask.from.equals(event.startsAt) ? ask.from : null;
  const until = ask.until && !ask.until.equals(event.endsAt) ? ask.until : null;
  const { isUnlisted } = ask;
  if (before?.answer === "going" || before?.answer === "waitlisted") return { ...before, from, until, isUnlisted };
  const isFree = placesLeft(event) !== 0 && event.waitingCount === 0;
  return { answer: isFree ? "going" : "waitlisted", from, until, isUnlisted, placeNo: event.nextPlace };
}

function stayAway(event: Places, before: Standing | null, answer: "maybe" | "not_going"): Standing {
  if (before?.answer === answer) return before;
  return { answer, from: null, until: null, isUnlisted: before?.isUnlisted ?? false, placeNo: event.nextPlace };
}

function sameStanding(a: Standing, b: Standing): boolean {
  return a.answer === b.answer && a.placeNo === b.placeNo && a.isUnlisted === b.isUnlisted && sameTime(a.from, b.from) && sameTime(a.until, b.until);
}

function countsAfter(event: Counts, before: Standing | null, after: Standing): Counts {
  const step = (answer: Answer) => Number(after.answer === answer) - Number(before?.answer === answer);
  return {
    nextPlace: Math.max(event.nextPlace, after.placeNo + 1),
    goingCount: event.goingCount + step("going"),
    maybeCount: event.maybeCount + step("maybe"),
    waitingCount: event.waitingCount + step("waitlisted"),
  };
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

function sameTime(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a === b || (a !== null && b !== null && a.equals(b));
}
