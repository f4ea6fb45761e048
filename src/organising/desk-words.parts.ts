/** What organisers can say to people who answered, and how each of them answered beyond yes and no. */
import { heldToGive, mayBeGiven } from "../attendance/agreeing.ts";
import type { OrganisersWord } from "../attendance/agreeing.ts";
import type { Event } from "../events/event.ts";
import { eventState } from "../events/event.ts";
import { hasTwoHalls } from "../events/places.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { notice } from "../ui/notice.ts";
import type { View } from "../ui/view.ts";
import type { PersonOnDesk } from "./desk-people.sql.ts";

type Word = { word: OrganisersWord; words: MessageKey; quiet: boolean };

export function wordsTo(event: Event, { answer, isMoving, isOnline }: Pick<PersonOnDesk, "answer" | "isMoving" | "isOnline">): Word[] {
  if (answer === "asked") return [{ word: "agree", words: "answering.agree", quiet: false }, { word: "decline", words: "answering.decline", quiet: true }];
  else if (answer === "declined") return [{ word: "agree", words: "answering.agreeAfterAll", quiet: true }];
  const isGivable = heldToGive(event) > 0 && mayBeGiven({ answer, moveNo: isMoving ? 0 : null, isOnline });
  return isGivable ? [{ word: "give-held", words: "answering.giveHeld", quiet: true }] : [];
}

/** Above the list: who waits for the organisers, and what they have to give. */
export function leftToSay(view: View, here: string, { event, asking }: { event: Event; asking: number }): Html {
  const { t } = view;
  const state = eventState(event, view.now);
  if (state === "past" || state === "cancelled") return html``;
  const held = heldToGive(event);
  return html`${asking > 0 ? notice(t("answering.askedLeft", { count: asking }), { mark: "hourglass", more: t("answering.askedLeftMore"), actions: html`<a href="${here}?state=asked">${t("answering.seeAsked")}</a>` }) : ""}
${held > 0 ? html`<p class="soft">${t("answering.heldLeft", { count: held })}</p>` : ""}`;
}

/** "Second in line", "Online", "2 guests" */
export function waysAnswered(view: View, event: Event, person: PersonOnDesk): string[] {
  const { t } = view;
  const { answer, isOnline, guests, isMoving, offeredUntil, position } = person;
  const words = [
    answer === "waitlisted" && offeredUntil && t("answering.offeredUntil", { when: times(view, event.zone).moment(offeredUntil) }),
    answer === "waitlisted" && !offeredUntil && t("attendance.inLine", { position }),
    hasTwoHalls(event) && answer !== "maybe" && answer !== "declined" && t(isOnline ? "answering.online" : "answering.room"),
    guests > 0 && t("answering.tagGuests", { count: guests }),
    isMoving && t(isOnline ? "answering.movesRoom" : "answering.movesOnline"),
  ];
  return words.filter((word) => typeof word === "string");
}

/** Which columns beyond the answer a list of this event needs. */
export function waysOf(event: Event): { where: boolean; guests: boolean } {
  return { where: hasTwoHalls(event), guests: event.guestsEach > 0 || event.guestCount > 0 };
}
