import type { View } from "../ui/view.ts";
import type { Html } from "../ui/html.ts";
import { tabs } from "../ui/tabs.ts";
import type { Event } from "./event.ts";
import { eventState, eventUrl } from "./event.ts";

/** The sister pages of an event that only its organisers have. */
export function organisersTabs(view: View, event: Event): Html {
  const { t } = view;
  const here = eventUrl(event.id);
  const state = eventState(event, view.now);
  const isAhead = state === "coming" || state === "on";
  return tabs(
    t("attendance.tabs"),
    [
      { href: here, words: t("attendance.tabPage") },
      { href: `${here}/organise`, words: t("organising.tabDesk") },
      ...(event.publishedAt ? [{ href: `${here}/organise/people`, words: t("organising.tabPeople"), count: event.goingCount }] : []),
      ...(event.publishedAt ? [{ href: `${here}/letters`, words: t("circulars.tab") }] : []),
      ...(state === "past" ? [{ href: `${here}/afterwards`, words: t("afterwards.tab") }] : []),
      ...(event.cancelledAt && !event.isPostponed ? [] : [{ href: `${here}/edit`, words: t("attendance.tabEdit") }]),
      ...(event.publishedAt ? [] : [{ href: `${here}/publication`, words: t("attendance.tabPublish") }]),
      ...(isAhead || state === "draft" ? [{ href: `${here}/answering`, words: t("answering.title") }] : []),
      ...(event.publishedAt && !event.cancelledAt ? [{ href: `${here}/invitations`, words: t("invited.title") }] : []),
      ...(event.cancelledAt ? [] : [{ href: `${here}/hosts`, words: t("hosts.title") }]),
      ...(event.isPostponed ? [{ href: `${here}/postponement`, words: t("moves.postponedTitle") }] : isAhead ? [{ href: `${here}/cancellation`, words: t("attendance.tabCancel") }] : []),
      { href: `${here}/history`, words: t("history.title") },
      ...(event.publishedAt ? [{ href: `/events/new?copy=${event.id}`, words: t("events.copy") }] : []),
    ],
    view.path,
  );
}
