/** Sharing an event: asking, answering, ending. */
import { z } from "zod";
import { patternsFor } from "../organisations/search-words.ts";
import { limitedNow } from "../people/sanction.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { mayOrganise } from "../people/viewer.ts";
import { formValues, parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { eventState, eventUrl } from "./event.ts";
import { eventById, eventOrganisedBy } from "./event.sql.ts";
import { askToHost, consentToHost, declineToHost, endSharing } from "./host.actions.ts";
import { endPage, hostingPage, hostsPage } from "./host.pages.ts";
import { hostingById, hostingsOf, unitsToAsk } from "./host.sql.ts";
import { DAYS_AFTER_NO, hostingState, hostingUrl, sideOf } from "./host.ts";

/** Each asking is a letter to other people's organisers. */
const ASKINGS = { most: 30, minutes: 24 * 60 };

export const showHosts = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await eventOrganisedBy(house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const state = eventState(event, house.clock.now());
  const mayAsk = mayOrganise(viewer, event.firstHostPath) && state !== "past" && state !== "cancelled";
  const q = (c.req.query("q") ?? "").trim().slice(0, 200);
  const [hostings, units] = await Promise.all([
    hostingsOf.many(house.db, event.id, house.clock.now().subtract({ hours: 24 * DAYS_AFTER_NO })),
    mayAsk && q ? unitsToAsk.many(house.db, patternsFor(q), 21) : [],
  ]);
  const shared = hostings.map((other) => ({ ...other, side: sideOf(viewer, { firstHostPath: event.firstHostPath, unitPath: other.path }) }));
  return show(c, hostsPage(view, { event, hostings: shared, finder: mayAsk ? { q, units } : null }));
});

export const postHost = forPeople(async (c, viewer) => {
  const { house } = c.var;
  const event = await eventOrganisedBy(house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  if (!(await withinRate(house.db, house.clock.now(), "ask-to-host", viewer.personId, ASKINGS))) return tooMany(c);
  const { unit, q } = await formValues(c);
  const back = `${eventUrl(event.id)}/hosts`;
  if ((await limitedNow.one(house.db, viewer.personId)).is) return done(c, back, "hosts.limited");
  const outcome = await askToHost(house, viewer, { eventId: event.id, unitId: String(unit ?? "") });
  switch (outcome.kind) {
    case "asked":
      return done(c, back, "hosts.asked", { unit: outcome.unitName });
    case "hosts":
      return done(c, back, "hosts.hostsNow", { unit: outcome.unitName });
    case "already":
      return done(c, back, "hosts.already");
    case "said-no":
      return done(c, back, "hosts.saidNoAlready");
    case "too-many":
      return done(c, back, "hosts.tooMany");
    case "too-late":
      return done(c, back, "hosts.tooLate");
    case "unit-gone":
      return done(c, `${back}?q=${encodeURIComponent(String(q ?? "").slice(0, 200))}`, "hosts.unitGone");
    case "not-found":
      return notFound(c);
  }
});

export const showHosting = forPeople(async (c, viewer) => {
  const found = await hostingFor(c, viewer);
  if (!found) return notFound(c);
  const { hosting, event, side } = found;
  const state = hostingState(hosting);
  if (state === "hosts" || (state === "asked" && side === "first")) return c.redirect(`${eventUrl(event.id)}/hosts`, 303);
  else if (state === "asked" && eventState(event, c.var.house.clock.now()) !== "past" && !event.cancelledAt) return show(c, hostingPage(c.var.view, event, hosting));
  else return done(c, "/events", state === "declined" ? "hosts.declinedAlready" : state === "asked" ? "hosts.tooLate" : "hosts.takenBackAlready");
});

export const postConsent = forPeople(async (c, viewer) => answered(c, await consentToHost(c.var.house, viewer, idOf(c))));

export const postRefusal = forPeople(async (c, viewer) => answered(c, await declineToHost(c.var.house, viewer, idOf(c))));

function answered(c: Web, outcome: Awaited<ReturnType<typeof consentToHost>>): Response {
  switch (outcome.kind) {
    case "hosts":
      return done(c, `${eventUrl(outcome.hosting.eventId)}/hosts`, "hosts.hostsNow", { unit: outcome.hosting.unitName });
    case "declined":
      return done(c, "/", "hosts.declined", { first: outcome.hosting.firstHostName });
    case "taken-back":
      return done(c, "/events", "hosts.takenBackAlready");
    case "too-late":
      return done(c, "/events", "hosts.tooLate");
    case "ended":
    case "not-found":
      return notFound(c);
  }
}

export const showSharingEnd = forPeople(async (c, viewer) => {
  const found = await hostingFor(c, viewer);
  if (!found) return notFound(c);
  if (hostingState(found.hosting) !== "hosts") return c.redirect(hostingUrl(found.hosting.id), 303);
  return show(c, endPage(c.var.view, found.event, found.hosting, found.side, { values: {}, errors: {} }));
});

const reasonForm = z.object({ reason: z.string().max(1000, "events.tooLong").default("") });

export const postSharingEnd = forPeople(async (c, viewer) => {
  const found = await hostingFor(c, viewer);
  if (!found) return notFound(c);
  const form = await parseForm(c, reasonForm, c.var.view.t);
  if (!form.ok) return show(c, endPage(c.var.view, found.event, found.hosting, found.side, form.state), 422);
  const outcome = await endSharing(c.var.house, viewer, found.hosting.id, form.value.reason);
  if (outcome.kind === "not-found") return notFound(c);
  else if (outcome.kind === "too-late") return done(c, eventUrl(found.event.id), "hosts.tooLate");
  const back = mayOrganise(viewer, found.hosting.firstHostPath) ? `${eventUrl(found.event.id)}/hosts` : "/events";
  return done(c, back, hostingState(found.hosting) === "asked" ? "hosts.takenBack" : "hosts.ended", { unit: found.hosting.unitName });
});

function idOf(c: Web): string {
  const id = c.req.param("id");
  return isId(id) ? id : "00000000-0000-0000-0000-000000000000";
}

/** For organisers of either side; `first` where they organise both. */
async function hostingFor(c: Web, viewer: Viewer) {
  const { db } = c.var.house;
  const hosting = await hostingById.maybe(db, idOf(c));
  const side = hosting && sideOf(viewer, hosting);
  const event = side && (await eventById.maybe(db, hosting.eventId));
  return event ? { hosting, event, side: side === "asked" ? ("asked" as const) : ("first" as const) } : null;
}
