/** The box on a page of its own: for a form sent back, and for somebody in line who wants to change their answer. */
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { eventCrumbs } from "../events/event-crumbs.ts";
import { eventFacts } from "../events/event-facts.parts.ts";
import type { FormState } from "../platform/http/form.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import { notice } from "../ui/notice.ts";
import { answerBox } from "./answer.parts.ts";
import { fieldOf } from "./question.ts";
import type { OwnQuestion } from "./question.ts";
import type { Said } from "./rsvp.ts";

export type AnswerPage = {
  event: Event;
  said: Said | null;
  form?: FormState;
  questions: readonly OwnQuestion[];
  /** They have said yes on the event's own page, and it is not saved before they have seen what the organisers ask. */
  isLedHere?: boolean;
  barredBecause: string | null;
};

export function answerPage(view: View, { event, said, form, questions, isLedHere, barredBecause }: AnswerPage): Html {
  const { t } = view;
  const title = t("attendance.answerTitle");
  return page(
    view,
    { title: `${title}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, title), unlisted: true },
    html`<div class="stack gap-6">${fields(view, form).summary()}
<div class="split"><div class="stack gap-6">
<h1>${unbroken(event.title)}</h1>
${isLedHere ? notice(t("questions.nearly", { count: questions.length }), { more: t("questions.nearlyMore"), mark: "message-circle", actions: html`<a href="#${fieldOf(questions[0]!)}">${t("questions.nearlyLink", { count: questions.length })}</a>` }) : ""}
${answerBox(view, { event, said, form, questions, changing: true, barredBecause })}
<p><a href="${eventUrl(event.id)}">${t("attendance.backToPage")}</a></p>
</div>
<aside>${factList(eventFacts(view, event))}</aside></div></div>`,
  );
}
