import { chatBubble } from "../ui/chat.ts";
import { html, type Html } from "../ui/html.ts";
import type { Line, View } from "../ui/view.ts";
import { chatMarkdown, plainText } from "../platform/text/markdown.ts";
import { times } from "../platform/i18n/times.ts";
import { fateOf, mayEdit, mayRemove, messageAnchor } from "./message.ts";
import type { Message, Talk } from "./message.ts";

/** What decides which links stand under a message. */
export type Powers = Pick<Talk, "mayWrite" | "isOrganiser">;

/** One message as a list item, on a page and in a live stream alike. */
export function messageBubble(view: View, message: Message, powers: Powers): Html {
  const fate = fateOf(message);
  const known = message.authorName !== null;
  return chatBubble(view, {
    id: messageAnchor(message.number),
    from: {
      name: authorName(view, message),
      lang: message.authorLang,
      handle: message.authorHandle,
      line: (message.authorLine ?? 5) as Line,
      photo: message.authorPhoto,
      href: known ? `/people/${message.authorId}` : null,
    },
    at: message.sentAt,
    when: times(view).recently(message.sentAt),
    mine: isMine(view, message),
    body: fate === "said" ? chatMarkdown(message.body) : html`<p class="soft">${view.t(fate === "taken-back" ? "conversations.takenBack" : "conversations.removed")}</p>`,
    note: message.editedAt ? view.t("conversations.edited") : null,
    actions: actions(view, message, powers),
  });
}

/** What a screen reader says when a message comes in: once, and not for one's own. */
export function spoken(view: View, message: Message): string | null {
  if (isMine(view, message) || message.editedAt || fateOf(message) !== "said") return null;
  return view.t("conversations.said", { name: authorName(view, message), words: plainText(message.body, 300) });
}

export function authorName(view: View, message: Pick<Message, "authorName">): string {
  return message.authorName ?? view.t("conversations.gone");
}

export function isMine(view: View, message: Pick<Message, "authorId">): boolean {
  return view.me !== null && message.authorId === view.me.personId;
}

function actions(view: View, message: Message, { mayWrite, isOrganiser }: Powers): Html | null {
  if (!view.me) return null;
  const report = !isMine(view, message) && message.authorName !== null && fateOf(message) === "said";
  const edit = mayEdit(view.me, message, mayWrite);
  const remove = mayRemove(view.me, message, isOrganiser);
  if (!edit && !remove && !report) return null;
  const mine = isMine(view, message);
  const words = plainText(message.body, 40);
  const about = mine ? view.t("conversations.editAbout", { words }) : view.t("conversations.removeAbout", { name: authorName(view, message), words });
  const link = (path: string, label: string) => html`<a href="/messages/${message.id}/${path}">${label}<span class="hush"> ${about}</span></a>`;
  return html`${edit ? link("edit", view.t("conversations.edit")) : ""}${remove ? link("removal", view.t(mine ? "conversations.takeBack" : "conversations.remove")) : ""}${report ? html`<a class="soft" href="/messages/${message.id}/report">${view.t("safety.report")}<span class="hush"> ${view.t("safety.reportAbout", { name: authorName(view, message) })}</span></a>` : ""}`;
}
