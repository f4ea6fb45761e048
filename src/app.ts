/** The web application: who asks, what they may load, which handler answers. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import type { House } from "./house.ts";
import { sessionEnd } from "./people/session.ts";
import { SESSION_COOKIE } from "./people/session-cookie.ts";
import type { Viewer } from "./people/viewer.ts";
import { sessionSeen, viewerBySession } from "./people/viewer.sql.ts";
import { statusOf } from "./platform/errors.ts";
import { hashToken, newId } from "./platform/ids.ts";
import { log, withoutSecrets } from "./platform/log.ts";
import { remote } from "./platform/http/client-address.ts";
import { mayReadMetrics } from "./platform/http/may-read-metrics.ts";
import { PublicPages } from "./platform/http/public-pages.ts";
import { sameOrigin } from "./platform/http/same-origin.ts";
import { securityHeaders } from "./platform/http/security-headers.ts";
import { Traffic } from "./platform/http/traffic.ts";
import { assetRoutes } from "./platform/http/serve-assets.ts";
import type { Assets } from "./platform/http/assets.ts";
import { defaultLocale } from "./platform/i18n/locales.ts";
import type { Locale } from "./platform/i18n/locales.ts";
import { metricsText } from "./metrics.ts";
import { routes } from "./routes.ts";
import { health } from "./health.sql.ts";
import { problemPage } from "./ui/problem.pages.ts";
import { bannersAt, contactHref } from "./server/server.ts";
import { makeView } from "./ui/view.ts";
import type { Line, View } from "./ui/view.ts";
import { isHttps, notFound, show, takeNotice } from "./web.ts";
import type { Env, Web } from "./web.ts";

const MEGABYTE = 1024 * 1024;

export function createApp(house: House, assets: Assets): Hono<Env> {
  const { config } = house;
  const app = new Hono<Env>();
  const publicPages = new PublicPages();
  const traffic = new Traffic();
  const open = new Set(routes.filter((route) => route.openToPrograms).map((route) => route.path));
  const isOpen = (path: string) => [...open].some((pattern) => matches(pattern, path));
  const roomy = routes.filter((route) => route.mostMegabytes);

  app.use(traffic.count);
  app.use(securityHeaders({ https: config.baseUrl.startsWith("https:") }));
  app.get("/health", async (c) => {
    const ready = await health.maybe(house.db).catch(() => null);
    return ready ? c.text("ok") : c.text("The database does not answer.", 503);
  });
  app.get("/metrics", async (c, next) => {
    const isForwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => c.req.header(name) !== undefined);
    const asker = { authorization: c.req.header("authorization"), address: remote(c), host: c.req.header("host"), isForwarded };
    if (!mayReadMetrics(config, asker)) return next(); // on to "no such page"
    return c.body(await metricsText(house, traffic), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" });
  });
  app.route("/", assetRoutes(assets) as unknown as Hono<Env>);
  app.use(publicPages.serve);
  app.use(sameOrigin(isOpen));
  app.use(async (c, next) => {
    c.set("house", house);
    c.set("publicPages", publicPages);
    const viewer = await whoAsks(c);
    c.set("viewer", viewer);
    c.set("view", viewFor(c, viewer));
    return next();
  });
  // After the viewer: a stranger's upload would be taken into memory before anybody looked whose it is.
  app.use(async (c, next) => {
    const most = (c.var.viewer && roomy.find((route) => matches(route.path, c.req.path))?.mostMegabytes) || 1;
    return bodyLimit({ maxSize: most * MEGABYTE, onError: (c) => show(c as Web, problemPage((c as Web).var.view, 413), 413) })(c, next);
  });
  for (const { method, path, handle } of routes) app.on(method, path, (c) => handle(c));
  app.notFound((c) => notFound(c));
  app.onError((error, c) => {
    const status = statusOf(error) as 404 | 500 | 503;
    if (status === 404) return notFound(c);
    const id = newId();
    log.error("request failed", { id, method: c.req.method, path: withoutSecrets(c.req.path), error: withoutSecrets(error.message), stack: withoutSecrets(error.stack ?? "") });
    return show(c, problemPage(c.var.view ?? strangersView(c), status, { id }), status);
  });
  return app;

  async function whoAsks(c: Web): Promise<Viewer | null> {
    const token = getCookie(c, SESSION_COOKIE(isHttps(c)));
    if (!token) return null;
    const now = house.clock.now();
    const found = await viewerBySession.maybe(house.db, hashToken(token), now);
    if (!found) return null;
    if (now.since(found.lastSeenAt).total("hours") >= 1) await sessionSeen.run(house.db, found.sessionId, now, sessionEnd(now));
    const { memberOf, organises, line, ...rest } = found;
    return { ...rest, line: line as Line, memberOf: new Set(memberOf), organises: new Set(organises) };
  }

  function viewFor(c: Web, viewer: Viewer | null) {
    const view = makeView({
      me: viewer && { personId: viewer.personId, name: viewer.name, line: viewer.line, photo: viewer.photo, isAdministrator: viewer.isAdministrator },
      locale: (config.language ?? viewer?.locale ?? defaultLocale) as Locale,
      zone: viewer?.zone ?? config.zone,
      now: house.clock.now(),
      path: c.req.path,
      site: siteNow(),
      assets,
    });
    const notice = takeNotice(c, view.t);
    return notice ? { ...view, notice } : view;
  }

  function siteNow(): View["site"] {
    const { line, contact, terms } = house.server.settings;
    const banners = bannersAt(house.server.banners, house.clock.now()).map(({ words }) => words);
    return { name: config.siteName, baseUrl: config.baseUrl, line, contact: contactHref(contact), hasTerms: terms !== "", banners };
  }

  function strangersView(c: Web) {
    c.set("house", house);
    return viewFor(c, null);
  }
}

function matches(pattern: string, path: string): boolean {
  const parts = path.split("/");
  const wanted = pattern.split("/");
  return parts.length === wanted.length && wanted.every((part, i) => part.startsWith(":") || part === parts[i]);
}
