/** What the box says to whoever has said something already and waits for an answer: in line, with a place kept for a while, or having asked. */
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import { button, postButton } from "../ui/button.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { formOf } from "./answer-form.ts";
import type { Said } from "./rsvp.ts";

export type Waiting = "offered" | "in-line" | "asked" | "declined";

/** Null for whoever has a place, or none to wait for. An offer that has run out is nothing any more, whether or not it is written down yet. */
export function waitingAs(said: Said | null, now: Temporal.Instant): Waiting | null {
  if (!said) return null;
  else if (said.declinedAt) return "declined";
  else if (said.answer === "asked") return "asked";
  else if (said.answer !== "waitlisted") return null;
  else if (!said.offeredUntil) return "in-line";
  return Temporal.Instant.compare(now, said.offeredUntil) < 0 ? "offered" : null;
}

export function waitingHeading(view: View, event: Event, said: Said, as: Waiting): string {
  const { t } = view;
  if (as === "in-line") return t("attendance.inLine", { position: said.position });
  else if (as === "offered") return t("answering.offeredHeading", { when: times(view, event.zone).moment(said.offeredUntil!) });
  return t(as === "asked" ? "answering.askedHeading" : "answering.declinedHeading");
}

const WORDS = { "in-line": "attendance.inLineNext", offered: "answering.offeredMore", asked: "answering.askedMore", declined: "answering.declinedMore" } as const;
const NO = { "in-line": "attendance.takeMeOff", offered: "answering.passOn", asked: "answering.takeBack" } as const;

/** `visit` is what they said of their times, in words. `to` is where the form goes. */
export function waitingBody(view: View, event: Event, said: Said, as: Waiting, { visit, to, change }: { visit: string | null; to: string; change: string }): Html {
  const { t } = view;
  const words = as === "in-line" && event.offerHours !== null ? t("attendance.inLineOffer") : t(WORDS[as]);
  if (as === "declined") return html`<p>${words}</p>`;
  return html`<p>${words}</p>
${visit ? html`<p class="small soft">${visit}</p>` : ""}
${as === "offered" ? html`<form method="post" action="${to}">${hiddenAnswer(said, event)}${button({ words: t("answering.take"), wide: true })}</form>` : ""}
${postButton(to, { words: t(NO[as]) }, { answer: "not_going" })}
<p><a href="${change}">${t("attendance.changeTimes")}</a></p>`;
}

/** The same answer again, which takes the place. */
function hiddenAnswer(said: Said, event: Event): Html {
  const { values } = formOf(said, event.zone);
  return html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** For whoever has a place in one hall and waits for one in the other. */
export function movingWords({ t }: View, said: Said): string | null {
  return said.moveNo === null ? null : t("answering.moving", { to: said.isOnline ? "room" : "online", position: said.position });
}

export function answerUrl(event: Event): string {
  return `${eventUrl(event.id)}/answer`;
}
