/** The organisers' questions where people answer,. */
import type { Event } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import type { Fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { DAYS_AFTER } from "./need.ts";
import { fieldOf, LONGEST_SAYING } from "./question.ts";
import type { OwnQuestion } from "./question.ts";

/** No field is `required` for the browser: it would be silent about one that a "No" has folded away. */
export function questionFields(view: View, event: Event, questions: readonly OwnQuestion[], field: Fields): Html {
  const { t } = view;
  if (questions.length === 0) return html``;
  return html`<div class="stack gap-5"><p><b>${t("questions.fromOrganisers", { count: questions.length })}</b></p>
${questions.map((question) => oneField(view, question, field))}
<p class="small soft">${t("questions.whoSees", { day: times(view, event.zone).date(goneAt(event)) })}</p></div>${field.hidden("questions", "yes")}`;
}

function oneField({ t }: View, question: OwnQuestion, field: Fields): Html {
  const { kind, words, options, isRequired } = question;
  const name = fieldOf(question);
  const hint = html`${kind === "many" ? html`${t("questions.asManyAsFit")} ` : ""}<bdi>${question.purpose}</bdi>`;
  if (kind === "text") return field.area({ name, label: words, hint, rows: 2, maxlength: LONGEST_SAYING, unmarked: isRequired });
  const label = isRequired ? words : `${words} ${t("ui.optional")}`;
  const none = !isRequired && kind === "one" ? [{ value: "", label: t("questions.ratherNot") }] : [];
  return field.choices({ name, label, hint, many: kind === "many", options: [...options.map((value) => ({ value, label: value })), ...none] });
}

/** When answers are erased. */
export function goneAt(event: Pick<Event, "endsAt">): Temporal.Instant {
  return event.endsAt.add({ hours: 24 * DAYS_AFTER });
}

/** On the event's own page: where the questions come, or, for whoever comes, where their answers are. */
export function questionsNext({ t }: View, { event, isIn, to }: { event: Event; isIn: boolean; to: string }): Html {
  if (event.questionCount === 0) return html``;
  return html`<p class="small">${isIn ? html`<a href="${to}">${t("questions.change", { count: event.questionCount })}</a>` : t("questions.next", { count: event.questionCount })}</p>`;
}
