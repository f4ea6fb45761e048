import { blankForm, fields, type FormState } from "../ui/form.ts";
import { button, linkButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { tasks } from "../ui/tasks.ts";
import { unbroken } from "../ui/words.ts";
import type { View } from "../ui/view.ts";
import { conversationTask } from "./conversation-list.parts.ts";
import { conversationModule, news, question, said, writing, type Writing } from "./conversation.parts.ts";
import type { ConversationRow } from "./conversation.sql.ts";
import { conversationUrl, PAGE_LENGTH } from "./message.ts";
import type { Talk } from "./message.ts";

/** A whole conversation, fifty messages at a time, the newest at the foot. */
export function conversationPage(view: View, talk: Talk, form: Writing): Html {
  const { t } = view;
  const url = conversationUrl(talk.eventId);
  const [first, last] = [talk.messages[0]?.number ?? 0, talk.messages.at(-1)?.number ?? 0];
  const isNewest = last >= talk.count;
  const laterEnd = last + PAGE_LENGTH + 1;
  return page(
    view,
    {
      title: t("conversations.pageTitle", { title: talk.title }),
      section: "messages",
      crumbs: [{ words: talk.title, href: `/events/${talk.eventId}` }, { words: t("conversations.crumb") }],
      modules: [conversationModule],
      unlisted: true,
    },
    html`<div class="stack gap-5">
${fields(view, form.state ?? blankForm, "message-").summary()}
<header class="stack"><h1>${unbroken(t("conversations.pageTitle", { title: talk.title }))}</h1>${talk.icebreaker ? question(talk) : html`<p class="lede">${t("conversations.pageLede")}</p>`}</header>
${news(view, talk)}
${first > 1 ? html`<p class="row"><a href="${url}?before=${first}">${t("conversations.earlier")}</a></p>` : ""}
${said(view, talk, isNewest)}
${isNewest ? writing(view, talk, form, "conversation") : html`<p class="row"><a href="${url}${laterEnd > talk.count ? "" : `?before=${laterEnd}`}">${t("conversations.later")}</a><a href="${url}">${t("conversations.newest")}</a></p>`}
</div>`,
  );
}

export function messagesPage(view: View, rows: readonly ConversationRow[]): Html {
  const { t } = view;
  return page(
    view,
    { title: t("conversations.messages"), section: "messages", unlisted: true },
    html`<div class="stack gap-5"><header class="stack"><h1>${t("conversations.messages")}</h1><p class="lede">${t("conversations.messagesLede")}</p></header>
${rows.length > 0 ? section("conversations", t("conversations.ofMeetups"), tasks(rows.map((row) => conversationTask(view, row)))) : empty(t("conversations.listNone"), t("conversations.listNoneMore"), linkButton("/events", { words: t("conversations.findMeetup"), quiet: true }))}
</div>`,
  );
}

type Asked = { id: string; eventId: string; title: string; back: string };

export function editPage(view: View, asked: Asked, state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  return page(
    view,
    { title: t("conversations.editTitle"), section: "messages", crumbs: trail(view, asked, t("conversations.edit")), unlisted: true },
    html`<form class="stack gap-5 prose" method="post" action="/messages/${asked.id}/edit">
${field.summary()}
<h1>${t("conversations.editTitle")}</h1>
${field.area({ name: "body", label: t("conversations.yourMessage"), hint: t("conversations.editHint"), rows: 6, required: true })}
<div class="row">${button({ words: t("conversations.save") })}<a href="${asked.back}">${t("conversations.leave")}</a></div>
</form>`,
  );
}

/** The question before words are erased. `name` is null when they are one's own. */
export function removalPage(view: View, asked: Asked & { name: string | null; words: Html }): Html {
  const { t } = view;
  const title = t(asked.name === null ? "conversations.takeBackTitle" : "conversations.removeTitle");
  return page(
    view,
    { title, section: "messages", crumbs: trail(view, asked, t(asked.name === null ? "conversations.takeBack" : "conversations.remove")), unlisted: true },
    html`<form class="stack gap-5" method="post" action="/messages/${asked.id}/removal">
<h1>${title}</h1>
<blockquote class="panel prose" dir="auto">${asked.words}</blockquote>
<p class="prose">${asked.name === null ? t("conversations.takeBackMore") : t("conversations.removeMore", { name: asked.name })}</p>
<div class="row">${button({ words: t(asked.name === null ? "conversations.takeBackButton" : "conversations.removeButton") })}<a href="${asked.back}">${t("conversations.leave")}</a></div>
</form>`,
  );
}

function trail(view: View, { eventId, title }: Asked, here: string) {
  return [
    { words: title, href: `/events/${eventId}` },
    { words: view.t("conversations.crumb"), href: conversationUrl(eventId) },
    { words: here },
  ];
}
