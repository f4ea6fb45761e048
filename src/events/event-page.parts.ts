/** The event's page, part by part: its poster, its stages, getting in. Each part says only what is known. */
import { times } from "../platform/i18n/times.ts";
import { markdown } from "../platform/text/markdown.ts";
import { code } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { factList, facts } from "../ui/facts.ts";
import type { Fact } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { mode } from "../ui/mode.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { tag } from "../ui/tag.ts";
import { personUrl } from "../people/person.ts";
import { unitUrl } from "../organisations/unit.ts";
import type { View } from "../ui/view.ts";
import { firstSentence, unbroken } from "../ui/words.ts";
import type { Event } from "./event.ts";
import { eventState, eventUrl } from "./event.ts";
import { isEvening } from "./evening.ts";
import { wasWords } from "./event-move.parts.ts";
import { crowdWords, hallsLeft } from "./crowd.parts.ts";
import { placesLeftAnywhere } from "./places.ts";
import type { Organiser } from "./event-seen.ts";
import { isPlaceWithheld, placeLine } from "./place.ts";
import { venueUrl } from "./venue.ts";
import { elsewhere } from "./when.ts";

/** What it is, by whom, when, where and who; then what one can do with that. `link` is for those coming, `counts` for those who may know them. */
export function eventPoster(view: View, event: Event, { link, counts }: { link: string | null; counts: boolean }): Html {
  const host = { kind: event.unitKind, slug: event.unitSlug, organisationSlug: event.organisationSlug };
  return html`<header class="stack">
${calledOff(view, event)}
<h1>${unbroken(event.title)}</h1>
<p class="row soft"><span>${code(event)} <a href="${unitUrl(host)}">${event.unitName}</a></span>${event.coHosts.map((other) => html` <span>${code(other)} <a href="${unitUrl(other)}">${other.name}</a></span>`)} ${mode(view, { inARoom: event.venueId !== null, online: event.onlineUrl !== null })}${forWhom(view, event)}</p>
${event.summary ? html`<p class="lede"><bdi>${event.summary}</bdi></p>` : ""}
${facts([whenFact(view, event), whereFact(view, event, link), whoFact(view, event, counts)])}
${actions(view, event)}
</header>`;
}

/** Why it is not in everybody's list. */
function forWhom({ t }: View, { audience }: Event): Html {
  return audience === "everyone" ? html`` : html` ${tag(t(FOR_WHOM[audience]))}`;
}

const FOR_WHOM = { unlisted: "events.tagUnlisted", members: "events.tagMembers", invited: "events.tagInvited" } as const;

/** That it is off, or waits for a date, with the reason that was given. */
export function calledOff(view: View, event: Event): Html {
  if (!event.cancelledAt) return html``;
  const say = times(view, event.zone);
  if (event.isPostponed) return notice(view.t("moves.isPostponed"), { signal: true, mark: "calendar-clock", more: event.cancelledReason });
  return notice(view.t("attendance.calledOff", { when: say.date(event.cancelledAt) }), { signal: true, mark: "calendar-x", more: event.cancelledReason });
}

function whenFact(view: View, event: Event): Fact {
  const say = times(view, event.zone);
  const { t } = view;
  const hours = html`<time datetime="${event.startsAt.toString()}">${say.span(event.startsAt, event.endsAt)}</time>`;
  if (event.isPostponed) return { term: t("attendance.when"), words: t("moves.toFollow"), big: true, more: html`<s>${say.day(event.startsAt)}, ${say.span(event.startsAt, event.endsAt)}</s>` };
  const state = eventState(event, view.now);
  const away = state === "cancelled" || isLongAgo(event, view.now) ? "" : `, ${state === "on" ? t("attendance.onNow") : say.away(event.startsAt)}`;
  const doors = event.doorsAt && state !== "past" && state !== "cancelled" ? html`. ${t("attendance.doors", { time: say.clock(event.doorsAt) })}` : "";
  const other = elsewhere(view, event);
  const was = state === "past" ? null : wasWords(view, event);
  // Whoever may be anywhere is told whose clock it is.
  const zone = event.onlineUrl && !other ? html` ${say.zoneName(event.startsAt)}` : "";
  return { term: t("attendance.when"), words: say.day(event.startsAt), big: true, more: html`${hours}${zone}${away}${doors}${other ? html`. ${other}` : ""}${was ? html`. ${was}` : ""}` };
}

/** "138 days ago" tells nobody anything. */
function isLongAgo({ endsAt }: Event, now: Temporal.Instant): boolean {
  return now.since(endsAt).total("days") > 31;
}

function whereFact(view: View, event: Event, link: string | null): Fact {
  const { t } = view;
  const online = event.onlineUrl ? (link ? html`<a href="${link}" rel="noopener noreferrer">${t("attendance.onlineLink")}</a>` : html`${t("attendance.onlineLater")}`) : null;
  if (isPlaceWithheld(event)) return { term: t("attendance.where"), words: event.venueArea || t("ui.inARoom"), more: html`${t("attendance.placeLater")}${online ? html`<br>${t("attendance.orOnline")} ${online}` : ""}` };
  if (!event.venueName) return { term: t("attendance.where"), words: t(event.onlineUrl ? "ui.online" : "events.placeOpen"), more: online };
  const street = [event.venueAddress, event.venueArea].filter((part) => part).filter((part, i, all) => i === 0 || !all[0]!.includes(part!)).join(", ");
  const said = [street, firstSentence(event.directions)].filter(Boolean).join(". ");
  const lines = said ? html`<bdi>${said}</bdi>` : null;
  return { term: t("attendance.where"), words: event.venueName, more: online ? html`${lines ?? ""}${lines ? html`<br>` : ""}${t("attendance.orOnline")} ${online}` : lines };
}

