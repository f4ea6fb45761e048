/** Answering from a letter: asking for it, what its link opens, and stopping such letters. */
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { eventSeenBy } from "../events/event.sql.ts";
import { eventUrl, maySeeEvent } from "../events/event.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import type { Seen } from "../events/event-seen.ts";
import { asSeenBy } from "../events/place.ts";
import { saidOf } from "../events/event-seen.ts";
import { readUnsubscribeToken, unsubscribeToken } from "../notifications/unsubscribe-link.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { STRANGER } from "../organisations/event-audience.ts";
import { GUEST_COOKIE } from "../people/session-cookie.ts";
import { clientAddress } from "../platform/http/client-address.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { times } from "../platform/i18n/times.ts";
import { hashToken, isId, newToken } from "../platform/ids.ts";
import { done, isHttps, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { answerSchema, askFrom } from "./answer-form.ts";
import { sendAnswerLink, settleGuest, stopLettersAbout } from "./answer-link.actions.ts";
import { elsewherePage, guestAnswerPage, letterFormPage, letterSentPage, stopPage } from "./answer-link.pages.ts";
import { BROWSER_DAYS, holderOf, LINKS_FROM_ONE_CLIENT, LINKS_TO_ONE_ADDRESS } from "./answer-link.ts";
import type { Holder } from "./answer-link.ts";
import { answerLink, browserKnows, guestAddress, isInvitedByAddress } from "./answer-link.sql.ts";
import { questionsFor } from "./question.sql.ts";
import { tellsOf } from "./question.ts";
import { reply } from "./rsvp.actions.ts";

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
  const opened = await open(c);
  if (!opened) return notFound(c);
  const { holder, seen, token } = opened;
  if (c.var.viewer && c.var.viewer.personId === holder.personId) return c.redirect(eventUrl(seen.id), 303);
  if (holder.kind === "elsewhere") return show(c, elsewherePage(c.var.view, { token, address: holder.address, event: isForAll(seen) ? seen : null }));
  return show(c, await proved(c, { holder, seen, token }));
}

export async function postAnswerLink(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const opened = await open(c);
  if (!opened) return notFound(c);
  const { holder, seen, token } = opened;
  if (holder.kind === "elsewhere") return show(c, elsewherePage(view, { token, address: holder.address, event: isForAll(seen) ? seen : null }), 403);
  if (!(await withinRate(house.db, house.clock.now(), "answer", holder.address.toLowerCase(), RATE))) return tooMany(c);
  const form = await parseForm(c, answerSchema.extend({ name: z.string().max(200, "guests.nameLong").default("") }), view.t);
  const again = async (state: FormState) => show(c, await proved(c, { holder, seen, token }, state), 422);
  if (!form.ok) return again(form.state);
  const name = holder.name ?? form.value.name;
  if (!holder.personId && !name) return again({ ...form.state, errors: { name: view.t("guests.nameMissing") } });
  const asked = askFrom(form.value, seen, times(view, seen.zone), view.t);
  const questions = await questionsFor.many(house.db, seen.id, holder.personId);
  const told = tellsOf(form.value, form.state.values, questions, view.t);
  const errors = { ...("errors" in asked ? asked.errors : {}), ...told.errors };
  if ("errors" in asked || Object.keys(errors).length > 0) return again({ ...form.state, errors });
  const personId = await settleGuest(house, { address: holder.address, name, browser: browserOf(c), token: readSealed(await secretForLinks(house.db), token) ? null : token });
  const outcome = await reply(house, personId, seen.id, asked.ask, told.sayings);
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "too-many-guests") return again({ ...form.state, errors: { guests: view.t("attendance.guestsTooMany", { most: outcome.most }) } });
  const link = await guestPath(c, personId, seen.id);
  return done(c, link, outcome.kind === "refused" ? "attendance.refusedNow" : SAVED[outcome.kind], outcome.kind === "waitlisted" ? { position: outcome.position } : {});
}

