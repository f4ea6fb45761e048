/** The page of one event: what it is, what you have said, who is there, what happens next. */
import { answerBox } from "../attendance/answer.parts.ts";
import { needLine } from "../attendance/need.parts.ts";
import { welcomeLine } from "../organising/welcoming.parts.ts";
import type { Need } from "../attendance/need.ts";
import { everyoneComing, namesAreFor, peopleYouKnow } from "../attendance/people-coming.parts.ts";
import { wereYouThere } from "../attendance/presence.parts.ts";
import { feedbackUrl } from "../attendance/presence.ts";
import type { OwnPresence } from "../attendance/presence.ts";
import type { PersonComingFor } from "../attendance/people-coming.sql.ts";
import type { Said } from "../attendance/rsvp.ts";
import { conversationModule, conversationPart } from "../conversations/conversation.parts.ts";
import type { Talk } from "../conversations/message.ts";
import { lookingAfter } from "../organisations/conduct.parts.ts";
import { deskTabs } from "../organising/desk.parts.ts";
import type { Duty } from "../organising/duty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { askedAgain } from "./event-move.parts.ts";
import { about, eventPoster, fromTheOrganisers, gettingIn } from "./event-page.parts.ts";
import type { Organiser } from "./event-seen.ts";
import { eventStages } from "./event-stages.parts.ts";

export type EventPage = {
  event: Event;
  said: Said | null;
  messageCount: number;
  barredBecause: string | null;
  organises: boolean;
  /** Whether they may know how many come */
  counts: boolean;
  /** Null for those who see no names. */
  names: { people: readonly PersonComingFor[]; unlistedCount: number } | null;
  /** Whom to ask, with the organisers' notes: for members, those coming and those invited. */
  inside: { organisers: readonly Organiser[] } | null;
  /** What they look after for the organisers. */
  duty: Duty | null;
  /** Whether they were there, where they are asked. */
  presence: OwnPresence | null;
  /** What they have told the organisers that they need. */
  need: Need | null;
  /** Null for those who may not read it. */
  talk: { talk: Talk; once: string } | null;
};

export function eventPage(view: View, props: EventPage): Html {
  const { event, said, counts, names, inside, talk } = props;
  const comes = said?.answer === "going";
  const takesPlace = event.publishedAt && !event.cancelledAt;
  return page(
    view,
    {
      title: event.title,
      section: "events",
      crumbs: eventCrumbs(event),
      description: event.summary || null,
      unlisted: !event.publishedAt || event.audience !== "everyone",
      ...(talk ? { modules: [conversationModule] } : {}),
    },
    html`<div class="stack gap-5">${props.organises || props.duty ? deskTabs(view, event, props) : ""}
<div class="split lead">
${eventPoster(view, event, { link: comes ? event.onlineUrl : null, counts })}
<div class="stack gap-5">${askedAgain(view, event, said)}${answerBox(view, { event, said, counts, barredBecause: props.barredBecause })}${needLine(view, event, { comes, need: props.need })}${comes ? welcomeLine(view, event) : ""}${props.presence ? wereYouThere(view, props.presence, { presence: `${eventUrl(event.id)}/presence`, feedback: feedbackUrl(event.id) }) : ""}</div>
<div class="sections">
${eventStages(view, event, props.messageCount)}
${about(view, event)}
${names && takesPlace && view.me ? peopleYouKnow(view, event, names.people) : ""}
${talk ? conversationPart(view, talk) : ""}
${!takesPlace ? "" : names ? everyoneComing(view, { event, ...names, comesToo: comes, isUnlisted: said?.isUnlisted ?? false }) : namesAreFor(view, event, counts)}
</div>
<aside class="sections">
${inside ? fromTheOrganisers(view, event, inside.organisers) : ""}
${gettingIn(view, event)}
${lookingAfter(view, event.conduct, event.publishedAt && view.me ? `${eventUrl(event.id)}/report` : null)}
</aside>
</div></div>`,
  );
}
