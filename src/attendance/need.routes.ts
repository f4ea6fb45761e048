import { eventOrganisedBy } from "../events/event.sql.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import { needOf, organisersOf } from "../events/event-seen.ts";
import { eventUrl, maySeeEvent, stanceOf } from "../events/event.ts";
import { asSeenBy } from "../events/place.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { times } from "../platform/i18n/times.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { answerToNeed, sayNeed } from "./need.actions.ts";
import { needPage, needsPage } from "./need.pages.ts";
import { needsOf } from "./need.sql.ts";
import { answerBy, needAnswerForm, needForm } from "./need.ts";

const RATE = { most: 30, minutes: 24 * 60 };

export const showNeed = forPeople(async (c, viewer) => {
  const found = await asComing(c, viewer);
  return found ? show(c, needPage(c.var.view, { ...found, state: { values: { words: found.need?.words ?? "" }, errors: {} } })) : notFound(c);
});

export const postNeed = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const found = await asComing(c, viewer);
  if (!found) return notFound(c);
  const form = await parseForm(c, needForm, view.t);
  if (!form.ok) return show(c, needPage(view, { ...found, state: form.state }), 422);
  if (!(await withinRate(house.db, house.clock.now(), "need", viewer.personId, RATE))) return tooMany(c);
  const outcome = await sayNeed(house, viewer, found.event.id, form.value.words);
  const path = eventUrl(found.event.id);
  if (outcome.kind === "not-found") return notFound(c);
  else if (outcome.kind === "told") return done(c, path, "needs.saved", { day: times(view, found.event.zone).date(outcome.answerBy) });
  else return done(c, path, outcome.kind === "same" ? "needs.same" : "needs.takenBack");
});

/** For whoever comes; to everybody else there is nothing here. */
async function asComing(c: Web, viewer: Viewer) {
  const id = c.req.param("id")!;
  const seen = isId(id) ? await seeEvent(c.var.house.db, id, viewer.personId) : null;
  if (!seen || !maySeeEvent(viewer, seen) || seen.answer !== "going") return null;
  const on = (at: Temporal.Instant) => at.toZonedDateTimeISO(seen.zone).toPlainDate();
  return { event: asSeenBy(seen, stanceOf(viewer, seen)), need: needOf(seen), organisers: organisersOf(seen).map(({ name }) => name), answerBy: answerBy(on(c.var.view.now), on(seen.startsAt)) };
}

export const showNeeds = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  return event ? show(c, needsPage(c.var.view, { event, needs: await needsOf.many(c.var.house.db, event.id) })) : notFound(c);
});

export const postNeedAnswer = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const [event, personId] = [await eventOrganisedBy(house.db, viewer, c.req.param("id")), c.req.param("person")];
  const needs = event && isId(personId) ? await needsOf.many(house.db, event.id) : [];
  const need = needs.find((each) => each.personId === personId);
  if (!event || !need) return notFound(c);
  const form = await parseForm(c, needAnswerForm, view.t);
  if (!form.ok) return show(c, needsPage(view, { event, needs, wrong: { personId: need.personId, state: form.state } }), 422);
  const outcome = await answerToNeed(house, viewer, event.id, need.personId, form.value);
  return outcome.kind === "answered" ? done(c, `${eventUrl(event.id)}/needs`, "needs.answered", { name: need.name }) : notFound(c);
});
