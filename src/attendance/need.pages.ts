/** "What do you need?" for whoever comes, and what people need for those who organise it. */
import { eventCrumbs } from "../events/event-crumbs.ts";
import { organisersTabs } from "../events/event-tabs.parts.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { FormState } from "../platform/http/form.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { blankForm, fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import type { View } from "../ui/view.ts";
import { needState } from "./need.parts.ts";
import type { NeedRow } from "./need.sql.ts";
import { DAYS_AFTER, outcomes } from "./need.ts";
import type { Need } from "./need.ts";

export type NeedPage = { event: Event; need: Need | null; organisers: readonly string[]; answerBy: Temporal.PlainDate; state: FormState };

export function needPage(view: View, { event, need, organisers, answerBy, state }: NeedPage): Html {
  const { t } = view;
  const field = fields(view, state);
  const say = times(view, event.zone);
  const gone = event.endsAt.add({ hours: 24 * DAYS_AFTER });
  const names = organisers.length > 0 ? say.list([...organisers]) : event.unitName;
  return page(
    view,
    { title: `${t("needs.title")} ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("needs.title")), unlisted: true },
    html`<div class="split"><div class="stack gap-6">
<header class="stack">${field.summary()}<h1>${t("needs.title")}</h1><p class="lede">${t("needs.lede")}</p></header>
${need ? notice(needState(view, event, need), { mark: need.outcome === "arranged" ? "check" : need.outcome ? "message-circle" : "hourglass" }) : ""}
${need?.reply ? html`<div class="stack gap-2"><h2>${t(need.outcome ? "needs.theyWrote" : "needs.theyWroteBefore")}</h2><blockquote class="panel" dir="auto">${need.reply}</blockquote></div>` : ""}
<form class="stack gap-5 form" method="post" action="${eventUrl(event.id)}/need">
${field.area({ name: "words", label: t("needs.words"), hint: need ? t("needs.wordsHint") : null, rows: 5, maxlength: 2000, unmarked: true })}
<p>${button({ words: t("needs.save"), mark: "send" })}</p>
</form></div>
<aside class="sections">
${section("who", t("needs.who"), html`<p>${t("needs.whoMore", { names })}</p>`)}
${section("next", t("needs.next"), html`<p>${t("needs.nextMore", { day: say.date(answerBy) })}</p>`)}
${section("gone", t("needs.gone"), html`<p>${t("needs.goneMore", { day: say.date(gone) })}</p>`)}
</aside></div>`,
  );
}

/** `wrong`: an answer that was sent back. */
export function needsPage(view: View, { event, needs, wrong }: { event: Event; needs: readonly NeedRow[]; wrong?: { personId: string; state: FormState } }): Html {
  const { t } = view;
  const title = t("needs.listTitle");
  return page(
    view,
    { title: `${title}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, title), unlisted: true },
    html`<div class="stack gap-6">${organisersTabs(view, event)}
<header class="stack gap-3">${wrong ? fields(view, wrong.state, wrong.personId).summary() : ""}<h1>${title}</h1><p class="lede">${t("needs.listLede")}</p></header>
${needs.length > 0 ? html`<div class="sections">${needs.map((need) => oneNeed(view, event, need, wrong?.personId === need.personId ? wrong.state : null))}</div>` : empty(t("needs.none"), t("needs.noneMore"))}</div>`,
  );
}

function oneNeed(view: View, event: Event, need: NeedRow, wrong: FormState | null): Html {
  const { t } = view;
  const { personId, name, outcome, reply } = need;
  const state = wrong ?? (outcome ? { values: { outcome, reply }, errors: {} } : blankForm);
  const field = fields(view, state, personId);
  const day = times(view, event.zone).date(need.answerBy);
  const isLate = Temporal.PlainDate.compare(need.answerBy, view.now.toZonedDateTimeISO(event.zone).toPlainDate()) < 0;
  const aside = outcome ? t("needs.answeredBy", { outcome: t(`needs.outcome.${outcome}`), name: need.answeredByName ?? event.unitName }) : t(isLate ? "needs.byPast" : "needs.by", { day });
  const form = html`<form class="stack form" method="post" action="${eventUrl(event.id)}/needs/${personId}">
${field.choices({ name: "outcome", label: t("needs.answer"), required: true, options: outcomes.map((value) => ({ value, label: t(`needs.outcome.${value}`) })) })}
${field.area({ name: "reply", label: t("needs.reply"), hint: t("needs.replyHint", { name }), rows: 3, maxlength: 2000, unmarked: true })}
<p>${button({ words: t("needs.send"), about: t("needs.sendAbout", { name }), quiet: true })}</p></form>`;
  return html`<section class="stack" aria-label="${name}">${who({ ...need, href: null }, aside)}
<blockquote class="panel" dir="auto">${need.words}</blockquote>
${outcome && !wrong ? html`${reply ? html`<p dir="auto">${reply}</p>` : ""}<details><summary>${t("needs.change")}</summary>${form}</details>` : form}</section>`;
}
