/** "Questions you ask": what organisers ask of whoever comes, and why. */
import { eventCrumbs } from "../events/event-crumbs.ts";
import { organisersTabs } from "../events/event-tabs.parts.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { FormState } from "../platform/http/form.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { Fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import { goneAt } from "./question.parts.ts";
import { isFilled, SLOTS, typedQuestions } from "./question-form.ts";
import type { AnsweredQuestion } from "./question.sql.ts";
import { LONGEST_QUESTION, MOST_OPTIONS, questionKinds } from "./question.ts";

export function questionsPage(view: View, { event, questions, state }: { event: Event; questions: readonly AnsweredQuestion[]; state?: FormState }): Html {
  const { t } = view;
  const asked = questions.filter(({ isStopped }) => !isStopped);
  const shown = state ?? typedQuestions(asked);
  const field = fields(view, shown);
  const day = times(view, event.zone).date(goneAt(event));
  return page(
    view,
    { title: `${t("questions.title")}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("questions.title")), unlisted: true },
    html`<div class="stack gap-6">${organisersTabs(view, event)}${field.summary()}
<header class="stack gap-3"><h1>${unbroken(t("questions.heading", { title: event.title }))}</h1><p class="lede">${t("questions.lede")}</p></header>
<div class="split"><form class="sections form" method="post" action="${eventUrl(event.id)}/questions" novalidate>
${SLOTS.map((slot, i) => (asked[i] && asked[i].answered > 0 ? answered(view, asked[i], slot, field) : blank(view, slot, field, i === 0 || isFilled(shown, slot))))}
<div class="stack gap-3"><div>${button({ words: t("questions.save") })}</div><p class="soft">${t("questions.saveAfter")}</p></div>
</form>
<aside class="sections">
${section("who", t("questions.whoReads"), html`<p>${t("questions.whoReadsMore")}</p>`)}
${section("gone", t("questions.gone"), html`<p>${t("questions.goneMore", { day })}</p>`)}
${section("needs", t("questions.notNeeds"), html`<p>${t("questions.notNeedsMore")}</p>`)}
</aside></div>
${stopped(view, event, questions.filter(({ isStopped }) => isStopped))}</div>`,
  );
}

/** Empty ones are folded away, so that the page does not look like work for somebody with one question. */
function blank(view: View, slot: string, field: Fields, isOpen: boolean): Html {
  const { t } = view;
  const nth = t("questions.nth", { nth: Number(slot) });
  const body = html`<div class="stack gap-5">${field.hidden(`id${slot}`)}
${field.select({ name: `kind${slot}`, label: t("questions.kind"), unmarked: true, options: [{ value: "", label: t("questions.kind.none") }, ...questionKinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))] })}
${field.text({ name: `words${slot}`, label: t("questions.words"), maxlength: LONGEST_QUESTION, dir: "auto", unmarked: true })}
${field.text({ name: `purpose${slot}`, label: t("questions.purpose"), hint: t("questions.purposeHint"), maxlength: LONGEST_QUESTION, dir: "auto", unmarked: true })}
${field.area({ name: `options${slot}`, label: t("questions.options"), hint: t("questions.optionsHint", { most: MOST_OPTIONS }), rows: 4, unmarked: true })}
${field.check({ name: `required${slot}`, label: t("questions.required"), hint: t("questions.requiredHint") })}</div>`;
  return isOpen ? section(`question${slot}`, nth, body) : html`<details><summary>${t("questions.askAnother", { nth: Number(slot) })}</summary>${section(`question${slot}`, nth, body)}</details>`;
}

/** What people have answered stays as they read it. */
function answered(view: View, question: AnsweredQuestion, slot: string, field: Fields): Html {
  const { t } = view;
  const body = html`<div class="stack gap-5">${field.hidden(`id${slot}`, question.id)}
<div class="stack gap-2"><p><b dir="auto">${question.words}</b></p><p class="soft" dir="auto">${question.purpose}</p>${question.options.length > 0 ? html`<ul>${question.options.map((option) => html`<li dir="auto">${option}</li>`)}</ul>` : ""}</div>
<p class="small soft">${t("questions.staysAsRead", { count: question.answered })}</p>
${field.check({ name: `required${slot}`, label: t("questions.required"), hint: t("questions.requiredHint") })}
${field.check({ name: `stop${slot}`, label: t("questions.stop"), hint: t("questions.stopHint") })}</div>`;
  return section(`question${slot}`, t("questions.nth", { nth: Number(slot) }), body);
}

function stopped(view: View, event: Event, questions: readonly AnsweredQuestion[]): Html {
  const { t } = view;
  if (questions.length === 0) return html``;
  const list = html`<ul class="stack gap-3">${questions.map(({ words, answered }) => html`<li><bdi>${words}</bdi> <span class="soft">${t("questions.answeredBy", { count: answered })}</span></li>`)}</ul>`;
  return section("stopped", t("questions.stopped"), html`<div class="stack">${list}<p class="small soft">${t("questions.stoppedMore")}</p></div>`, { link: { href: `${eventUrl(event.id)}/organise/people`, words: t("questions.seeAnswers") } });
}
