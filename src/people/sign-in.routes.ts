import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { clientAddress } from "../platform/http/client-address.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { hashToken } from "../platform/ids.ts";
import { done, forgetSession, forPeople, isHttps, keepSession, safePath, show } from "../web.ts";
import type { Web } from "../web.ts";
import { endSession } from "./session.actions.ts";
import { WELCOME_COOKIE } from "./session-cookie.ts";
import { deviceName } from "./session.ts";
import { afterSignIn, openSignInLink, sendSignInLink } from "./sign-in.actions.ts";
import { deadLinkPage, linkSentPage, openLinkPage, signInPage, suspendedPage, tooManyLinksPage } from "./sign-in.pages.ts";
import { suspensionOf } from "./sanction.sql.ts";
import { signInLink } from "./sign-in.sql.ts";
import { LINKS_FROM_ONE_CLIENT, LINKS_TO_ONE_ADDRESS, TRIES_FROM_ONE_CLIENT, WELCOME_HOURS } from "./sign-in.ts";

const SENT_TO = "sent-to";

export const addressForm = z.object({
  address: z.string("people.addressMissing").min(1, "people.addressMissing").max(254, "people.addressWrong").pipe(z.email("people.addressWrong")),
  next: z.string().default("/").transform(safePath),
});

export function showSignIn(c: Web): Response {
  const next = safePath(c.req.query("next"));
  return c.var.viewer ? c.redirect(next, 303) : show(c, signInPage(c.var.view, { next }));
}

export async function askForLink(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const form = await parseForm(c, addressForm, view.t);
  if (!form.ok) return show(c, signInPage(view, { state: form.state, next: safePath([form.state.values["next"] ?? "/"].flat()[0]) }), 422);
  const { address, next } = form.value;
  const now = house.clock.now();
  const calm =
    (await withinRate(house.db, now, "link-from", clientAddress(c, house.config.trustProxy), LINKS_FROM_ONE_CLIENT)) &&
    (await withinRate(house.db, now, "link-to", address.toLowerCase(), LINKS_TO_ONE_ADDRESS));
  if (!calm) return show(c, tooManyLinksPage(view), 429);
  await sendSignInLink(house, { address, next });
  setCookie(c, SENT_TO, address, { path: "/sign-in", httpOnly: true, sameSite: "Lax", maxAge: 600, secure: isHttps(c) });
  return done(c, "/sign-in/sent");
}

export function showLinkSent(c: Web): Response {
  return show(c, linkSentPage(c.var.view, { address: getCookie(c, SENT_TO) ?? null, canSend: Boolean(c.var.house.config.smtpUrl) }));
}

export async function showLink(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const token = c.req.param("token") ?? "";
  const link = await signInLink.maybe(house.db, hashToken(token));
  const isOpen = link && !link.usedAt && Temporal.Instant.compare(link.expiresAt, house.clock.now()) > 0;
  return isOpen ? show(c, openLinkPage(view, { token, address: link.address })) : deadLink(c, link);
}

export async function openLink(c: Web): Promise<Response> {
  const { house, viewer } = c.var;
  const token = c.req.param("token") ?? "";
  const calm = await withinRate(house.db, house.clock.now(), "link-opened", clientAddress(c, house.config.trustProxy), TRIES_FROM_ONE_CLIENT);
  if (!calm) return show(c, tooManyLinksPage(c.var.view), 429);
  const entered = await openSignInLink(house, token, deviceName(c.req.header("user-agent")));
  if (entered.kind === "spent") {
    const link = await signInLink.maybe(house.db, hashToken(token));
    return viewer && link ? c.redirect(link.nextPath, 303) : deadLink(c, link); // pressed twice: they are in
  }
  deleteCookie(c, SENT_TO, { path: "/sign-in" });
  if (viewer) await endSession(house, viewer, viewer.sessionId);
  if (entered.kind === "suspended") {
    forgetSession(c);
    return show(c, suspendedPage(c.var.view, await suspensionOf.maybe(house.db, entered.personId)), 403);
  }
  if (entered.kind === "new") {
    setCookie(c, WELCOME_COOKIE(isHttps(c)), entered.welcome, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: WELCOME_HOURS * 3600, secure: isHttps(c) });
    forgetSession(c);
    return done(c, "/welcome");
  }
  keepSession(c, entered.session);
  return done(c, await afterSignIn(house, entered.personId, entered.next), "people.signedIn");
}

export const signOut = forPeople(async (c, viewer) => {
  await endSession(c.var.house, viewer, viewer.sessionId);
  forgetSession(c);
  return done(c, "/", "people.signedOut");
});

type Link = { address: string; nextPath: string; usedAt: Temporal.Instant | null } | null;

function deadLink(c: Web, link: Link): Response {
  const why = !link ? "unknownLink" : link.usedAt ? "spent" : "expired";
  return show(c, deadLinkPage(c.var.view, { why, address: link?.address ?? "", next: link?.nextPath ?? "/" }), 404);
}
