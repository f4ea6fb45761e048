import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { blankForm, fields, type FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { LONGEST_MESSAGE } from "./conversation.ts";
import { messageBubble } from "./message.parts.ts";
import { conversationUrl } from "./message.ts";
import type { Talk } from "./message.ts";

/** The browser module that a page with a conversation asks for. */
export const conversationModule = "conversation.js";

/** How many messages the event's own page shows. */
export const SHORT_TALK = 4;

export type Writing = {
  /** New with every form: pressing Send twice writes once. */
  once: string;
  state?: FormState;
};

/** The icebreaker on the event's page: its question, the newest messages, and a form for whoever may write. */
export function conversationPart(view: View, { talk, once }: { talk: Talk; once: string }): Html {
  const all = talk.count > 0 ? { href: conversationUrl(talk.eventId), words: view.t("conversations.all", { count: talk.count }) } : null;
  return section(
    "icebreaker",
    view.t("conversations.icebreaker"),
    html`<div class="stack gap-5">${news(view, talk)}${question(talk)}${said(view, talk, true)}${writing(view, talk, { once }, "event")}</div>`,
    { link: all },
  );
}

/** The organisers' first question. */
export function question(talk: Talk): Html {
  return talk.icebreaker ? html`<p class="quote"><bdi>${talk.icebreaker}</bdi></p>` : html``;
}

/** "3 new since you were here", and the way to the first of them where the page shows it. */
export function news(view: View, { unread, messages, eventId }: Talk): Html {
  if (!unread || messages.length === 0 || unread.first === messages[0]!.number) return html``;
  const here = unread.first > messages[0]!.number && unread.first <= messages.at(-1)!.number;
  const href = here ? "#new" : `${conversationUrl(eventId)}?before=${unread.first + 40}#new`;
  return html`<p class="row"><b>${view.t("conversations.newSince", { count: unread.count })}</b><a href="${href}">${view.t("conversations.jump")}</a></p>`;
}

/** The messages. `live`: they end with the newest one, and more may come in while the page is open. */
export function said(view: View, talk: Talk, live: boolean): Html {
  if (talk.state.kind === "opens" && talk.messages.length === 0) {
    return empty(view.t("conversations.opens", { when: times(view).moment(talk.state.at) }), view.t("conversations.opensMore"));
  }
  const list = html`<ol class="chat" aria-label="${view.t("conversations.label")}">${talk.messages.map(
    (message) => html`${message.number === talk.unread?.first && message.number > 1 ? html`<li class="since" id="new">${view.t("conversations.newFromHere")}</li>` : ""}${messageBubble(view, message, talk)}`,
  )}</ol>`;
  if (talk.state.kind === "closed" && talk.count === 0) return html`<p class="soft">${view.t("conversations.noneClosed")}</p>`;
  const none = talk.messages.length === 0 ? empty(view.t("conversations.none"), view.t(talk.mayWrite ? "conversations.noneWrite" : "conversations.noneRead")) : html``;
  if (!live || talk.state.kind === "closed") return html`${none}${list}`;
  const at = `/conversations/${talk.conversationId}`;
  return html`<div data-stream="${at}/stream?after=${talk.revision}" data-reading="${at}/reading">${none}${list}<p class="hush" role="status"></p></div>`;
}

/** The form, or why there is none and what would change that. */
export function writing(view: View, talk: Talk, { once, state = blankForm }: Writing, from: "event" | "conversation"): Html {
  const { t } = view;
  if (talk.state.kind === "opens") return html``;
  if (talk.state.kind === "closed" && talk.count === 0) return html``;
  if (talk.state.kind === "closed") return html`<p class="soft">${t(talk.state.because === "cancelled" ? "conversations.cancelled" : "conversations.over")}</p>`;
  if (!talk.mayWrite && talk.answer === "waitlisted") return html`<p class="soft">${t("conversations.waiting")}</p>`;
  if (!talk.mayWrite && !talk.mayAnswer) return html`<p class="soft">${t("conversations.answersClosed")}</p>`;
  if (!talk.mayWrite && from === "event") return html`<p class="soft">${t("conversations.answerFirst")}</p>`;
  if (!talk.mayWrite) return notice(t("conversations.answerFirst"), { mark: "message-circle", actions: html`<a href="/events/${talk.eventId}">${t("conversations.answer")}</a>` });
  const field = fields(view, state, "message-");
  return html`<form class="stack gap-3" method="post" action="${conversationUrl(talk.eventId)}" data-sends data-failed="${t("conversations.notSent")}">
${field.hidden("once", once)}${field.hidden("from", from)}
${field.area({ name: "body", label: t("conversations.yourMessage"), hint: t("conversations.whoReads", { organisation: talk.organisationName }), rows: 2, maxlength: LONGEST_MESSAGE, required: true })}
<div>${button({ words: t("conversations.send"), mark: "send", quiet: from === "event" })}</div>
</form>`;
}