const SAVED = { going: "guests.savedGoing", maybe: "guests.savedMaybe", not_going: "guests.savedNo", waitlisted: "attendance.savedWaiting", asked: "attendance.savedAsked" } as const;

/** A letter with a fresh link for this browser, to the address that the old one went to. */
export async function postFreshLink(c: Web): Promise<Response> {
  const opened = await open(c);
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

type Opened = { holder: Holder; seen: Seen; token: string; name: string | null };

/** Null where the link is none of ours, or leads to an event that is not theirs to see (any more). */
async function open(c: Web): Promise<Opened | null> {
  const { db, clock } = c.var.house;
  const token = c.req.param("token") ?? "";
  const cookie = getCookie(c, GUEST_COOKIE(isHttps(c)));
  const browserHash = cookie ? hashToken(cookie) : null;
  const sealed = readSealed(await secretForLinks(db), token);
  const address = sealed && (await guestAddress.maybe(db, sealed.personId))?.address;
  const now = clock.now();
  const link = sealed ? (address ? { ...sealed, address, name: null, browserHash: null, expiresAt: now, usedAt: now } : null) : await answerLink.maybe(db, hashToken(token));
  if (!link) return null;
  const knows = (await browserKnows.one(db, browserHash, link.personId, now)).is;
  const seen = await seeEvent(db, link.eventId, link.personId);
  if (!seen?.publishedAt) return null;
  const isInvited = seen.isInvited || (await isInvitedByAddress.one(db, link.eventId, link.address)).is;
  if (!maySeeEvent(null, { ...seen, isInvited })) return null;
  return { holder: holderOf(link, browserHash, knows, now), seen: { ...seen, isInvited }, token, name: link.name };
}

async function proved(c: Web, { holder, seen, token }: Pick<Opened, "holder" | "seen" | "token">, form?: FormState) {
  const { answer, isInvited } = seen;
  const name = "name" in holder ? holder.name : null;
  const stop = holder.personId ? `${await guestPath(c, holder.personId, seen.id)}/stop` : null;
  const questions = seen.questionCount > 0 ? await questionsFor.many(c.var.house.db, seen.id, holder.personId) : [];
  return guestAnswerPage(c.var.view, { questions, event: asSeenBy(seen, { ...STRANGER, answer, isInvited }), said: saidOf(seen), to: `/answers/${token}`, address: holder.address, asksName: !holder.personId && !name, form, stop, barredBecause: seen.barredBecause });
}

async function guestPath(c: Web, personId: string, eventId: string): Promise<string> {
  return `/answers/${unsubscribeToken(await secretForLinks(c.var.house.db), { personId, organisationId: eventId }, "answer")}`;
}

function readSealed(secret: string, token: string): { personId: string; eventId: string } | null {
  const ids = readUnsubscribeToken(secret, token, "answer");
  return ids?.organisationId && isId(ids.personId) ? { personId: ids.personId, eventId: ids.organisationId } : null;
}

function isForAll({ audience }: Seen): boolean {
  return audience === "everyone" || audience === "unlisted";
}

async function isCalm(c: Web, address: string): Promise<boolean> {
  const { db, clock, config } = c.var.house;
  const now = clock.now();
  return (
    (await withinRate(db, now, "answer-link-from", clientAddress(c, config.trustProxy), LINKS_FROM_ONE_CLIENT)) &&
    (await withinRate(db, now, "answer-link-to", address.toLowerCase(), LINKS_TO_ONE_ADDRESS))
  );
}

/** The cookie that tells this browser from others, made where there is none. */
function browserOf(c: Web): string {
  const name = GUEST_COOKIE(isHttps(c));
  const known = getCookie(c, name);
  const token = known && /^[\w-]{43}$/.test(known) ? known : newToken();
  setCookie(c, name, token, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: BROWSER_DAYS * 86_400, secure: isHttps(c) });
  return token;
}
