/** For organisers: how people answer an event, and what is said to their answers. */
import { z } from "zod";
import { eventOrganisedBy } from "../events/event.sql.ts";
import { eventState, eventUrl } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import { parseForm } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { sayToAnswer } from "./agreeing.actions.ts";
import { settleAnswering } from "./answering.actions.ts";
import { answeringPage } from "./answering.pages.ts";
import { MOST_GUESTS, OFFER_HOURS } from "./answering.ts";

const count = (most: number, message: string) => z.string(message).regex(/^\d{0,6}$/, message).transform(Number).refine((number) => number <= most, message);

const settingsForm = z.object({
  onlineCapacity: count(100_000, "answering.onlineCapacityWrong").transform((places) => places || null).default(null),
  heldBack: count(100_000, "answering.heldBackWrong").default(0),
  guestsEach: count(MOST_GUESTS, "answering.guestsEachWrong").default(0),
  offerHours: z.enum(["0", ...OFFER_HOURS.map(String)], "answering.freeMissing").transform((hours) => Number(hours) || null),
  asksFirst: z.string().max(10).default("").transform((box) => box === "yes"),
});

export const showAnswering = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  return isOver(c, event) ? done(c, eventUrl(event.id), "answering.isOver") : show(c, answeringPage(c.var.view, event));
});

export const postAnswering = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await eventOrganisedBy(house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const form = await parseForm(c, settingsForm, view.t);
  if (!form.ok) return show(c, answeringPage(view, event, form.state), 422);
  const outcome = await settleAnswering(house, viewer, event.id, form.value);
  switch (outcome.kind) {
    case "settled":
      return done(c, `${eventUrl(event.id)}/answering`, outcome.changed.length > 0 ? "answering.saved" : "answering.savedNothing");
    case "held-too-many":
      return show(c, answeringPage(view, event, { ...form.state, errors: { heldBack: view.t("answering.heldTooMany", { count: outcome.capacity }) } }), 422);
    case "over":
      return done(c, eventUrl(event.id), "answering.isOver");
    case "not-found":
      return notFound(c);
  }
});

const wordForm = z.object({ word: z.enum(["agree", "decline", "give-held"]), back: z.enum(["asked", "declined", "waitlisted", "maybe", ""]).catch("").default("") });

export const postOrganisersWord = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const [eventId, personId] = [c.req.param("id"), c.req.param("person")];
  const form = await parseForm(c, wordForm, view.t);
  if (!form.ok || !isId(eventId) || !isId(personId)) return notFound(c);
  const { word, back } = form.value;
  const outcome = await sayToAnswer(house, viewer, { eventId, personId, word });
  const list = `${eventUrl(eventId)}/organise/people${back ? `?state=${back}` : ""}`;
  switch (outcome.kind) {
    case "said":
      return done(c, list, word === "decline" ? "answering.saidNo" : outcome.standing.answer === "going" ? "answering.saidYes" : "answering.saidLine");
    case "changed-meanwhile":
      return done(c, list, "answering.meanwhile");
    case "none-held":
      return done(c, list, "answering.noneHeld");
    case "over":
      return done(c, list, "answering.isOver");
    case "not-found":
      return notFound(c);
  }
});

function isOver(c: Web, event: Event): boolean {
  const state = eventState(event, c.var.house.clock.now());
  return state === "past" || state === "cancelled";
}
