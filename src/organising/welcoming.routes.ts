import { seeEvent } from "../events/event-seen.actions.ts";
import { eventUrl, maySeeEvent, stanceOf } from "../events/event.ts";
import { asSeenBy } from "../events/place.ts";
import { patternsFor } from "../organisations/search-words.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { eventOnDesk } from "./duty.sql.ts";
import { answerWelcome, askForWelcome, endAsking, offerWelcome } from "./welcoming.actions.ts";
import { welcomePage } from "./welcome.pages.ts";
import { askToWelcomePage, welcomingPage } from "./welcoming.pages.ts";
import { askedToWelcome, comingToAsk, couldWelcome, welcomingOf, willingToWelcome } from "./welcoming.sql.ts";
import { askForm, endForm, takesWelcoming, welcomeForm, welcomeUrl, welcomingUrl } from "./welcoming.ts";

/** Each is a letter to somebody. */
const RATE = { most: 30, minutes: 24 * 60 };

export const showWelcoming = forPeople(async (c, viewer) => {
  const { db } = c.var.house;
  const desk = await inARoom(c, viewer);
  if (!desk) return notFound(c);
  const { event } = desk;
  const q = (c.req.query("q") ?? "").trim().slice(0, 200);
  const [asked, willing, found] = await Promise.all([
    askedToWelcome.many(db, event.id, viewer.personId),
    willingToWelcome.many(db, event.id, viewer.personId),
    q ? comingToAsk.many(db, event.id, viewer.personId, patternsFor(q)) : [],
  ]);
  return show(c, welcomingPage(c.var.view, { ...desk, asked, willing, q, found }));
});

export const showAskToWelcome = forPeople(async (c, viewer) => {
  const found = await somebodyToAsk(c, viewer);
  const [first] = found?.person.kinds ?? [];
  return found ? show(c, askToWelcomePage(c.var.view, { ...found, state: { values: first ? { kind: first } : {}, errors: {} } })) : notFound(c);
});

export const postAskedToWelcome = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const found = await somebodyToAsk(c, viewer);
  if (!found) return notFound(c);
  const refuse = (state: FormState) => show(c, askToWelcomePage(view, { ...found, state }), 422);
  const form = await parseForm(c, askForm, view.t);
  if (!form.ok) return refuse(form.state);
  if (!(await withinRate(house.db, house.clock.now(), "welcoming", viewer.personId, RATE))) return tooMany(c);
  const outcome = await askForWelcome(house, viewer, found.event.id, found.person.personId, form.value);
  switch (outcome.kind) {
    case "asked":
      return done(c, welcomingUrl(found.event.id), outcome.wasAsked ? "welcoming.wasAsked" : "welcoming.sent", { name: outcome.name });
    case "limited":
      return refuse({ ...form.state, errors: { form: view.t("circulars.limited") } });
    case "not-found":
      return notFound(c);
  }
});

export const postWelcomingEnd = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const [id, personId] = [c.req.param("id")!, c.req.param("person")!];
  const form = await parseForm(c, endForm, view.t);
  const { kind } = form.ok && isId(id) && isId(personId) ? await endAsking(house, viewer, id, personId, form.value.kind) : { kind: "not-found" as const };
  return kind === "ended" ? done(c, welcomingUrl(id), "welcoming.ended") : notFound(c);
});

/** One's own page. */
export const showOwnWelcome = forPeople(async (c, viewer) => {
  const event = await asComing(c, viewer);
  return event ? show(c, welcomePage(c.var.view, { event, own: await welcomingOf.many(c.var.house.db, event.id, viewer.personId) })) : notFound(c);
});

export const postOwnWelcome = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await asComing(c, viewer);
  const form = await parseForm(c, welcomeForm, view.t);
  if (!event || !form.ok) return notFound(c);
  const { do: what, kind, kinds, shown } = form.value;
  if (what === "offer") {
    const outcome = await offerWelcome(house, viewer, event.id, kinds);
    return outcome.kind === "saved" ? done(c, welcomeUrl(event.id), kinds.length > 0 ? "welcoming.offered" : "welcoming.offeredNone") : notFound(c);
  }
  if (!kind) return notFound(c);
  const outcome = await answerWelcome(house, viewer, event.id, kind, { agrees: what === "agree", isShown: shown === "yes" });
  if (outcome.kind === "not-found") return notFound(c);
  return what === "agree" ? done(c, welcomeUrl(event.id), "welcoming.thanks") : done(c, eventUrl(event.id), "welcoming.declinedSaid");
});

async function inARoom(c: Web, viewer: Viewer) {
  const { db, clock } = c.var.house;
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), "see-answers", clock.now());
  return desk?.event.publishedAt && desk.event.venueId ? desk : null;
}

/** The person whom this address names, as long as they could be asked. */
async function somebodyToAsk(c: Web, viewer: Viewer) {
  const desk = await inARoom(c, viewer);
  const personId = c.req.param("person");
  if (!desk || !isId(personId) || !takesWelcoming(desk.event, c.var.view.now)) return null;
  const person = await couldWelcome.maybe(c.var.house.db, desk.event.id, viewer.personId, personId);
  return person && { ...desk, person };
}

/** For whoever comes, in time; to everybody else there is nothing here. */
async function asComing(c: Web, viewer: Viewer) {
  const id = c.req.param("id");
  const seen = isId(id) ? await seeEvent(c.var.house.db, id, viewer.personId) : null;
  const comes = seen?.answer === "going" && maySeeEvent(viewer, seen) && !seen.barredBecause && takesWelcoming(seen, c.var.view.now);
  return comes ? asSeenBy(seen, stanceOf(viewer, seen)) : null;
}
