/** One utterance in a conversation, and what a page shows of a conversation. */
import type { Viewer } from "../people/viewer.ts";
import type { Answer, State } from "./conversation.ts";
import type { Message } from "./message.sql.ts";

export type { Message };

/** A conversation as one person sees it. Whoever may not read it is given null instead. */
export type Talk = {
  eventId: string;
  conversationId: string;
  title: string;
  organisationName: string;
  /** The organisers' first question, or "". */
  icebreaker: string;
  state: State;
  answer: Answer | null;
  mayWrite: boolean;
  /** Answers are still taken, so that saying one lets them write. */
  mayAnswer: boolean;
  isOrganiser: boolean;
  /** The number of the newest message; taken back ones count. */
  count: number;
  /** Where a live stream goes on from. */
  revision: number;
  /** In order; the newest ones unless an earlier part was asked for. */
  messages: Message[];
  /** What is news to this person: how many, and the number of the first. */
  unread: { count: number; first: number } | null;
};

export type Fate = "said" | "taken-back" | "removed";

export function fateOf({ deletedAt, deletedBy, authorId }: Pick<Message, "deletedAt" | "deletedBy" | "authorId">): Fate {
  if (!deletedAt) return "said";
  else if (deletedBy === authorId) return "taken-back";
  else return "removed";
}

export function mayEdit(viewer: Pick<Viewer, "personId">, message: Message, mayWriteHere: boolean): boolean {
  return mayWriteHere && message.authorId === viewer.personId && !message.deletedAt;
}

/** Own words can be taken back for ever; organisers may remove what does not belong. */
export function mayRemove(viewer: Pick<Viewer, "personId">, message: Message, isOrganiser: boolean): boolean {
  return !message.deletedAt && (isOrganiser || message.authorId === viewer.personId);
}

export const PAGE_LENGTH = 50;

export function conversationUrl(eventId: string): string {
  return `/events/${eventId}/conversation`;
}

/** The page on which a message stands, led to the message itself. */
export function messageUrl(eventId: string, number: number, count: number): string {
  const newest = number > count - PAGE_LENGTH;
  return `${conversationUrl(eventId)}${newest ? "" : `?before=${number + PAGE_LENGTH / 2}`}#${messageAnchor(number)}`;
}

export function messageAnchor(number: number): string {
  return `message-${number}`;
}
