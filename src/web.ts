/** What a handler is given and how it answers. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { House } from "./house.ts";
import { NEWCOMER_DAYS } from "./people/newcomer.ts";
import { COOKIE_SECONDS, SESSION_COOKIE } from "./people/session-cookie.ts";
import type { Viewer } from "./people/viewer.ts";
import type { MessageKey } from "./platform/i18n/catalogue.ts";
import type { Translate, Values } from "./platform/i18n/translate.ts";
import type { PublicPages } from "./platform/http/public-pages.ts";
import { sendHtml } from "./platform/http/send.ts";
import { english } from "./platform/i18n/catalogue.ts";
import { problemPage } from "./ui/problem.pages.ts";
import type { Html } from "./ui/html.ts";
import type { View } from "./ui/view.ts";

export type Env = { Variables: { house: House; viewer: Viewer | null; view: View; publicPages: PublicPages } };
export type Web = Context<Env>;
export type Handler = (c: Web) => Response | Promise<Response>;

/** A page for this viewer. 422 sends a form back with its faults. */
export function show(c: Web, page: Html, status: 200 | 403 | 404 | 413 | 422 | 429 | 500 | 503 = 200): Response {
  return sendHtml(c, page, status);
}

/** A page that is the same for every stranger; kept for a second when a stranger asked. */
export function showPublic(c: Web, page: Html): Response {
  if (c.var.viewer || c.req.header("cookie")) return sendHtml(c, page);
  return c.var.publicPages.keep(c, page);
}

/** Not there, or not theirs to see: the same answer. */
export function notFound(c: Web): Response {
  return show(c, problemPage(c.var.view, 404), 404);
}

/** An account of the first days is told that it is only for now. */
export function tooMany(c: Web): Response {
  const more = c.var.viewer?.isNew ? c.var.view.t("errors.slowly", { days: NEWCOMER_DAYS }) : null;
  return show(c, problemPage(c.var.view, 429, { more }), 429);
}

/** After a write: on to `path`, where one sentence says what happened. */
export function done(c: Web, path: string, notice?: MessageKey, values: Values = {}): Response {
  if (notice) leaveNotice(c, notice, values);
  return c.redirect(path, 303);
}

/** The sentence for the next page, where the browser goes there by itself. */
export function leaveNotice(c: Web, notice: MessageKey, values: Values = {}): void {
  setCookie(c, NOTICE, JSON.stringify([notice, values]), { path: "/", httpOnly: true, sameSite: "Lax", maxAge: 60, secure: isHttps(c) });
}

/** From here on this browser is the person whose session `token` opens. The server decides how long; the cookie only lasts. */
export function keepSession(c: Web, token: string): void {
  setCookie(c, SESSION_COOKIE(isHttps(c)), token, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: COOKIE_SECONDS, secure: isHttps(c) });
}

export function forgetSession(c: Web): void {
  deleteCookie(c, SESSION_COOKIE(isHttps(c)), { path: "/", secure: isHttps(c) });
}

/** For pages and forms that need an account: strangers sign in first and come back here. */
export function signInFirst(c: Web): Response {
  const here = c.req.method === "GET" ? c.req.url.slice(c.req.url.indexOf("/", 8)) : cameFrom(c);
  return c.redirect(`/sign-in?next=${encodeURIComponent(here)}`, 303);
}

/** Wraps a handler that is for signed-in people only. */
export function forPeople(handle: (c: Web, viewer: Viewer) => Response | Promise<Response>): Handler {
  return (c) => (c.var.viewer ? handle(c, c.var.viewer) : signInFirst(c));
}

/** Reads and clears the sentence that `done` left. A forged one can only say what a message says, or nothing. */
export function takeNotice(c: Context, t: Translate): string | null {
  const text = getCookie(c, NOTICE);
  if (!text) return null;
  deleteCookie(c, NOTICE, { path: "/" });
  try {
    const [key, values] = JSON.parse(text) as [MessageKey, Values];
    return Object.hasOwn(english, key) ? t(key, values) : null;
  } catch {
    return null;
  }
}

export function isHttps(c: Context<Env>): boolean {
  return c.var.house.config.baseUrl.startsWith("https:");
}

/** Only paths of this server: never a way to send someone elsewhere. */
export function safePath(path: string | undefined): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) && path.length < 2000 ? path : "/";
}

const NOTICE = "notice";

function cameFrom(c: Web): string {
  const referer = c.req.header("referer");
  return referer && URL.canParse(referer) ? safePath(new URL(referer).pathname) : "/";
}
