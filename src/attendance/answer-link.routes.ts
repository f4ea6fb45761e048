/** Answering from a letter: asking for it, what its link opens, and stopping such letters. */
import { z } from "zod";
import { eventSeenBy } from "../events/event.sql.ts";
import { eventUrl } from "../events/event.ts";
import { asSeenBy } from "../events/place.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { STRANGER } from "../organisations/event-audience.ts";
import { clientAddress } from "../platform/http/client-address.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { times } from "../platform/i18n/times.ts";
import { done, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { answerSchema, askFrom } from "./answer-form.ts";
import { sendAnswerLink, stopLettersAbout } from "./answer-link.actions.ts";
import { letterFormPage, letterSentPage, stopPage } from "./answer-link.pages.ts";
import { LINKS_FROM_ONE_CLIENT, LINKS_TO_ONE_ADDRESS } from "./answer-link.ts";
import { questionsFor } from "./question.sql.ts";
import { tellsOf } from "./question.ts";
import { reply } from "./rsvp.actions.ts";
import { browserOf, openLink, readSealed, settled, shownTo } from "./opened-link.routes.ts";

const strangerForm = z.object({
  name: z.string("guests.nameMissing").min(1, "guests.nameMissing").max(200, "guests.nameLong"),
  address: z.string("people.addressMissing").min(1, "people.addressMissing").max(254, "people.addressWrong").pipe(z.email("people.addressWrong")),
});

/** Whoever is signed in answers on the page itself. */
export async function showLetterForm(c: Web): Promise<Response> {
  const event = await eventSeenBy(c.var.house.db, c.var.viewer, c.req.param("id"));
  if (!event?.publishedAt) return notFound(c);
  if (c.var.viewer) return c.redirect(eventUrl(event.id), 303);
  return show(c, c.req.query("sent") ? letterSentPage(c.var.view, event) : letterFormPage(c.var.view, event));
}

export async function postLetterForm(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const event = await eventSeenBy(house.db, viewer, c.req.param("id"));
  if (!event?.publishedAt) return notFound(c);
  if (viewer) return c.redirect(eventUrl(event.id), 303);
  const form = await parseForm(c, strangerForm, view.t);
  if (!form.ok) return show(c, letterFormPage(view, event, form.state), 422);
  if (!(await isCalm(c, form.value.address))) return tooMany(c);
  await sendAnswerLink(house, event, { ...form.value, browser: browserOf(c) });
  return c.redirect(`${eventUrl(event.id)}/answer/letter?sent=1`, 303);
}

export async function showAnswerLink(c: Web): Promise<Response> {
  const opened = await openLink(c);
  if (!opened) return notFound(c);
  const { holder, seen } = opened;
  if (c.var.viewer && c.var.viewer.personId === holder.personId) return c.redirect(eventUrl(seen.id), 303);
  return show(c, await shownTo(c, opened));
}

export async function postAnswerLink(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const opened = await openLink(c);
  if (!opened) return notFound(c);
  const { holder, seen } = opened;
  if (holder.kind === "elsewhere") return show(c, await shownTo(c, opened), 403);
  if (!(await withinRate(house.db, house.clock.now(), "answer", holder.address.toLowerCase(), RATE))) return tooMany(c);
  const form = await parseForm(c, answerSchema.extend({ name: z.string().max(200, "guests.nameLong").default("") }), view.t);
  const again = async (state: FormState) => show(c, await shownTo(c, opened, state), 422);
  if (!form.ok) return again(form.state);
  const name = holder.name ?? form.value.name;
  if (!holder.personId && !name) return again({ ...form.state, errors: { name: view.t("guests.nameMissing") } });
  const asked = askFrom(form.value, seen, times(view, seen.zone), view.t);
  const questions = await questionsFor.many(house.db, seen.id, holder.personId);
  const told = tellsOf(form.value, form.state.values, questions, view.t);
  const errors = { ...("errors" in asked ? asked.errors : {}), ...told.errors };
  if ("errors" in asked || Object.keys(errors).length > 0) return again({ ...form.state, errors });
  const { personId, link } = await settled(c, opened, name);
  const outcome = await reply(house, personId, seen.id, asked.ask, told.sayings);
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "too-many-guests") return again({ ...form.state, errors: { guests: view.t("attendance.guestsTooMany", { most: outcome.most }) } });
  return done(c, link, outcome.kind === "refused" ? "attendance.refusedNow" : SAVED[outcome.kind], outcome.kind === "waitlisted" ? { position: outcome.position } : {});
}

const SAVED = { going: "guests.savedGoing", maybe: "guests.savedMaybe", not_going: "guests.savedNo", waitlisted: "attendance.savedWaiting", asked: "attendance.savedAsked" } as const;

/** A letter with a fresh link for this browser, to the address that the old one went to. */
export async function postFreshLink(c: Web): Promise<Response> {
  const opened = await openLink(c);
  if (!opened) return notFound(c);
  const { holder, seen } = opened;
  if (!(await isCalm(c, holder.address))) return tooMany(c);
  await sendAnswerLink(c.var.house, asSeenBy(seen, STRANGER), { address: holder.address, name: holder.kind === "proved" ? holder.name : opened.name, browser: browserOf(c) });
  return show(c, letterSentPage(c.var.view, null));
}

export async function showStop(c: Web): Promise<Response> {
  const ids = readSealed(await secretForLinks(c.var.house.db), c.req.param("token") ?? "");
  return ids ? show(c, stopPage(c.var.view, { token: c.req.param("token")!, isStopped: false })) : notFound(c);
}

/** Mail programs post here by themselves (RFC 8058). */
export async function postStop(c: Web): Promise<Response> {
  const ids = readSealed(await secretForLinks(c.var.house.db), c.req.param("token") ?? "");
  if (!ids) return notFound(c);
  await stopLettersAbout(c.var.house, ids.eventId, ids.personId);
  return show(c, stopPage(c.var.view, { token: c.req.param("token")!, isStopped: true }));
}

/** Enough for changing one's mind all evening. */
const RATE = { most: 60, minutes: 10 };

async function isCalm(c: Web, address: string): Promise<boolean> {
  const { db, clock, config } = c.var.house;
  const now = clock.now();
  return (
    (await withinRate(db, now, "answer-link-from", clientAddress(c, config.trustProxy), LINKS_FROM_ONE_CLIENT)) &&
    (await withinRate(db, now, "answer-link-to", address.toLowerCase(), LINKS_TO_ONE_ADDRESS))
  );
}