function whoFact(view: View, event: Event, counts: boolean): Fact {
  const { t } = view;
  const { goingCount: count } = event;
  const state = eventState(event, view.now);
  const isFull = placesLeftAnywhere(event) === 0;
  const words =
    !counts && state !== "draft" ? t(isFull && state !== "past" && state !== "cancelled" ? "attendance.fullNoCount" : "attendance.countsWithheld")
    : state === "past" || state === "cancelled" ? t("attendance.saidYesCount", { count })
    : state === "draft" ? (event.capacity ? t("attendance.placesPlanned", { count: event.capacity }) : t("attendance.placesOpen"))
    : crowdWords(view, event);
  const halls = counts && (state === "coming" || state === "on") ? hallsLeft(view, event) : null;
  return { term: t("attendance.who"), words, more: halls && event.cost ? html`${halls}<br>${event.cost}` : (halls ?? (event.cost || null)) };
}

function actions(view: View, event: Event): Html {
  const { t } = view;
  const state = eventState(event, view.now);
  const isAhead = state !== "past" && state !== "cancelled";
  const calendar = state === "coming" || state === "on" ? html`<a href="${eventUrl(event.id)}/event.ics">${t("attendance.addToCalendar")}</a>` : "";
  const door = !isAhead ? "" : hasMoreToTheDoor(event) ? html`<a href="#access">${t("attendance.findTheDoor")}</a>` : onTheMap(event, t("attendance.findTheDoor"));
  return calendar || door ? html`<p class="row">${calendar}${door}</p>` : html``;
}

function onTheMap(event: Event, words: string): Html {
  const place = isPlaceWithheld(event) ? null : placeLine(event);
  return place ? html`<a href="https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}" rel="noopener noreferrer">${words}</a>` : html``;
}

/** The poster has room for one sentence; the rest stands under "Getting in". */
function hasMoreToTheDoor({ directions }: Event): boolean {
  return Boolean(directions && firstSentence(directions) !== directions);
}

/** What it is; in a draft, whose organisers alone see it, the place where that would be. */
export function about(view: View, event: Event): Html {
  const { t } = view;
  if (event.about) return section("about", t("attendance.about"), html`<div class="prose">${markdown(event.about)}</div>`);
  else if (event.publishedAt) return html``;
  else return section("about", t("attendance.about"), empty(t("attendance.aboutNone"), t("attendance.aboutNoneMore"), html`<a href="${eventUrl(event.id)}/edit#about">${t("attendance.aboutWrite")}</a>`));
}

/** Notes for those who see names, and whom to ask. */
export function fromTheOrganisers(view: View, event: Event, organisers: readonly Organiser[]): Html {
  if (!event.notes && organisers.length === 0) return html``;
  return section("notes", view.t("attendance.fromOrganisers"), html`<div class="stack gap-3">${event.notes ? html`<div class="prose">${markdown(event.notes)}</div>` : ""}
<ul class="stack gap-3">${organisers.map((person) => html`<li>${who({ ...person, href: person.isHidden ? null : personUrl(person.personId) }, view.t("attendance.organiser"))}</li>`)}</ul></div>`);
}

/** "Getting in and getting on": only what somebody has said. */
export function gettingIn(view: View, event: Event): Html {
  const { t } = view;
  const state = eventState(event, view.now);
  const door = hasMoreToTheDoor(event) && state !== "past" && state !== "cancelled" ? html`<bdi>${event.directions}</bdi> ${onTheMap(event, t("attendance.onTheMap"))}` : null;
  const access: readonly [string, string | null][] = [
    [t("attendance.stepFree"), event.stepFree],
    [t("venues.lift"), event.liftCm === null ? null : t("venues.liftWide", { cm: event.liftCm })],
    [t("attendance.hearing"), event.hearing],
    [t("attendance.quietRoom"), event.quietRoom],
    [t("attendance.toilets"), event.toilets],
    [t("attendance.transport"), event.transport],
  ];
  const said: readonly [string, string | Html | null][] = [
    [t("attendance.theDoor"), door],
    ...access,
    [t("attendance.food"), event.food],
    [t("attendance.photos"), t(PHOTOS[event.photoPolicy])],
  ];
  const rows = said.filter((row): row is [string, string | Html] => Boolean(row[1])).map(([term, words]) => ({ term, words }));
  const hasAccess = access.some(([, words]) => words);
  const checked = event.accessConfirmedOn && event.venueId && hasAccess ? html`<p class="small soft">${t("attendance.accessChecked", { when: times(view, event.zone).date(event.accessConfirmedOn) })}</p>` : "";
  const more = event.venueId && !isPlaceWithheld(event) ? html`<p><a href="${venueUrl(event.venueId)}">${t("venues.elsewhere")}</a></p>` : "";
  return section("access", t("attendance.gettingIn"), html`<div class="stack">${factList(rows)}${checked}${more}</div>`);
}

const PHOTOS = { sticker: "attendance.photosSticker", ask: "attendance.photosAsk", none: "attendance.photosNone", fine: "attendance.photosFine" } as const;

/** Of an evening one says "the evening". */
export function itself({ t }: View, event: Event): string {
  return t(isEvening(event) ? "attendance.theEvening" : "attendance.theMeetUp");
}
