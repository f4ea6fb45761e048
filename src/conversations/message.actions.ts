import type { House } from "../house.ts";
import { isHiddenFrom } from "../people/hiding.sql.ts";
import { limitedNow } from "../people/sanction.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { notify } from "../platform/db/notify.sql.ts";
import { newId } from "../platform/ids.ts";
import { standingOf } from "./conversation.actions.ts";
import { mayRead, mayWrite } from "./conversation.ts";
import { conversationById, conversationOfEvent, insertConversation, lockConversation, raiseCounters } from "./conversation.sql.ts";
import { changeBody, emptyMessage, insertMessage, messageById, messageByOnce } from "./message.sql.ts";
import { mayEdit, mayRemove } from "./message.ts";
import type { Message } from "./message.ts";

/** `once` is what the form carried: the same form sent again finds its message already there. */
export type Utterance = { eventId: string; body: string; once: string };

export type SendOutcome = { kind: "sent"; messageId: string; number: number; conversationId: string } | { kind: "closed" } | { kind: "limited" } | { kind: "not-found" };

export async function sendMessage({ db, clock }: House, by: Viewer, { eventId, body, once }: Utterance): Promise<SendOutcome> {
  return db.transaction(async (tx) => {
    const at = clock.now();
    const found = await conversationOfEvent.maybe(tx, eventId, by.personId);
    if (!found || !mayRead(found, standingOf(by, found))) return { kind: "not-found" };
    if (!mayWrite(found, standingOf(by, found), at)) return { kind: "closed" };
    if ((await limitedNow.one(tx, by.personId)).is) return { kind: "limited" };
    if (!found.conversationId) await insertConversation.run(tx, eventId, at);
    const conversationId = found.conversationId ?? (await conversationOfEvent.one(tx, eventId, by.personId)).conversationId!;
    const { messageCount, revision } = await lockConversation.one(tx, conversationId);
    const before = await messageByOnce.maybe(tx, conversationId, by.personId, once);
    if (before) return { kind: "sent", messageId: before.id, number: before.number, conversationId };
    const message = { id: newId(at.epochMilliseconds), conversationId, number: messageCount + 1, revision: revision + 1, authorId: by.personId, body, once, at };
    await raiseCounters.run(tx, conversationId, message.number, message.revision);
    await insertMessage.run(tx, message);
    await record(tx, { kind: "message.sent", at, by: by.personId, eventId, about: { messageId: message.id } });
    await notify.run(tx, "conversation", conversationId);
    return { kind: "sent", messageId: message.id, number: message.number, conversationId };
  });
}

export type OwnMessage = { message: Message; eventId: string; title: string; count: number; mayEdit: boolean; mayRemove: boolean };

/** A message that this viewer may read, with what they may do to it. */
export async function messageFor({ db, clock }: Pick<House, "clock"> & { db: Pick<Tx, "query"> }, viewer: Viewer, id: string): Promise<OwnMessage | null> {
  const message = await messageById.maybe(db, id);
  const facts = message && (await conversationById.maybe(db, message.conversationId, viewer.personId));
  if (!message || !facts) return null;
  const standing = standingOf(viewer, facts);
  const own = message.authorId === viewer.personId;
  if (!own && !mayRead(facts, standing)) return null;
  if (!own && !standing.isOrganiser && message.authorId && (await isHiddenFrom.one(db, viewer.personId, message.authorId)).is) return null;
  return {
    message,
    eventId: facts.eventId,
    title: facts.title,
    count: facts.messageCount,
    mayEdit: mayEdit(viewer, message, mayWrite(facts, standing, clock.now())),
    mayRemove: mayRemove(viewer, message, standing.isOrganiser),
  };
}

export type ChangeOutcome = { kind: "changed"; eventId: string; number: number; count: number } | { kind: "not-found" };

export function editMessage(house: House, by: Viewer, id: string, body: string): Promise<ChangeOutcome> {
  return change(house, by, id, "message.edited", (found) => found.mayEdit, (tx, revision, now) => changeBody.run(tx, id, body, revision, now));
}

/** Takes one's own words back; for organisers, takes away what does not belong. */
export function removeMessage(house: House, by: Viewer, id: string): Promise<ChangeOutcome> {
  return change(house, by, id, "message.removed", (found) => found.mayRemove, (tx, revision, now) => emptyMessage.run(tx, id, by.personId, revision, now));
}

type Write = (tx: Tx, revision: number, now: Temporal.Instant) => Promise<number>;

async function change({ db, clock }: House, by: Viewer, id: string, kind: "message.edited" | "message.removed", may: (found: OwnMessage) => boolean, write: Write): Promise<ChangeOutcome> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const found = await messageFor({ db: tx, clock }, by, id);
    if (!found || !may(found)) return { kind: "not-found" };
    const { conversationId, number } = found.message;
    const { messageCount, revision } = await lockConversation.one(tx, conversationId);
    if ((await write(tx, revision + 1, now)) === 1) {
      await raiseCounters.run(tx, conversationId, messageCount, revision + 1);
      await record(tx, { kind, at: now, by: by.personId, eventId: found.eventId, about: { messageId: id } });
      await notify.run(tx, "conversation", conversationId);
    }
    return { kind: "changed", eventId: found.eventId, number, count: messageCount };
  });
}
