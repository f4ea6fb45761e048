/** The icebreaker conversation of an event: who reads it, who writes in it, and from when until when. */

import { mayOpen } from "../organisations/event-audience.ts";
import type { Audience, NamesFor } from "../organisations/event-audience.ts";

/** What somebody said about the event, as stored. */
export type Answer = "going" | "maybe" | "not_going" | "waitlisted" | "asked";

/** The event as far as its conversation asks. */
export type Host = {
  publishedAt: Temporal.Instant | null;
  cancelledAt: Temporal.Instant | null;
  endsAt: Temporal.Instant;
  /** Null: when it is published. */
  opensAt: Temporal.Instant | null;
  audience: Audience;
  namesFor: NamesFor;
};

/** How a person stands to the event. */
export type Standing = {
  answer: Answer | null;
  /** Of the hosting organisation. */
  isMember: boolean;
  isOrganiser: boolean;
  /** From the meet-up or from its unit. */
  isBarred: boolean;
  isInvited: boolean;
};

export type State =
  | { kind: "opens"; at: Temporal.Instant }
  | { kind: "open"; until: Temporal.Instant }
  | { kind: "closed"; because: "cancelled" | "over" };

export const LONGEST_MESSAGE = 4000;

/** Long enough to say thank you and to ask who the person with the map was. */
const DAYS_AFTER = 14;

/**
 * Those coming or in line, organisers, and members of the hosts where members see names: whoever writes is named. Nobody who is barred, and a draft
 * has no conversation.
 */
export function mayRead(host: Host, standing: Standing): boolean {
  const { answer, isMember, isOrganiser, isBarred } = standing;
  if (host.publishedAt === null || isBarred || !mayOpen(host, standing)) return false;
  const forMembers = host.namesFor === "everyone" || host.namesFor === "members";
  return (isMember && forMembers) || isOrganiser || isComing(answer) || answer === "waitlisted";
}

export function stateOf(host: Host, now: Temporal.Instant): State {
  const until = host.endsAt.add({ hours: 24 * DAYS_AFTER });
  if (host.cancelledAt) return { kind: "closed", because: "cancelled" };
  else if (host.opensAt && isBefore(now, host.opensAt)) return { kind: "opens", at: host.opensAt };
  else if (isBefore(now, until)) return { kind: "open", until };
  else return { kind: "closed", because: "over" };
}

/** Those coming, perhaps coming, and organisers, while it is open. */
export function mayWrite(host: Host, standing: Standing, now: Temporal.Instant): boolean {
  return mayRead(host, standing) && stateOf(host, now).kind === "open" && (isComing(standing.answer) || standing.isOrganiser);
}

/** Whoever has not answered by then cannot write any more, and is not told to answer. */
export function answersTaken({ endsAt, answerBy }: Pick<Host, "endsAt"> & { answerBy: Temporal.Instant | null }, now: Temporal.Instant): boolean {
  return isBefore(now, answerBy ?? endsAt);
}

function isComing(answer: Answer | null): boolean {
  return answer === "going" || answer === "maybe";
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
