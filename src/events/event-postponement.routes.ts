import { z } from "zod";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { keepOldDate, postponeEvent } from "./event-postponement.actions.ts";
import { postponedPage, postponementPage } from "./event-postponement.pages.ts";
import { eventOrganisedBy } from "./event.sql.ts";
import type { Event } from "./event.ts";
import { eventState, eventUrl, mayCallOff } from "./event.ts";

export const showPostponement = forPeople(async (c, viewer) => {
  const event = await published(c, viewer);
  if (!event) return notFound(c);
  if (!mayCallOff(viewer, event)) return done(c, `${eventUrl(event.id)}/hosts`, "hosts.cancelTheirs", { first: event.unitName });
  if (event.isPostponed) return show(c, postponedPage(c.var.view, event));
  if (eventState(event, c.var.view.now) !== "coming") return done(c, eventUrl(event.id), "moves.postponeTooLate");
  return show(c, postponementPage(c.var.view, event, { values: {}, errors: {} }));
});

const reasonForm = z.object({ reason: z.string().max(1000, "events.tooLong").default("") });

export const postPostponement = forPeople(async (c, viewer) => {
  const event = await published(c, viewer);
  if (!event) return notFound(c);
  const form = await parseForm(c, reasonForm, c.var.view.t);
  if (!form.ok) return show(c, postponementPage(c.var.view, event, form.state), 422);
  const outcome = await postponeEvent(c.var.house, viewer, event.id, form.value.reason);
  switch (outcome.kind) {
    case "postponed":
      return done(c, eventUrl(event.id), "moves.postponeDone", { count: event.goingCount + event.maybeCount + event.waitingCount });
    case "already":
      return done(c, eventUrl(event.id), event.isPostponed ? "moves.postponeAlready" : "events.cancelAlready");
    case "too-late":
      return done(c, eventUrl(event.id), "moves.postponeTooLate");
    case "not-found":
      return notFound(c);
  }
});

export const postPostponementEnd = forPeople(async (c, viewer) => {
  const event = await published(c, viewer);
  const { kind } = event ? await keepOldDate(c.var.house, viewer, event.id) : { kind: "not-found" as const };
  if (!event || kind === "not-found") return notFound(c);
  return kind === "kept" ? done(c, eventUrl(event.id), "moves.keptOldDate") : done(c, `${eventUrl(event.id)}/postponement`, "moves.oldDateGone");
});

async function published(c: Web, viewer: Viewer): Promise<Event | null> {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  return event?.publishedAt ? event : null;
}
