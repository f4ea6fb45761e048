/** What the pages for those who organise an event have in common: their tabs, and the frame around them. */
import { eventCrumbs } from "../events/event-crumbs.ts";
import { organisersTabs } from "../events/event-tabs.parts.ts";
import type { Event } from "../events/event.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { whenLine } from "../events/when.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { tabs } from "../ui/tabs.ts";
import type { View } from "../ui/view.ts";
import { mayDo } from "./duty.ts";
import type { DeskStanding } from "./duty.ts";

/** All of them for organisers; for somebody with a duty those that belong to it. */
export function deskTabs(view: View, event: Event, standing: DeskStanding): Html {
  if (standing.organises) return organisersTabs(view, event);
  const { t } = view;
  const here = eventUrl(event.id);
  const links = [
    { href: here, words: t("attendance.tabPage") },
    ...(mayDo(standing, "see-numbers") ? [{ href: `${here}/organise`, words: t("organising.tabDesk") }] : []),
    ...(mayDo(standing, "see-names") ? [{ href: `${here}/organise/people`, words: t("organising.tabPeople"), count: event.goingCount }] : []),
    ...(mayDo(standing, "see-answers") && eventState(event, view.now) === "past" ? [{ href: `${here}/afterwards`, words: t("afterwards.tab") }] : []),
    ...(mayDo(standing, "write-letters") ? [{ href: `${here}/letters`, words: t("circulars.tab") }] : []),
    { href: `${here}/duties`, words: t("organising.tabDuties") },
  ];
  return tabs(t("attendance.tabs"), links, view.path);
}

/** One of these pages: tabs, heading, what the event is, and then what it is about. */
export function deskPage(view: View, { event, standing, title, lede }: { event: Event; standing: DeskStanding; title: string; lede?: string | Html }, body: Html): Html {
  return page(
    view,
    { title: `${title}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, title), unlisted: true },
    html`<div class="stack gap-6">${deskTabs(view, event, standing)}
<header class="stack gap-3"><h1>${title}</h1><p class="lede">${lede ?? whichEvent(view, event)}</p></header>
${body}</div>`,
  );
}

/** "Summer meet-up, Thursday 9 July, 17:30 to 21:00", with the way to its page. */
export function whichEvent(view: View, event: Event): Html {
  return html`<a href="${eventUrl(event.id)}"><bdi>${event.title}</bdi></a>${event.isPostponed ? "." : ","} ${whenLine(view, event)}`;
}
