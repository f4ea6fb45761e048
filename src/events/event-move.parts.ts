/** "Does the new date suit you?": asked of those who answered before it moved. */
import type { Said } from "../attendance/rsvp.ts";
import { times } from "../platform/i18n/times.ts";
import { linkButton, postButton } from "../ui/button.ts";
import { html, type Html } from "../ui/html.ts";
import { notice } from "../ui/notice.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { isAskedAgain } from "./event-move.ts";

export function askedAgain(view: View, event: Event, said: Said | null): Html {
  if (!said || said.answer === "not_going" || !isAskedAgain(event, said.answeredAt, view.now)) return html``;
  const { t } = view;
  return notice(event.wasStartsAt ? t("moves.newDate", { date: times(view, event.zone).day(event.startsAt) }) : t("moves.changed"), {
    mark: "calendar-clock",
    more: said.answer === "going" ? t("moves.placeKept") : t("moves.answerKept"),
    actions: html`${postButton(`${eventUrl(event.id)}/kept-answer`, { words: t("moves.suits") })}${linkButton(`${eventUrl(event.id)}/answer`, { words: t("moves.change"), quiet: true })}`,
  });
}

/** "It was Tuesday 14 July", beside a date. */
export function wasWords(view: View, event: { wasStartsAt: Temporal.Instant | null; zone: string }): string | null {
  return event.wasStartsAt ? view.t("moves.was", { date: times(view, event.zone).day(event.wasStartsAt) }) : null;
}
