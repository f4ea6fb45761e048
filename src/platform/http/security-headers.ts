import type { MiddlewareHandler } from "hono";

/** Nothing from elsewhere, nothing inline: what a page may load is only what this server serves. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function securityHeaders({ https }: { https: boolean }): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("x-content-type-options", "nosniff");
    if (https) headers.set("strict-transport-security", "max-age=31536000");
    // The rest is for documents: fonts, styles and modules go by the page's, and on a first visit theirs would weigh 3 kB.
    if (c.req.path.startsWith("/assets/")) return;
    headers.set("content-security-policy", POLICY);
    headers.set("referrer-policy", "same-origin");
    headers.set("permissions-policy", "camera=(self), geolocation=(), microphone=()");
    headers.set("cross-origin-opener-policy", "same-origin");
  };
}
