/** Who is coming, as the event's page shows it. */
import type { Event } from "../events/event.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { personUrl } from "../people/person.ts";
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { littleSticker, who } from "../ui/sticker.ts";
import type { StickerPerson } from "../ui/sticker.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import type { PersonComing, PersonComingFor } from "./people-coming.sql.ts";

type Shown = Pick<PersonComing, "personId" | "name" | "lang" | "handle" | "line" | "sharesUnit"> & { photo?: string | null; isGuest?: boolean };

/** `comesToo`: the viewer comes to the same event, so that everybody's page is open to them. */
export function stickerPerson(person: Shown, comesToo: boolean): StickerPerson {
  return { name: person.name, lang: person.lang, handle: person.handle, line: person.line, photo: person.photo, href: !person.isGuest && (comesToo || person.sharesUnit) ? personUrl(person.personId) : null };
}

/** Connected, or on the same committee; what else one shares with somebody is not knowing them. */
export function peopleYouKnow(view: View, event: Event, people: readonly PersonComingFor[]): Html {
  const { t } = view;
  const known = people.filter((person) => person.isKnown);
  const isPast = eventState(event, view.now) === "past";
  if (isPast && known.length === 0) return html``;
  const list = html`<ul class="grid narrow">${known.map((person) => html`<li>${littleSticker(stickerPerson(person, true), whyKnown(view, person))}</li>`)}</ul>
<p class="small soft">${t("attendance.knowWhy")}</p>`;
  return section("know", t(isPast ? "attendance.knewTitle" : "attendance.knowTitle"), known.length > 0 ? html`<div class="stack">${list}</div>` : html`<p class="soft">${t("attendance.knowNobody")}</p>`, {
    count: known.length || null,
    link: { href: "/people", words: t("attendance.knowAll") },
  });
}

function whyKnown(view: View, person: PersonComingFor): string {
  const { t } = view;
  const committees = person.committees?.length ? t("attendance.knowCommittee", { committee: times(view).list(person.committees) }) : null;
  return [person.isConnected ? t("attendance.knowConnected") : null, committees].filter(Boolean).join(". ");
}

export type Everyone = { event: Event; people: readonly PersonComingFor[]; comesToo: boolean; isUnlisted: boolean; unlistedCount: number };

export function everyoneComing(view: View, { event, people, comesToo, isUnlisted, unlistedCount }: Everyone): Html {
  const { t } = view;
  const first = people.filter((person) => person.isAmongFirst);
  const listed = event.goingCount - unlistedCount;
  const body = event.goingCount === 0
    ? empty(t("attendance.nobodyYet"), t("attendance.nobodyYetMore"))
    : html`${peopleGrid(first.map((person) => stickerPerson(person, comesToo)))}<p class="small soft">${quietly(view, event, { comesToo, isUnlisted, unlistedCount })}</p>`;
  const title = eventState(event, view.now) === "past" ? t("attendance.everyoneThen") : t("attendance.everyone");
  return section("everyone", title, html`<div class="stack">${body}</div>`, {
    count: event.goingCount || null,
    link: listed > first.length ? { href: `${eventUrl(event.id)}/people`, words: t("attendance.seeAll", { count: listed }) } : null,
  });
}

export function peopleGrid(people: readonly (StickerPerson & { under?: Html | undefined })[]): Html {
  return html`<ul class="grid">${people.map((person) => html`<li>${who(person, person.under)}</li>`)}</ul>`;
}

/** Who is not listed, and who sees the one who reads this. */
export function quietly({ t }: View, event: Event, { comesToo, isUnlisted, unlistedCount }: { comesToo: boolean; isUnlisted: boolean; unlistedCount: number }): string {
  const others = unlistedCount - Number(comesToo && isUnlisted);
  const mine = comesToo ? (isUnlisted ? t("attendance.youUnlisted") : t("attendance.youListed", { organisation: event.organisationName, names: event.namesFor })) : null;
  return [others > 0 ? t("attendance.unlistedCount", { count: others }) : null, mine].filter(Boolean).join(" ");
}

/** For those who see counts only: why, and what would change it. */
export function namesAreFor(view: View, event: Event, counts: boolean): Html {
  const { t } = view;
  const facts = { organisation: event.organisationName, names: event.namesFor };
  return section("everyone", t("attendance.whoIsComing"), html`${counts ? html`<p>${t("attendance.peopleLede", { count: event.goingCount })}</p>` : ""}
<p class="soft">${t("attendance.strangersSee", facts)} ${event.namesFor === "organisers" ? "" : view.me ? t("attendance.outsidersSee", facts) : t("attendance.strangersSignIn")}</p>`);
}
