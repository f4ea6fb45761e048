/** What people answered to the organisers' questions, where organisers read it. They see each answer by name, so sums are shown as they are. */
import type { QuestionOfEvent, QuestionSum } from "../attendance/question.sql.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";

/** By person, then by question. */
export type Sayings = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export function sayingsBy(rows: readonly { personId: string; questionId: string; said: readonly string[] }[]): Sayings {
  return new Map(Object.entries(Object.groupBy(rows, ({ personId }) => personId)).map(([personId, own]) => [personId, new Map(own!.map(({ questionId, said }) => [questionId, said]))]));
}

/** "Vegetarian; no nuts", as in a cell */
export function inOneLine(said: readonly string[] | undefined): string {
  return (said ?? []).join("; ");
}

/** On the organisers' page: each question, and how often each option was chosen. */
export function questionSums(view: View, event: Event, questions: readonly QuestionOfEvent[], sums: readonly QuestionSum[]): Html {
  const { t } = view;
  if (questions.length === 0) return html``;
  const { number } = times(view);
  const body = questions.map(({ id, words, kind, options, isStopped }) => {
    const sum = sums.find(({ questionId }) => questionId === id);
    const chosen = html`<dl class="facts list">${options.map((option) => html`<div><dt dir="auto">${option}</dt><dd>${number(sum?.options[option] ?? 0)}</dd></div>`)}</dl>`;
    return html`<div class="stack gap-2"><h3><bdi>${words}</bdi>${isStopped ? html` <span class="soft small">(${t("questions.noLonger")})</span>` : ""}</h3>${kind === "text" ? html`<p class="soft">${t("questions.inWords", { count: sum?.people ?? 0 })}</p>` : chosen}</div>`;
  });
  const link = event.publishedAt ? { href: `${eventUrl(event.id)}/organise/people`, words: t("questions.seeAnswers") } : null;
  return section("answers-summed", t("questions.summed"), html`<div class="stack gap-5">${body}<p class="small soft">${t("questions.summedMore")}</p></div>`, { link });
}

/** In the row of one person: each question that they answered, in a line of its own. */
export function sayingsCell(questions: readonly QuestionOfEvent[], own: ReadonlyMap<string, readonly string[]> | undefined): Html {
  return html`${questions.map(({ id, words }) => (own?.has(id) ? html`<div><span class="small soft" dir="auto">${words}</span><br><span dir="auto">${inOneLine(own.get(id))}</span></div>` : ""))}`;
}
