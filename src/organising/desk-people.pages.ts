/** Those who answered, as organisers see them: found by answer, visit and name. Somebody at the door sees names and answers, and no more. */
import type { QuestionOfEvent } from "../attendance/question.sql.ts";
import { stickerPerson } from "../attendance/people-coming.parts.ts";
import { visitTimes } from "../attendance/visit-words.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { hasTwoHalls } from "../events/places.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { WELCOME_MARKS } from "./welcoming.parts.ts";
import { photoTag } from "../people/wishes.parts.ts";
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { who } from "../ui/sticker.ts";
import { table } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { View } from "../ui/view.ts";
import { deskPage } from "./desk.parts.ts";
import { sayingsCell } from "./desk-questions.parts.ts";
import type { Sayings } from "./desk-questions.parts.ts";
import { leftToSay, waysAnswered, wordsTo } from "./desk-words.parts.ts";
import type { PersonOnDesk } from "./desk-people.sql.ts";
import { filterAddress } from "./desk-people.ts";
import type { DeskState, PeopleFilter } from "./desk-people.ts";
import { mayDo } from "./duty.ts";
import type { DeskStanding } from "./duty.ts";

export type PeopleProps = {
  event: Event;
  standing: DeskStanding;
  filter: PeopleFilter;
  /** Whether first visits may be told apart: not where so few would point to somebody. */
  tellsFirst: boolean;
  /** What the organisers ask, and what these people have answered; none for whoever stands at the door */
  questions: readonly QuestionOfEvent[];
  sayings: Sayings;
  people: readonly PersonOnDesk[];
  count: number;
  isFirstPage: boolean;
  hasMore: boolean;
  noes: number;
  /** Who asks to come, and waits for an organiser */
  asking: number;
};

export function deskPeoplePage(view: View, props: PeopleProps): Html {
  const { t } = view;
  const { event, standing, filter, people } = props;
  const seesAll = mayDo(standing, "see-answers");
  const here = `${eventUrl(event.id)}/organise/people`;
  const isFiltered = filter.state !== "" || filter.visit !== "" || filter.where !== "" || filter.q !== "";
  const nobody = isFiltered ? empty(t("organising.peopleNoneLike"), null, html`<a href="${here}">${t("organising.peopleShowAll")}</a>`) : empty(t("attendance.organisersEmpty"), t("attendance.organisersEmptyMore"));
  const more = props.hasMore ? html`<p><a href="${here}${filterAddress(filter, { after: String(people.at(-1)!.placeNo) })}">${t("attendance.more")}</a></p>` : "";
  return deskPage(
    view,
    { event, standing, title: t("organising.peopleTitle") },
    html`<div class="stack gap-5">
${standing.organises ? leftToSay(view, here, props) : ""}
${filterForm(view, here, props, seesAll)}
<div class="row apart"><p>${t("organising.peopleFound", { count: props.count })}${seesAll && props.noes > 0 ? html` <span class="soft">${t("attendance.noes", { count: props.noes })}</span>` : ""}</p>${seesAll && people.length > 0 ? linkButton(`${here}/export${filterAddress(filter)}`, { words: t("organising.export"), mark: "download", quiet: true }) : ""}</div>
${people.length > 0 ? list(view, props, seesAll) : nobody}
${more}
<p class="small soft">${t(seesAll ? "organising.peopleWho" : "organising.peopleWhoDoor")}</p>
</div>`,
  );
}

export const STATE_WORDS = { going: "organising.stateGoing", waitlisted: "organising.stateWaiting", maybe: "organising.stateMaybe", asked: "answering.stateAsked", declined: "answering.stateDeclined" } as const satisfies Record<DeskState, MessageKey>;

function filterForm(view: View, here: string, { event, filter, tellsFirst, asking }: PeopleProps, seesAll: boolean): Html {
  const { t } = view;
  const field = fields(view, { values: { ...filter }, errors: {} });
  const listed = (Object.entries(STATE_WORDS) as [DeskState, MessageKey][]).filter(([state]) => (state !== "asked" && state !== "declined") || (seesAll && (event.asksFirst || asking > 0 || filter.state === state)));
  const states = [{ value: "", label: t("organising.anyAnswer") }, ...listed.map(([value, words]) => ({ value, label: t(words) }))];
  const visits = [
    { value: "", label: t("organising.anyVisit") },
    { value: "flying", label: t("organising.visitFlying") },
    ...(tellsFirst ? [{ value: "first", label: t("organising.visitFirst") }] : []),
  ];
  return html`<form class="row end filter" action="${here}" role="search">
${field.select({ name: "state", label: t("organising.filterState"), required: true, options: states })}
${seesAll ? field.select({ name: "visit", label: t("organising.filterVisit"), required: true, options: visits }) : ""}
${hasTwoHalls(event) ? field.select({ name: "where", label: t("answering.where"), required: true, options: [{ value: "", label: t("organising.anywhere") }, { value: "room", label: t("answering.room") }, { value: "online", label: t("answering.online") }] }) : ""}
${field.text({ name: "q", label: t("organising.filterName"), type: "search", maxlength: 200, dir: "auto", unmarked: true })}
${button({ words: t("organising.show"), quiet: true })}
</form>`;
}

function list(view: View, { event, standing, filter, people, tellsFirst, questions, sayings }: PeopleProps, seesAll: boolean): Html {
  const { t } = view;
  const say = times(view, event.zone);
  const hasWords = standing.organises && people.some((person) => wordsTo(event, person).length > 0);
  const hasSayings = people.some(({ personId }) => sayings.has(personId));
  const columns = [t("attendance.columnPerson"), t("organising.columnAnswer"), ...(seesAll ? [t("attendance.columnTimes"), t("attendance.columnAnswered")] : []), ...(hasSayings ? [t("questions.columnAnswers")] : []), ...(hasWords ? [t("answering.columnWord")] : [])];
  const rows = people.map((person) => [
    who(stickerPerson({ ...person, sharesUnit: person.isOpen }, false)),
    html`${t(STATE_WORDS[person.answer])}${waysAnswered(view, event, person).map((words) => html`<br><span class="small soft">${words}</span>`)}${person.answer === "going" ? person.welcomes.map((kind) => html`<br>${tag(t(`welcoming.does.${kind}`), "plain", WELCOME_MARKS[kind])}`) : ""}`,
    ...(seesAll
      ? [
          person.answer === "maybe" || person.answer === "declined" ? "" : (visitTimes(view, event, person) ?? t("attendance.times.all")),
          html`<span class="on-phone">${t("attendance.columnAnswered")} </span>${say.date(person.answeredAt)} <span class="row">${photoTag(view, person.photoConsent)}${person.isFirst && tellsFirst ? tag(t("organising.tagFirst")) : ""}${person.promotedAt && person.answer === "going" ? tag(t("attendance.tagPromoted")) : ""}${person.isUnlisted ? tag(t("attendance.tagUnlisted")) : ""}</span>`,
        ]
      : []),
    ...(hasSayings ? [sayingsCell(questions, sayings.get(person.personId))] : []),
    ...(hasWords ? [html`<div class="row">${wordsTo(event, person).map(({ word, words, quiet }) => postButton(`${eventUrl(event.id)}/organise/people/${person.personId}/word`, { words: t(words), about: person.name, quiet }, { word, back: filter.state }))}</div>`] : []),
  ]);
  return table(t("organising.peopleTitle"), columns, rows, "named");
}
