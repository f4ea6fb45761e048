/** Publishing an event, calling it off, throwing a draft away. */
import { z } from "zod";
import { audienceChoices } from "../notifications/audience.sql.ts";
import { parseForm } from "../platform/http/form.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { cancelEvent, discardDraft, publishEvent } from "./event.actions.ts";
import { cancellationPage } from "./event-cancellation.pages.ts";
import { missingFrom } from "./event-fields.ts";
import { publicationPage } from "./event-publication.pages.ts";
import { eventOrganisedBy } from "./event.sql.ts";
import type { Event } from "./event.ts";
import { eventUrl, mayCallOff } from "./event.ts";

export const showPublication = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  return event.publishedAt ? c.redirect(eventUrl(event.id), 303) : publication(c, event);
});

export const postPublication = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const outcome = await publishEvent(c.var.house, viewer, event.id);
  switch (outcome.kind) {
    case "published":
      return done(c, eventUrl(event.id), "events.published");
    case "already":
      return done(c, eventUrl(event.id), "events.publishedAlready");
    case "incomplete":
      return publication(c, event, 422);
    case "not-found":
      return notFound(c);
  }
});

async function publication(c: Web, event: Event, status: 200 | 422 = 200): Promise<Response> {
  const { house, view } = c.var;
  const audience = { each: 0, weekly: 0, none: 0 };
  for (const { choice, people } of await audienceChoices.many(house.db, event.hostUnits)) audience[choice] = people;
  return show(c, publicationPage(view, { event, missing: missingFrom(event, house.clock.now()), audience }), status);
}

export const postDiscarding = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  if (!mayCallOff(viewer, event)) return done(c, `${eventUrl(event.id)}/hosts`, "hosts.discardTheirs", { first: event.unitName });
  const outcome = await discardDraft(c.var.house, viewer, event.id);
  if (outcome.kind === "discarded") return done(c, "/events", "events.discarded");
  return outcome.kind === "published" ? c.redirect(eventUrl(event.id), 303) : notFound(c);
});

export const showCancellation = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event?.publishedAt) return notFound(c);
  if (!mayCallOff(viewer, event)) return done(c, `${eventUrl(event.id)}/hosts`, "hosts.cancelTheirs", { first: event.unitName });
  if (event.cancelledAt && !event.isPostponed) return done(c, eventUrl(event.id), "events.cancelAlready");
  return show(c, cancellationPage(c.var.view, event, { values: {}, errors: {} }));
});

const reasonForm = z.object({ reason: z.string().max(1000, "events.tooLong").default("") });

export const postCancellation = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const form = await parseForm(c, reasonForm, c.var.view.t);
  if (!form.ok) return show(c, cancellationPage(c.var.view, event, form.state), 422);
  const outcome = await cancelEvent(c.var.house, viewer, event.id, form.value.reason);
  switch (outcome.kind) {
    case "cancelled":
      return done(c, eventUrl(event.id), "events.cancelDone", { count: event.goingCount + event.maybeCount + event.waitingCount });
    case "already":
      return done(c, eventUrl(event.id), "events.cancelAlready");
    case "too-late":
      return done(c, eventUrl(event.id), "events.cancelTooLate");
    case "draft":
    case "not-found":
      return notFound(c);
  }
});
