import { face } from "../ui/face.ts";
import { html } from "../ui/html.ts";
import { tag } from "../ui/tag.ts";
import type { Task } from "../ui/tasks.ts";
import type { Line, View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { plainText } from "../platform/text/markdown.ts";
import type { ConversationRow } from "./conversation.sql.ts";
import { conversationUrl } from "./message.ts";

/** One conversation in a list: who spoke last, their words, and how much is new. For the home page too. */
export function conversationTask(view: View, row: ConversationRow): Task {
  const { t } = view;
  const name = row.authorName ?? t("conversations.gone");
  const words = plainText(row.body, 120);
  const preview = view.me?.personId === row.authorId ? t("conversations.previewYou", { words }) : t("conversations.preview", { name, words });
  return {
    mark: face({ name, line: (row.authorLine ?? row.line) as Line }),
    title: t("conversations.of", { title: row.title }),
    href: `${conversationUrl(row.eventId)}${row.unread > 0 ? "#new" : ""}`,
    words: row.deletedAt ? html`<span class="soft">${t("conversations.takenBack")}</span>` : preview,
    small: times(view).recently(row.sentAt),
    status: row.unread > 0 ? tag(t("conversations.newTag", { count: row.unread }), "yes") : null,
  };
}
