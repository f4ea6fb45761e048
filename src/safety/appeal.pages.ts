/** A limit as whoever it concerns sees it, with the way to object; and as those who look after it do. */
import { times } from "../platform/i18n/times.ts";
import { chatMarkdown } from "../platform/text/markdown.ts";
import { button, postButton } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate, page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { meaning, placeOf, stateTag } from "./queue.parts.ts";
import { reportUrl } from "./report.ts";
import { untilWords } from "./sanction-words.ts";
import type { SanctionRow } from "./sanction.sql.ts";
import { lasts, LONGEST_APPEAL, LONGEST_REASON, sanctionUrl } from "./sanction.ts";

/** Behind the letter's link. Whoever holds that may be signed out for good. */
export function appealPage(view: View, { sanction, token, state }: { sanction: SanctionRow; token: string; state: FormState }): Html {
  const { t } = view;
  const field = fields(view, state);
  return gate(
    view,
    { title: t("safety.appealTitle"), unlisted: true },
    html`${field.summary()}<div class="stack gap-3"><h1>${t(`safety.letter.${sanction.kind}.heading`)}</h1><p class="lede">${meaning(view, sanction)}</p></div>
<blockquote class="panel prose" dir="auto">${sanction.reason}</blockquote>
${sanction.kept ? html`<div class="stack gap-2"><p>${t("safety.letter.yourWords")}</p><blockquote class="panel prose" dir="auto">${sanction.kept}</blockquote></div>` : ""}
${sanction.endedAt ? html`<p><b>${t("safety.isOver", { when: times(view).moment(sanction.endedAt) })}</b></p>` : lasts(sanction.kind) ? html`<p>${untilWords(view, sanction)}</p>` : ""}
${sanction.appeal ? sent(view, sanction) : form(view, token, field)}`,
  );
}

function form(view: View, token: string, field: ReturnType<typeof fields>): Html {
  const { t } = view;
  return html`<form class="stack" method="post" action="/appeals/${token}">
<h2>${t("safety.object")}</h2>
${field.area({ name: "words", label: t("safety.objectWords"), hint: t("safety.objectHint"), rows: 6, maxlength: LONGEST_APPEAL, required: true })}
<p class="small soft">${t("safety.objectNext")}</p>
${button({ words: t("safety.objectSend"), mark: "send" })}</form>`;
}

function sent(view: View, sanction: SanctionRow): Html {
  const { t } = view;
  return html`<div class="stack"><h2>${t("safety.yourObjection")}</h2><blockquote class="panel prose" dir="auto">${sanction.appeal}</blockquote>
${sanction.answeredAt ? html`<p><b>${t(sanction.upheld ? "safety.letter.answered.upheld" : "safety.letter.answered.lifted")}</b></p>${sanction.answer ? html`<blockquote class="panel prose" dir="auto">${sanction.answer}</blockquote>` : ""}` : html`<p>${t("safety.objectWaits")}</p>`}</div>`;
}

export type OneSanction = {
  sanction: SanctionRow;
  /** The objection can be answered by this viewer. */
  mayAnswer: boolean;
  /** It waits for somebody else, since this viewer decided. */
  waitsForOthers: boolean;
  /** There was nobody else to ask. */
  isOwnDecision: boolean;
  state: FormState;
};

export function sanctionPage(view: View, it: OneSanction): Html {
  const { t } = view;
  const { sanction } = it;
  const say = times(view);
  const title = t("safety.sanctionOf", { what: t(`safety.outcome.${sanction.kind}`), name: sanction.personName });
  const isObjected = sanction.appealedAt !== null && sanction.answeredAt === null; // then answering it is the way
  const mayEnd = !sanction.endedAt && !isObjected && (lasts(sanction.kind) || sanction.kept !== null);
  return page(
    view,
    { title, crumbs: [{ words: t("safety.queue"), href: "/reports" }, { words: title }], unlisted: true },
    html`<div class="stack gap-6">${fields(view, it.state).summary()}<div class="split"><div class="sections">
<header class="stack"><h1>${title}</h1><p>${stateTag(view, sanction)}</p></header>
${section("told", t("safety.toldThem"), html`<div class="stack"><blockquote class="panel prose" dir="auto">${sanction.reason}</blockquote>${sanction.kept ? html`<p>${t("safety.keptWords")}</p><blockquote class="panel prose" dir="auto">${chatMarkdown(sanction.kept)}</blockquote>` : ""}</div>`)}
${sanction.appeal ? section("appeal", t("safety.objection"), objection(view, it)) : ""}
${mayEnd ? section("end", t("safety.endTitle"), html`<div class="stack"><p>${t(sanction.kind === "removal" ? "safety.endRemoval" : sanction.kind === "bar" ? "safety.endBar" : "safety.endMore")}</p>${postButton(`${sanctionUrl(sanction.id)}/end`, { words: t(sanction.kind === "removal" ? "safety.putBack" : "safety.endNow") })}</div>`) : ""}
</div>
<aside>${factList([
      { term: t("safety.where"), words: placeOf(view, sanction) },
      { term: t("safety.since"), words: say.moment(sanction.setAt) },
      ...(lasts(sanction.kind) ? [{ term: t("safety.untilTerm"), words: sanction.until ? say.moment(sanction.until) : t("safety.forGoodShort") }] : []),
      { term: t("safety.by"), words: sanction.setByName ?? t("safety.gone") },
      ...(sanction.endedAt ? [{ term: t("safety.ended"), words: say.moment(sanction.endedAt) }] : []),
      ...(sanction.reportId ? [{ term: t("safety.follows"), words: html`<a href="${reportUrl(sanction.reportId)}">${t("safety.theReport")}</a>` }] : []),
    ])}</aside></div></div>`,
  );
}

function objection(view: View, { sanction, mayAnswer, waitsForOthers, isOwnDecision, state }: OneSanction): Html {
  const { t } = view;
  const field = fields(view, state);
  const words = html`<p class="small soft">${times(view).moment(sanction.appealedAt!)}</p><blockquote class="panel prose" dir="auto">${sanction.appeal}</blockquote>`;
  if (sanction.answeredAt) return html`<div class="stack">${words}<p><b>${t(sanction.upheld ? "safety.upheld" : "safety.lifted")}</b></p>${sanction.answer ? html`<blockquote class="panel prose" dir="auto">${sanction.answer}</blockquote>` : ""}</div>`;
  if (waitsForOthers) return html`<div class="stack">${words}${notice(t("safety.waitsForOthers"), { more: t("safety.waitsForOthersMore") })}</div>`;
  if (!mayAnswer) return html`<div class="stack">${words}</div>`;
  return html`<form class="stack gap-5" method="post" action="${sanctionUrl(sanction.id)}/answer">${words}
${isOwnDecision ? notice(t("safety.nobodyElse"), { more: t("safety.nobodyElseMore") }) : ""}
${field.choices({ name: "answer", label: t("safety.yourAnswer"), required: true, options: [
    { value: "lift", label: t("safety.lift"), hint: t("safety.liftHint") },
    { value: "uphold", label: t("safety.uphold"), hint: t("safety.upholdHint") },
  ] })}
${field.area({ name: "words", label: t("safety.answerWords"), hint: t("safety.answerWordsHint"), rows: 4, maxlength: LONGEST_REASON })}
<div>${button({ words: t("safety.answerSend") })}</div></form>`;
}
