/** What the link of a letter opens in this browser: whose it is, what of the event they see, and who they are once they say something. */
import { getCookie, setCookie } from "hono/cookie";
import { maySeeEvent } from "../events/event.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import { saidOf } from "../events/event-seen.ts";
import type { Seen } from "../events/event-seen.ts";
import { asSeenBy } from "../events/place.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { readUnsubscribeToken, unsubscribeToken } from "../notifications/unsubscribe-link.ts";
import { STRANGER } from "../organisations/event-audience.ts";
import { GUEST_COOKIE } from "../people/session-cookie.ts";
import type { FormState } from "../platform/http/form.ts";
import { hashToken, isId, newToken } from "../platform/ids.ts";
import type { Html } from "../ui/html.ts";
import { isHttps } from "../web.ts";
import type { Web } from "../web.ts";
import { settleGuest } from "./answer-link.actions.ts";
import { elsewherePage, guestAnswerPage } from "./answer-link.pages.ts";
import { answerLink, browserKnows, guestAddress, isInvitedByAddress } from "./answer-link.sql.ts";
import { BROWSER_DAYS, holderOf } from "./answer-link.ts";
import type { Holder } from "./answer-link.ts";
import { guestAfterwardsPage } from "./guest-afterwards.pages.ts";
import { ownPresence } from "./presence.sql.ts";
import { asksAfterwards } from "./presence.ts";
import type { OwnPresence } from "./presence.ts";
import { questionsFor } from "./question.sql.ts";

export type Opened = { holder: Holder; seen: Seen; token: string; name: string | null };

/** Null where the link is none of ours, or leads to an event that is not theirs to see (any more). */
export async function openLink(c: Web): Promise<Opened | null> {
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

/** What this browser may see of it. `form`: sent back. */
export async function shownTo(c: Web, { holder, seen, token }: Opened, form?: FormState): Promise<Html> {
  if (holder.kind === "elsewhere") return elsewherePage(c.var.view, { token, address: holder.address, event: isForAll(seen) ? seen : null });
  return proved(c, { holder, seen, token }, form);
}

/** The person whom the link has proved, known in this browser from now on, and the address of their own page. */
export async function settled(c: Web, { holder, seen, token }: Opened, name = ""): Promise<{ personId: string; link: string }> {
  const { house } = c.var;
  const isSealed = readSealed(await secretForLinks(house.db), token) !== null;
  const personId = await settleGuest(house, { address: holder.address, name, browser: browserOf(c), token: isSealed ? null : token });
  return { personId, link: await guestPath(c, personId, seen.id) };
}

/** Whether they were there, where they are asked. */
export async function afterwardsOf(c: Web, { holder, seen }: Pick<Opened, "holder" | "seen">): Promise<OwnPresence | null> {
  const { db, clock } = c.var.house;
  if (!holder.personId || seen.barredBecause || !asksAfterwards(seen, clock.now())) return null;
  return (await ownPresence.maybe(db, seen.id, holder.personId)) ?? null;
}

async function proved(c: Web, { holder, seen, token }: Pick<Opened, "holder" | "seen" | "token">, form?: FormState) {
  const { answer, isInvited } = seen;
  const name = "name" in holder ? holder.name : null;
  const stop = holder.personId ? `${await guestPath(c, holder.personId, seen.id)}/stop` : null;
  const own = await afterwardsOf(c, { holder, seen });
  if (own) return guestAfterwardsPage(c.var.view, { event: asSeenBy(seen, { ...STRANGER, answer, isInvited }), own, to: `/answers/${token}`, address: holder.address, form, stop });
  const questions = seen.questionCount > 0 ? await questionsFor.many(c.var.house.db, seen.id, holder.personId) : [];
  return guestAnswerPage(c.var.view, { questions, event: asSeenBy(seen, { ...STRANGER, answer, isInvited }), said: saidOf(seen), to: `/answers/${token}`, address: holder.address, asksName: !holder.personId && !name, form, stop, barredBecause: seen.barredBecause });
}

async function guestPath(c: Web, personId: string, eventId: string): Promise<string> {
  return `/answers/${unsubscribeToken(await secretForLinks(c.var.house.db), { personId, organisationId: eventId }, "answer")}`;
}

export function readSealed(secret: string, token: string): { personId: string; eventId: string } | null {
  const ids = readUnsubscribeToken(secret, token, "answer");
  return ids?.organisationId && isId(ids.personId) ? { personId: ids.personId, eventId: ids.organisationId } : null;
}

function isForAll({ audience }: Seen): boolean {
  return audience === "everyone" || audience === "unlisted";
}

/** The cookie that tells this browser from others, made where there is none. */
export function browserOf(c: Web): string {
  const name = GUEST_COOKIE(isHttps(c));
  const known = getCookie(c, name);
  const token = known && /^[\w-]{43}$/.test(known) ? known : newToken();
  setCookie(c, name, token, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: BROWSER_DAYS * 86_400, secure: isHttps(c) });
  return token;
}
