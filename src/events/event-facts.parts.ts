/** When and where, as the pages around an event say it. */
import { times } from "../platform/i18n/times.ts";
import type { Fact } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import { mode } from "../ui/mode.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { placeLine } from "./place.ts";

/** When, where, answer by: for a page that is about doing something with the event. */
export function eventFacts(view: View, event: Event): Fact[] {
  const { t } = view;
  const say = times(view, event.zone);
  const isOneDay = dayIn(event.startsAt, event.zone).equals(dayIn(event.endsAt, event.zone));
  return [
    {
      term: t("events.sectionWhen"),
      words: isOneDay ? html`${say.day(event.startsAt)}, ${say.span(event.startsAt, event.endsAt)}` : say.span(event.startsAt, event.endsAt),
      more: elsewhere(view, event),
    },
    { term: t("events.sectionWhere"), words: whereWords(view, event) },
    ...(event.answerBy ? [{ term: t("events.answerBy"), words: say.moment(event.answerBy) }] : []),
    ...(event.capacity ? [{ term: t("events.capacity"), words: say.number(event.capacity) }] : []),
  ];
}

/** For somebody whose clock shows another time just then; null where it does not. */
export function elsewhere(view: View, event: Pick<Event, "startsAt" | "zone">): string | null {
  const { t } = view;
  if (sameClock(event.startsAt, event.zone, view.zone)) return null;
  return t("events.elsewhere", { zone: city(event.zone), yours: times(view).moment(event.startsAt), yourZone: city(view.zone) });
}

function whereWords(view: View, event: Event) {
  const place = placeLine(event);
  if (!event.venueId && !event.onlineUrl) return view.t("events.placeOpen");
  return mode(view, { inARoom: event.venueId !== null, online: event.onlineUrl !== null, place });
}

function sameClock(at: Temporal.Instant, a: string, b: string): boolean {
  return at.toZonedDateTimeISO(a).offsetNanoseconds === at.toZonedDateTimeISO(b).offsetNanoseconds;
}

function dayIn(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** "America/New_York" -> "New York" */
function city(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}
