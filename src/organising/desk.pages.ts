/** The page for those who organise an event: how it stands, and what is left to do. */
import type { QuestionOfEvent, QuestionSum } from "../attendance/question.sql.ts";
import type { Organiser } from "../events/event-seen.ts";
import type { Event } from "../events/event.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { hasTwoHalls } from "../events/places.ts";
import { times } from "../platform/i18n/times.ts";
import { facts } from "../ui/facts.ts";
import type { Fact } from "../ui/facts.ts";
import { enoughToShow } from "../ui/few.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import type { View } from "../ui/view.ts";
import { answersChart } from "./answers-chart.parts.ts";
import type { AnswersOfDay, DeskNumbers } from "./desk.sql.ts";
import { questionSums } from "./desk-questions.parts.ts";
import { deskPage } from "./desk.parts.ts";
import type { DeskStanding } from "./duty.ts";
import { mayDo } from "./duty.ts";
import type { DutyHolder } from "./duty.sql.ts";
import type { Todo } from "./todo.ts";
import { todoList } from "./todo.parts.ts";

export type DeskProps = {
  event: Event;
  standing: DeskStanding;
  numbers: DeskNumbers;
  days: readonly AnswersOfDay[];
  questions: readonly QuestionOfEvent[];
  sums: readonly QuestionSum[];
  asTable: boolean;
  todo: readonly Todo[];
  /** What those coming have told the organisers that they need */
  needs: number;
  organisers: readonly Organiser[];
  duties: readonly DutyHolder[];
};

export function deskOverview(view: View, props: DeskProps): Html {
  const { event, standing } = props;
  const isAhead = event.isPostponed || !event.cancelledAt && eventState(event, view.now) !== "past";
  return deskPage(
    view,
    { event, standing, title: countdown(view, event) },
    html`<div class="split lead">
${facts(numbers(view, event, props.numbers), "numbers")}
${isAhead ? todoSection(view, event, props) : together(view, props)}
<div class="sections">${event.publishedAt ? answersChart(view, event, props.days, props.asTable) : ""}${questionSums(view, event, props.questions, props.sums)}</div>
${isAhead ? html`<aside class="sections">${together(view, props)}</aside>` : ""}
</div>`,
  );
}

/** "Two days to go" */
function countdown(view: View, event: Event): string {
  const { t } = view;
  const state = eventState(event, view.now);
  if (event.isPostponed) return t("moves.isPostponedShort");
  else if (state === "cancelled") return t("organising.calledOff");
  else if (state === "draft") return t("organising.stillDraft");
  else if (state === "on") return t("organising.onNow");
  else if (state === "past") return t("organising.itIsOver");
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(event.zone).toPlainDate();
  return t("organising.toGo", { days: day(view.now).until(day(event.startsAt), { largestUnit: "days" }).days });
}

/** What organisers see by name is counted as it is; what they do not, in numbers of five or more. */
function numbers(view: View, event: Event, { coming, flying, firstTime, knowNobody }: DeskNumbers): Fact[] {
  const { t } = view;
  const isPast = eventState(event, view.now) === "past";
  const inFives = (count: number) => enoughToShow(count) ?? t("organising.few");
  const { number } = times(view);
  return [
    { term: t(isPast ? "organising.saidYes" : "organising.coming"), words: number(event.goingCount), more: comingMore(view, event), big: true },
    { term: t("organising.flying"), words: number(flying), more: t("organising.flyingMore"), big: true },
    ...(coming === 0
      ? []
      : [
          { term: t("organising.firstTime"), words: String(inFives(firstTime)), more: t("organising.firstTimeMore", { organisation: event.organisationName }), big: true },
          { term: t("organising.knowNobody"), words: String(inFives(knowNobody)), more: t("organising.knowNobodyMore"), big: true },
        ]),
  ];
}

function comingMore(view: View, event: Event): string {
  const { t } = view;
  const { capacity, goingCount, guestCount, onlineCount } = event;
  const guests = guestCount > 0 ? [t("answering.andGuests", { count: guestCount })] : [];
  if (hasTwoHalls(event)) return t("answering.twoHalls", { room: goingCount - onlineCount, guests: guestCount, online: onlineCount });
  return [...guests, capacity === null ? t("organising.asManyAsCome") : t("organising.ofPlaces", { count: capacity })].join(", ");
}

function todoSection(view: View, event: Event, { todo, needs }: Pick<DeskProps, "todo" | "needs">): Html {
  const { t } = view;
  const days = view.now.until(event.startsAt).total("hours") / 24;
  const title = days < 6 && !event.isPostponed ? t("organising.todoBefore", { day: weekday(view, event) }) : t("organising.todo");
  return section("todo", title, todo.length > 0 ? todoList(view, event, todo) : html`<p class="soft">${t("organising.todoNone")}</p>`, needs > 0 ? { link: { href: `${eventUrl(event.id)}/needs`, words: t("needs.allOf") } } : {});
}

function weekday(view: View, event: Event): string {
  return event.startsAt.toZonedDateTimeISO(event.zone).toLocaleString(view.locale.startsWith("en") ? view.locale.slice(0, 5) : "en-GB", { weekday: "long" });
}

function together(view: View, { event, standing, organisers, duties }: DeskProps): Html {
  const { t } = view;
  const others = organisers.filter(({ personId }) => personId !== view.me?.personId);
  const helping = duties.filter(({ personId }) => personId !== view.me?.personId);
  const rows = [
    ...others.map((person) => who({ ...person, href: null }, t("organising.organiser"))),
    ...helping.map((person) => who({ ...person, href: null }, t(`organising.duty.${person.duty}`))),
  ];
  const link = mayDo(standing, "give-duties") && event.publishedAt ? { href: `${eventUrl(event.id)}/duties`, words: t("organising.shareWork") } : null;
  const list = rows.length > 0 ? html`<ul class="stack gap-3">${rows.map((row) => html`<li>${row}</li>`)}</ul>` : html`<p class="soft">${t("organising.alone")}</p>`;
  const welcoming = event.venueId && event.publishedAt && mayDo(standing, "see-answers") ? html`<p><a href="${eventUrl(event.id)}/welcoming">${t("welcoming.title")}</a></p>` : "";
  return section("together", t("organising.together"), html`<div class="stack">${list}${welcoming}</div>`, { link });
}
