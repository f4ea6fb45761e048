/** How a meet-up unfolds, as a line with stations; only those for which there is a date. */
import { times } from "../platform/i18n/times.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { stages } from "../ui/stages.ts";
import type { Stage } from "../ui/stages.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { itself } from "./event-page.parts.ts";

type Station = Stage & { at: Temporal.Instant };

/** The conversation stays open for as long as people thank each other (`conversations/conversation.ts`). */
const DAYS_AFTER = 14;

export function eventStages(view: View, event: Event, messageCount: number): Html {
  if (!event.publishedAt || event.cancelledAt) return html``;
  const stations = stationsOf(view, event, messageCount);
  const isDone = !later(closing(event), view.now);
  return stages(view.t("attendance.unfolds"), stations, isDone ? { index: stations.length, gone: 0 } : reached(stations, view.now), event.line);
}

function stationsOf(view: View, event: Event, messageCount: number): Station[] {
  const { t } = view;
  const say = times(view, event.zone);
  const until = closing(event);
  const isOpen = later(until, view.now);
  const messages = messageCount > 0 ? t("attendance.messagesSoFar", { count: messageCount }) : null;
  const opens = event.conversationOpensAt && later(event.conversationOpensAt, event.publishedAt!) ? event.conversationOpensAt : null;
  const stations: (Station | null)[] = [
    { at: event.publishedAt!, name: t("attendance.announced"), when: say.date(event.publishedAt!), words: opens ? null : (messages ?? (isOpen ? t("attendance.chatOpen") : null)) },
    opens && { at: opens, name: t("attendance.chatOpens"), when: say.date(opens), words: messages ?? (isOpen ? t("attendance.chatWhy") : null) },
    event.answerBy && { at: event.answerBy, name: t("attendance.answerBy"), when: `${say.date(event.answerBy)}, ${say.clock(event.answerBy)}`, words: null },
    { at: event.startsAt, name: itself(view, event), when: `${say.date(event.startsAt)}, ${say.clock(event.startsAt)}`, words: event.doorsAt ? t("attendance.doors", { time: say.clock(event.doorsAt) }) : null },
    { at: event.endsAt, name: t("attendance.followUp"), when: t("attendance.until", { when: say.date(until) }), words: isOpen ? t("attendance.followUpWords") : null },
  ];
  return stations.filter((station) => station !== null).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** The last station behind us, and how far we are on the way to the next. */
function reached(stations: readonly Station[], now: Temporal.Instant): { index: number; gone: number } {
  const index = stations.findLastIndex(({ at }) => !later(at, now));
  const here = stations[index];
  const next = stations[index + 1];
  if (!here || !next) return { index, gone: 0 };
  return { index, gone: now.since(here.at).total("seconds") / next.at.since(here.at).total("seconds") };
}

function closing(event: Event): Temporal.Instant {
  return event.endsAt.add({ hours: 24 * DAYS_AFTER });
}

function later(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}
