import type { Row as Columns } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import type { Html } from "../ui/html.ts";
import { mode } from "../ui/mode.ts";
import type { Tab } from "../ui/tabs.ts";
import { tag } from "../ui/tag.ts";
import type { Row } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { wasWords } from "./event-move.parts.ts";
import type { comingEvents } from "./event-list.sql.ts";
import { eventUrl } from "./event.ts";
import { elsewhere } from "./when.ts";

export type Listed = Columns<(typeof comingEvents)["columns"]>;

export function listTabs({ t }: View): Tab[] {
  return [{ href: "/events", words: t("events.tabComing") }, { href: "/events/past", words: t("events.tabPast") }, { href: "/venues", words: t("venues.title") }];
}

/** One event in a timetable, with how the viewer stands to it. */
export function listedRow(view: View, event: Listed, kind: "coming" | "past" | "draft"): Row {
  const say = times(view, event.zone);
  return {
    ...(event.isPostponed ? { day: view.t("moves.toFollow"), clock: say.shortDay(event.startsAt), isGone: true } : { day: say.shortDay(event.startsAt), clock: say.clock(event.startsAt) }),
    at: event.startsAt,
    title: event.title,
    href: kind === "draft" ? `${eventUrl(event.id)}/publication` : eventUrl(event.id),
    codes: [event, ...event.otherCodes],
    meta: meta(view, event, kind),
    status: status(view, event, kind),
    more: kind === "past" ? null : [wasWords(view, event), elsewhere(view, event)].filter(Boolean).join(". ") || null,
  };
}

function meta(view: View, event: Listed, kind: "coming" | "past" | "draft"): (string | Html)[] {
  const words: (string | Html)[] = event.unitKind === "organisation" ? [] : [event.unitName];
  if (event.inARoom || event.online) words.push(mode(view, { inARoom: event.inARoom, online: event.online, place: event.venueArea || null }));
  if (event.goingCount > 0 && !event.cancelledAt) words.push(view.t(kind === "past" ? "events.came" : "events.comingCount", { count: event.goingCount }));
  return words;
}

function status(view: View, event: Listed, kind: "coming" | "past" | "draft"): Html | null {
  const { t } = view;
  if (kind === "draft") return tag(t("events.draft"));
  else if (event.isPostponed) return tag(t("moves.tagPostponed"));
  else if (event.cancelledAt) return tag(t("events.cancelled"), "signal");
  else if (event.answer === "going") return tag(event.untilAt ? t("events.goingUntil", { time: times(view, event.zone).clock(event.untilAt) }) : kind === "past" ? t("events.said") : t("events.going"), "yes");
  else if (kind === "past") return null;
  else if (event.answer === "maybe") return tag(t("events.maybe"));
  else if (event.answer === "waitlisted") return tag(t("events.waiting"));
  return event.isFull ? tag(t("events.full")) : null;
}
