import { deleteCookie, getCookie } from "hono/cookie";
import { parseForm } from "../platform/http/form.ts";
import { hashToken } from "../platform/ids.ts";
import { done, isHttps, keepSession, show } from "../web.ts";
import type { Web } from "../web.ts";
import { handleFault, readHandle } from "./handle.ts";
import { languageOfName } from "./language.ts";
import { makeSticker } from "./profile.actions.ts";
import { isZone } from "./profile.ts";
import { askForAccount, welcomeOfAddress } from "./registration.actions.ts";
import { closedPage, waitingPage } from "./registration.pages.ts";
import { requestForm } from "./registration.ts";
import type { Welcome } from "./registration.ts";
import { deviceName } from "./session.ts";
import { WELCOME_COOKIE } from "./session-cookie.ts";
import { afterSignIn } from "./sign-in.actions.ts";
import { welcomeByToken } from "./sign-in.sql.ts";
import { welcomePage } from "./welcome.pages.ts";

export async function showWelcome(c: Web): Promise<Response> {
  const welcome = await welcomeOf(c);
  if (!welcome) return elsewhere(c);
  const standing = await welcomeOfAddress(c.var.house, welcome.address);
  return notYet(c, standing, welcome) ?? show(c, welcomePage(c.var.view, { ...welcome, asks: standing === "ask" }));
}

export async function postWelcome(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const welcome = await welcomeOf(c);
  if (!welcome) return elsewhere(c);
  const standing = await welcomeOfAddress(house, welcome.address);
  const closed = notYet(c, standing, welcome);
  if (closed) return closed;
  const asks = standing === "ask";
  const form = await parseForm(c, requestForm, view.t);
  const [network, typed] = ["network", "handle"].map((field) => [form.state.values[field] ?? ""].flat()[0]!) as [string, string];
  const handle = typed ? readHandle(network, typed) : null;
  const errors = { ...form.state.errors, ...(typed && !handle ? { handle: view.t(handleFault(network)) } : {}) };
  if (!form.ok || errors.handle) return show(c, welcomePage(view, { ...welcome, asks, state: { values: form.state.values, errors } }), 422);
  const { name, latinName, pronouns, talkAbout, zone, note } = form.value;
  const profile = {
    name,
    nameLang: languageOfName(name, []),
    latinName,
    pronouns,
    talkAbout,
    languages: [],
    homeArea: null,
    employer: null,
    about: null,
    zone: isZone(zone) ? zone : house.config.zone,
  };
  if (asks) {
    const asked = await askForAccount(house, welcome.token, { profile, handle, note });
    return asked.kind === "spent" ? elsewhere(c) : done(c, "/welcome");
  }
  const made = await makeSticker(house, welcome.token, { profile, handle }, deviceName(c.req.header("user-agent")));
  if (made.kind === "spent") return elsewhere(c);
  deleteCookie(c, WELCOME_COOKIE(isHttps(c)), { path: "/", secure: isHttps(c) });
  keepSession(c, made.session);
  return done(c, await afterSignIn(house, made.personId, made.next), "people.welcome.made");
}

/** The page for somebody who cannot make an account now, or null. */
function notYet(c: Web, standing: Welcome, { address }: { address: string }): Response | null {
  if (standing === "waiting") return show(c, waitingPage(c.var.view, { address }));
  else if (standing === "closed") return show(c, closedPage(c.var.view, { address }));
  else return null;
}

async function welcomeOf(c: Web): Promise<{ token: string; address: string; knownAs: string | null } | null> {
  const { house } = c.var;
  const token = getCookie(c, WELCOME_COOKIE(isHttps(c)));
  const welcome = token ? await welcomeByToken.maybe(house.db, hashToken(token), house.clock.now()) : null;
  return welcome && token ? { token, address: welcome.address, knownAs: welcome.knownAs } : null;
}

/** Pressed twice, or too late. */
function elsewhere(c: Web): Response {
  return c.redirect(c.var.viewer ? "/" : "/sign-in", 303);
}
