import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { factList } from "../ui/facts.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { adminPage } from "./admin.pages.ts";
import { letterStateWords, letterTag, stateWord } from "./outbox.parts.ts";
import { letterStates, mayShowText } from "./outbox.ts";
import type { LetterState } from "./outbox.ts";
import type { LetterCounts, LetterInFull, LetterRow } from "./outbox.sql.ts";

export type Outbox = {
  letters: LetterRow[];
  counts: LetterCounts;
  /** Only letters in this state, or all. */
  state: LetterState | null;
  /** Where the older ones are. */
  older: string | null;
  isNewest: boolean;
  hasMailServer: boolean;
  /** Letters to many that wait for their turn, and when the last will have had it. */
  awaiting: { count: number; minutes: number };
};

export function outboxPage(view: View, it: Outbox): Html {
  const { t } = view;
  const { number, moment } = times(view);
  const all = it.counts.waiting + it.counts.sent + it.counts.refused + it.counts.kept;
  const choice = (href: string, words: string, count: number, current: boolean) =>
    current ? html`<b aria-current="page">${words} <span class="num">${number(count)}</span></b>` : html`<a href="${href}">${words} <span class="num">${number(count)}</span></a>`;
  const list = it.letters.map((letter) => [
    html`<h3><a href="/admin/letters/${letter.id}">${letter.subject}</a></h3><p class="meta"><span>${t("admin.to")} <bdi>${letter.toAddress}</bdi></span> <time datetime="${letter.createdAt.toString()}">${moment(letter.createdAt)}</time></p>`,
    letterTag(view, letter),
  ]);
  return adminPage(
    view,
    t("admin.letters"),
    "/admin/letters",
    html`<div class="stack gap-5">
${it.hasMailServer ? "" : notice(t("admin.outboxTitle"), { more: t("admin.outboxMore"), mark: "mail" })}
${it.hasMailServer && it.awaiting.count > 0 ? notice(t("admin.awaitingTitle", { count: it.awaiting.count }), { more: t("admin.awaitingMore", { minutes: it.awaiting.minutes }), mark: "mail" }) : ""}
${it.counts.refused > 0 ? notice(t("admin.refusedTitle", { count: it.counts.refused }), { more: t("admin.refusedMore") }) : ""}
${section(
  "letters",
  t("admin.letters"),
  html`<div class="stack"><p class="row">${choice("/admin/letters", t("admin.all"), all, it.state === null)}${letterStates.filter((state) => it.counts[state] > 0 || it.state === state).map((state) => choice(`/admin/letters?state=${state}`, t(stateWord[state]), it.counts[state], it.state === state))}</p>
${list.length > 0 ? ruledList("pairs", list) : empty(t("admin.lettersNone"), t("admin.lettersNoneMore"))}
<p class="row">${it.isNewest ? "" : html`<a href="/admin/letters${it.state ? `?state=${it.state}` : ""}">${t("admin.newest")}</a>`}${it.older ? html`<a href="${it.older}">${t("admin.older")}</a>` : ""}</p></div>`,
)}
</div>`,
  );
}

export function letterPage(view: View, letter: LetterInFull, hasMailServer: boolean): Html {
  const { t } = view;
  const say = times(view);
  const erased = letter.isSecret && letter.sentAt !== null;
  const text = mayShowText(letter, hasMailServer) ? html`<pre class="panel letter" dir="auto" tabindex="0">${letter.text}</pre>` : html`<p class="soft">${t(erased ? "admin.emptied" : "admin.secret")}</p>`;
  const mayTry = hasMailServer && letter.sentAt === null;
  return page(
    view,
    { title: letter.subject, unlisted: true, crumbs: [{ words: t("admin.title"), href: "/admin" }, { words: t("admin.letters"), href: "/admin/letters" }, { words: t("admin.letter") }] },
    html`<div class="split"><div class="stack gap-5"><h1>${letter.subject}</h1>
${section("text", t("admin.text"), text)}</div>
<aside class="stack gap-5">
${factList([
      { term: t("admin.to"), words: html`<bdi>${letter.toAddress}</bdi>` },
      { term: t("admin.written"), words: say.moment(letter.createdAt) },
      { term: t("admin.state"), words: letterStateWords(view, letter) },
      ...(letter.attempts > 1 ? [{ term: t("admin.tries"), words: say.number(letter.attempts) }] : []),
      ...(letter.lastError ? [{ term: t("admin.serverSaid"), words: letter.lastError }] : []),
      ...(letter.hasCalendar ? [{ term: t("admin.attached"), words: t("admin.hasCalendar") }] : []),
      { term: t("admin.messageId"), words: html`<bdi>${letter.messageId}</bdi>` },
    ])}
${mayTry ? html`<form class="stack gap-3" method="post" action="/admin/letters/${letter.id}/retry"><p class="soft">${t("admin.sendMore")}</p><div>${button({ words: t("admin.send"), mark: "send" })}</div></form>` : ""}
</aside></div>`,
  );
}
