/** When and where, as the pages around an event say it. */
import { times } from "../platform/i18n/times.ts";
import type { Fact } from "../ui/facts.ts";
import type { Html } from "../ui/html.ts";
import { mode } from "../ui/mode.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { placeLine } from "./place.ts";
import { elsewhere, whenLine } from "./when.ts";

/** When, where, answer by: for a page that is about doing something with the event. */
export function eventFacts(view: View, event: Event): Fact[] {
  const { t } = view;
  const say = times(view, event.zone);
  return [
    { term: t("events.sectionWhen"), words: whenLine(view, event), more: elsewhere(view, event) },
    { term: t("events.sectionWhere"), words: whereWords(view, event) },
    ...(event.answerBy ? [{ term: t("events.answerBy"), words: say.moment(event.answerBy) }] : []),
    ...(event.capacity ? [{ term: t("events.capacity"), words: say.number(event.capacity) }] : []),
  ];
}

function whereWords(view: View, event: Event): string | Html {
  if (!event.venueId && !event.onlineUrl) return view.t("events.placeOpen");
  return mode(view, { inARoom: event.venueId !== null, online: event.onlineUrl !== null, place: placeLine(event) });
}
