/** What is left to do for an event, worked out from what is known of it. Nothing here is asked of anybody twice: what is done goes by itself. */
import { eventState, hasStarted } from "../events/event.ts";
import type { Event } from "../events/event.ts";

export type TodoKind =
  | "new-date"
  | "publish"
  | "place"
  | "about"
  | "access"
  | "icebreaker"
  | "say-hello"
  | "question"
  | "asked"
  | "waiting"
  | "needs"
  | "newcomers"
  | "thanks"
  | "share";

/** `path` is beneath the event's own. */
export type Todo = { kind: TodoKind; path: string; count?: number; at?: Temporal.Instant; others?: number; state?: string };

export type TodoFacts = {
  readonly messages: number;
  readonly lastSaid: string | null;
  readonly lastSaidAt: Temporal.Instant | null;
  readonly lastSaidByOrganiser: boolean | null;
  /** Who asks to come, and waits for a yes or no */
  readonly asking: number;
  /** Beside the organisers */
  readonly duties: number;
  readonly organisers: number;
  /** Needs that wait for an answer, and by when the first was promised one */
  readonly needs: number;
  readonly needsBy: Temporal.Instant | null;
  /** Those who come for the first time */
  readonly firstTime: number;
  /** Somebody has said whether a letter of thanks goes */
  readonly thanksDecided: boolean;
  /** Who agreed to meet newcomers; who was asked and has not said; who would, and was not asked */
  readonly welcoming: { readonly agreed: number; readonly asked: number; readonly willing: number };
};

/** A question may wait for as long as people sleep and go to work. */
const HOURS_TO_ANSWER = 12;
/** More than this one cannot greet, write to and let in alone. */
const TOO_MANY_FOR_ONE = 20;

/** Before that there are other things to do. */
const HOURS_TO_THINK_OF_THANKS = 36;

export function todo(event: Event, facts: TodoFacts, now: Temporal.Instant): Todo[] {
  const state = eventState(event, now);
  if (event.isPostponed) return [{ kind: "new-date", path: "/postponement" }];
  else if (state === "cancelled" || state === "past") return [];
  else return [...description(event, state === "draft"), ...(state === "draft" ? [] : runUp(event, facts, now))];
}

function description(event: Event, isDraft: boolean): Todo[] {
  const list: Todo[] = [];
  if (isDraft) list.push({ kind: "publish", path: "/publication" });
  if (event.venueId && !event.venueAddress) list.push({ kind: "place", path: "/edit#where" });
  if (event.venueId && !event.stepFree) list.push({ kind: "access", path: "/edit#where" });
  if (!event.about && !event.summary) list.push({ kind: "about", path: "/edit#about" });
  if (!event.icebreaker) list.push({ kind: "icebreaker", path: "/edit#icebreaker" });
  return list;
}

function runUp(event: Event, facts: TodoFacts, now: Temporal.Instant): Todo[] {
  if (hasStarted(event, now)) return [];
  const list: Todo[] = [];
  if (facts.needs > 0) list.push({ kind: "needs", path: "/needs", count: facts.needs, at: facts.needsBy! });
  if (facts.asking > 0) list.push({ kind: "asked", path: "/organise/people?state=asked", count: facts.asking });
  const isOpen = !event.conversationOpensAt || Temporal.Instant.compare(event.conversationOpensAt, now) <= 0;
  if (asksSomething(facts, now)) list.push({ kind: "question", path: "/conversation#new", at: facts.lastSaidAt! });
  else if (isOpen && facts.messages === 0) list.push({ kind: "say-hello", path: "/conversation" });
  if (event.waitingCount > 0) list.push({ kind: "waiting", path: "/organise/people?state=waitlisted", count: event.waitingCount });
  if (event.venueId && facts.firstTime > 0 && facts.welcoming.agreed === 0) list.push({ kind: "newcomers", path: "/welcoming", count: facts.firstTime, ...waitingOrWilling(facts.welcoming) });
  if (event.goingCount > 0 && !facts.thanksDecided && event.startsAt.since(now).total("hours") < HOURS_TO_THINK_OF_THANKS) list.push({ kind: "thanks", path: "/thanks" });
  if (event.goingCount > TOO_MANY_FOR_ONE && facts.organisers + facts.duties < 2) list.push({ kind: "share", path: "/duties", count: event.goingCount });
  return list;
}

function waitingOrWilling({ asked, willing }: TodoFacts["welcoming"]): { others: number; state: string } {
  if (asked > 0) return { others: asked, state: "asked" };
  else return { others: willing, state: willing > 0 ? "willing" : "none" };
}

/** The last words are a question by somebody who does not organise, and have stood for a while. */
function asksSomething({ lastSaid, lastSaidAt, lastSaidByOrganiser }: TodoFacts, now: Temporal.Instant): boolean {
  const isQuestion = lastSaid !== null && /[?？؟]\s*$/u.test(lastSaid);
  return isQuestion && lastSaidByOrganiser === false && lastSaidAt !== null && now.since(lastSaidAt).total("hours") >= HOURS_TO_ANSWER;
}
