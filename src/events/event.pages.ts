/** The page of one event: what it is, what you have said, who is there, what happens next. */
import { answerBox } from "../attendance/answer.parts.ts";
import { everyoneComing, namesAreFor, peopleYouKnow } from "../attendance/people-coming.parts.ts";
import type { PersonComingFor } from "../attendance/people-coming.sql.ts";
import type { Said } from "../attendance/rsvp.ts";
import { conversationModule, conversationPart } from "../conversations/conversation.parts.ts";
import type { Talk } from "../conversations/message.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { askedAgain } from "./event-move.parts.ts";
import { about, eventPoster, fromTheOrganisers, gettingIn } from "./event-page.parts.ts";
import type { Organiser } from "./event-seen.sql.ts";
import { eventStages } from "./event-stages.parts.ts";
import { organisersTabs } from "./event-tabs.parts.ts";

export type EventPage = {
  event: Event;
  said: Said | null;
  messageCount: number;
  barredBecause: string | null;
  organises: boolean;
  /** Null for those who see counts only. */
  inside: { people: readonly PersonComingFor[]; organisers: readonly Organiser[]; unlistedCount: number } | null;
  /** Null for those who may not read it. */
  talk: { talk: Talk; once: string } | null;
};

export function eventPage(view: View, props: EventPage): Html {
  const { event, said, inside, talk } = props;
  const comes = said?.answer === "going";
  const takesPlace = event.publishedAt && !event.cancelledAt;
  return page(
    view,
    {
      title: event.title,
      section: "events",
      crumbs: eventCrumbs(event),
      description: event.summary || null,
      unlisted: !event.publishedAt,
      ...(talk ? { modules: [conversationModule] } : {}),
    },
    html`<div class="stack gap-5">${props.organises ? organisersTabs(view, event) : ""}
<div class="split lead">
${eventPoster(view, event, comes ? event.onlineUrl : null)}
<div class="stack gap-5">${askedAgain(view, event, said)}${answerBox(view, { event, said, barredBecause: props.barredBecause })}</div>
<div class="sections">
${eventStages(view, event, props.messageCount)}
${about(view, event)}
${inside && takesPlace ? peopleYouKnow(view, event, inside.people) : ""}
${talk ? conversationPart(view, talk) : ""}
${!takesPlace ? "" : inside ? everyoneComing(view, { event, people: inside.people, comesToo: comes, isUnlisted: said?.isUnlisted ?? false, unlistedCount: inside.unlistedCount }) : namesAreFor(view, event)}
</div>
<aside class="sections">
${inside ? fromTheOrganisers(view, event, inside.organisers) : ""}
${gettingIn(view, event)}
</aside>
</div></div>`,
  );
}
