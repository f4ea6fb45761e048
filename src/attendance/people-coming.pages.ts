/** Everyone coming, for those who see names; and all the answers, for those who organise. */
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { eventCrumbs } from "../events/event-crumbs.ts";
import { organisersTabs } from "../events/event-tabs.parts.ts";
import { hasTwoHalls } from "../events/places.ts";
import { times } from "../platform/i18n/times.ts";
import type { Times } from "../platform/i18n/times.ts";
import { photoTag } from "../people/wishes.parts.ts";
import { empty } from "../ui/empty.ts";
import { handle } from "../ui/handle.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { icon } from "../ui/icon.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { table } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { View } from "../ui/view.ts";
import { peopleGrid, quietly, stickerPerson } from "./people-coming.parts.ts";
import type { PersonAnswered, PersonComing } from "./people-coming.sql.ts";
import { visitTimes } from "./visit-words.ts";

export type PeoplePage = { event: Event; people: readonly PersonComing[]; hasMore: boolean; comesToo: boolean; isUnlisted: boolean; unlistedCount: number };

export function peoplePage(view: View, props: PeoplePage): Html {
  const { event, people, comesToo } = props;
  const { t } = view;
  const body = people.length === 0 ? empty(t("attendance.nobodyYet"), t("attendance.nobodyYetMore")) : peopleGrid(people.map((person) => ({ ...stickerPerson(person, comesToo), under: welcomesUnder(view, person) })));
  return wrapped(view, event, html`${body}
${props.hasMore ? more(view, event, "going", people) : ""}
<p class="small soft">${quietly(view, event, props)}</p>`);
}

/** Whoever looks after others is to be found: under the name, after the handle. */
function welcomesUnder({ t }: View, { welcomes, handle: known }: PersonComing): Html | undefined {
  return welcomes.length > 0 ? html`${known ? html`${handle(known)}<br>` : ""}${welcomes.map((kind) => html`<span>${icon(kind === "table" ? "coffee" : "sprout")} ${t(`welcoming.does.${kind}`)}</span><br>`)}` : undefined;
}

export type ListName = "going" | "waitlisted" | "maybe";
export type AnswerList = { name: ListName; people: readonly PersonAnswered[]; count: number; hasMore: boolean };
export type AnswersPage = { event: Event; comesToo: boolean; where: "room" | "online" | null; lists: readonly AnswerList[]; noes: number };

export function answersPage(view: View, { event, comesToo, where, lists, noes }: AnswersPage): Html {
  const { t } = view;
  const filled = lists.filter((list) => list.people.length > 0);
  return wrapped(view, event, html`${hasTwoHalls(event) ? halls(view, event, where) : ""}<div class="sections">${filled.length === 0 ? empty(t("attendance.organisersEmpty"), t("attendance.organisersEmptyMore")) : ""}
${filled.map((list) => answerList(view, event, list, comesToo, where))}
<p class="soft">${t("attendance.noes", { count: noes })}</p></div>`, true);
}

/** Everyone, those in the room, those online. */
function halls({ t }: View, event: Event, where: AnswersPage["where"]): Html {
  const here = `${eventUrl(event.id)}/people`;
  const links = [[null, here, "attendance.everywhere"], ["room", `${here}?where=room`, "answering.room"], ["online", `${here}?where=online`, "answering.online"]] as const;
  return html`<nav class="row" aria-label="${t("answering.where")}">${links.map(([hall, href, words]) => hall === where ? html`<b aria-current="true">${t(words)}</b>` : html`<a href="${href}">${t(words)}</a>`)}</nav>`;
}

function wrapped(view: View, event: Event, body: Html, organises = false): Html {
  const { t } = view;
  const title = t("attendance.peopleTitle");
  return page(
    view,
    { title: `${title}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, title), unlisted: true },
    html`<div class="stack gap-6">${organises ? organisersTabs(view, event) : ""}
<header class="stack gap-3"><h1>${title}</h1><p class="lede"><a href="${eventUrl(event.id)}">${event.title}</a>. ${t("attendance.peopleLede", { count: event.goingCount })}</p>${organises ? html`<p class="soft">${t("attendance.organisersOnly")}</p>` : ""}</header>
${body}</div>`,
  );
}

function answerList(view: View, event: Event, { name, people, count, hasMore }: AnswerList, comesToo: boolean, where: AnswersPage["where"]): Html {
  const { t } = view;
  const say = times(view, event.zone);
  const title = t(TITLES[name]);
  const columns = [t("attendance.columnPerson"), ...(name === "maybe" ? [] : [t("attendance.columnTimes")]), t("attendance.columnAnswered")];
  const rows = people.map((person, i) => [
    html`${who(stickerPerson({ ...person, sharesUnit: person.isOpen }, comesToo && name !== "maybe" && !person.isUnlisted), place(view, name, i + 1, person))}`,
    ...(name === "maybe" ? [] : [html`${visitTimes(view, event, person) ?? t("attendance.times.all")}${waysOf(view, event, person).map((words) => html`<br><span class="small soft">${words}</span>`)}`]),
    html`<span class="on-phone">${t("attendance.columnAnswered")} </span>${answeredOn(say, person)} ${marks(view, person)}`,
  ]);
  return section(`list-${name}`, title, html`<div class="stack">${table(title, columns, rows, "named")}${hasMore ? more(view, event, name, people, where) : ""}</div>`, { count });
}

const TITLES = { going: "attendance.listComing", waitlisted: "attendance.listWaiting", maybe: "attendance.listMaybe" } as const;

/** Under the name: the handle, or for those who wait where they stand in the line. */
function place({ t }: View, name: ListName, n: number, person: PersonAnswered): string | undefined {
  return name === "waitlisted" ? t("attendance.inLine", { position: n + person.before }) : undefined;
}

/** "Online", "2 guests" */
function waysOf({ t }: View, event: Event, { isOnline, guests }: PersonAnswered): string[] {
  return [hasTwoHalls(event) && t(isOnline ? "answering.online" : "answering.room"), guests > 0 && t("answering.tagGuests", { count: guests })].filter((words) => typeof words === "string");
}

function answeredOn(say: Times, person: PersonAnswered): string {
  return `${say.date(person.answeredAt)}, ${say.clock(person.answeredAt)}`;
}

function marks(view: View, person: PersonAnswered): Html {
  const { t } = view;
  return html`${photoTag(view, person.photoConsent)} ${person.promotedAt ? html`${tag(t("attendance.tagPromoted"))} ` : ""}${person.isUnlisted ? html`${tag(t("attendance.tagUnlisted"))} ` : ""}${person.isGuest ? tag(t("guests.without")) : ""}`;
}

function more(view: View, event: Event, list: ListName, people: readonly { placeNo: number }[], where: AnswersPage["where"] = null): Html {
  return html`<p><a href="${eventUrl(event.id)}/people?list=${list}&after=${people.at(-1)!.placeNo}${where ? `&where=${where}` : ""}">${view.t("attendance.more")}</a></p>`;
}
