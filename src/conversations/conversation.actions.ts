import type { House } from "../house.ts";
import { isMemberOfAny, mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { answersTaken, mayRead, mayWrite, stateOf } from "./conversation.ts";
import type { Standing } from "./conversation.ts";
import { conversationById, conversationOfEvent, insertConversation, markRead } from "./conversation.sql.ts";
import { messagesBefore, unreadAfter } from "./message.sql.ts";
import type { Talk } from "./message.ts";

export type ConversationFacts = NonNullable<Awaited<ReturnType<typeof conversationOfEvent.maybe>>>;

const AFTER_ALL = 2 ** 31 - 1;

type Part = { length: number; before?: number };

/**
 * An event's conversation as this viewer may see it: its newest `length` messages, or those before a number. Null when it is not theirs to read.
 * Seeing the first unread message and all after it is reading them.
 */
export async function talkOf(house: House, viewer: Viewer | null, eventId: string, part: Part): Promise<Talk | null> {
  if (!viewer) return null;
  const facts = await conversationOfEvent.maybe(house.db, eventId, viewer.personId);
  return facts && talkFrom(house, viewer, facts, part);
}

/** The same, for whoever has the facts already. */
export async function talkFrom(house: House, viewer: Viewer, facts: ConversationFacts, { length, before = AFTER_ALL }: Part): Promise<Talk | null> {
  const { eventId } = facts;
  const now = house.clock.now();
  const standing = standingOf(viewer, facts);
  if (!mayRead(facts, standing)) return null;
  const conversationId = facts.conversationId ?? (await begin(house, eventId));
  // After the facts, never beside them: what the page shows must reach at least to the revision from which its live stream goes on.
  const messages = (await messagesBefore.many(house.db, conversationId, standing.isOrganiser ? null : viewer.personId, before, length)).toReversed();
  const unread = facts.lastRead < facts.messageCount ? await unreadAfter.one(house.db, conversationId, facts.lastRead, viewer.personId) : null;
  const [first, last] = [messages[0]?.number, messages.at(-1)?.number];
  if (first !== undefined && last! > facts.lastRead && (unread?.first ?? first) >= first) await markRead.run(house.db, conversationId, viewer.personId, last!, now);
  return {
    eventId,
    conversationId,
    title: facts.title,
    organisationName: facts.organisationName,
    icebreaker: facts.icebreaker,
    state: stateOf(facts, now),
    answer: facts.answer,
    mayWrite: mayWrite(facts, standing, now),
    mayAnswer: answersTaken(facts, now),
    isOrganiser: standing.isOrganiser,
    count: facts.messageCount,
    revision: facts.revision,
    messages,
    unread: unread?.first ? { count: unread.count, first: unread.first } : null,
  };
}

/** What a live page has shown is read. */
export async function readTo(house: House, viewer: Viewer, conversationId: string, number: number): Promise<{ kind: "read" | "not-found" }> {
  const facts = await conversationById.maybe(house.db, conversationId, viewer.personId);
  if (!facts || !mayRead(facts, standingOf(viewer, facts))) return { kind: "not-found" };
  await markRead.run(house.db, conversationId, viewer.personId, number, house.clock.now());
  return { kind: "read" };
}

export function standingOf(viewer: Viewer, facts: Pick<ConversationFacts, "answer" | "isInvited" | "hostOrganisations" | "hostPath" | "isBarred">): Standing {
  const { answer, isInvited, isBarred } = facts;
  return { answer, isInvited, isMember: isMemberOfAny(viewer, facts.hostOrganisations), isOrganiser: mayOrganise(viewer, facts.hostPath), isBarred };
}

/** A conversation is made when somebody first looks at it, so that an event needs none of its own. */
async function begin({ db, clock }: House, eventId: string): Promise<string> {
  await insertConversation.run(db, eventId, clock.now());
  const { conversationId } = await conversationOfEvent.one(db, eventId, NOBODY);
  return conversationId!;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
