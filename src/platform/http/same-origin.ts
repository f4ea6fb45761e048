import type { MiddlewareHandler } from "hono";

/**
 * Refuses writes that another site's page caused. Every browser of today says where a request comes from (Sec-Fetch-Site; older ones Origin),
 * and no page can forge either, so no token has to travel in every form. A program without a browser sends neither and carries no one's cookie.
 */
export function sameOrigin(isOpen: (path: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || isOpen(c.req.path)) return next();
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const allowed = site ? site === "same-origin" || site === "none" : !origin || sameHost(origin, c.req.header("host"));
    if (allowed) return next();
    return c.text("This form came from another site, so nothing was changed. Open the page here and try again.", 403);
  };
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
