/** Taking a message off the page, and putting it back after an objection. Live pages follow. */
import { lockConversation, raiseCounters } from "../conversations/conversation.sql.ts";
import { emptyMessage } from "../conversations/message.sql.ts";
import { notify } from "../platform/db/notify.sql.ts";
import type { Tx } from "../platform/db/query.ts";
import { messageToRemove, restoreMessage } from "./removal.sql.ts";

/** Returns the words, for keeping; null where there is nothing left to remove. */
export async function takeOffThePage(tx: Tx, messageId: string, by: string, at: Temporal.Instant): Promise<string | null> {
  const found = await messageToRemove.maybe(tx, messageId);
  if (!found) return null;
  const { messageCount, revision } = await lockConversation.one(tx, found.conversationId);
  const { body, deletedAt } = await messageToRemove.one(tx, messageId); // as it is under the lock
  if (deletedAt) return null;
  await emptyMessage.run(tx, messageId, by, revision + 1, at);
  await raiseCounters.run(tx, found.conversationId, messageCount, revision + 1);
  await notify.run(tx, "conversation", found.conversationId);
  return body;
}

export async function putBack(tx: Tx, messageId: string, words: string): Promise<void> {
  const found = await messageToRemove.maybe(tx, messageId);
  if (!found) return;
  const { messageCount, revision } = await lockConversation.one(tx, found.conversationId);
  if ((await restoreMessage.run(tx, messageId, words, revision + 1)) === 0) return;
  await raiseCounters.run(tx, found.conversationId, messageCount, revision + 1);
  await notify.run(tx, "conversation", found.conversationId);
}
