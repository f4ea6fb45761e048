/** Serves the gallery with the product's own assets and headers, so that what the policy drops is seen here first. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { html, type Html } from "../../src/ui/html.ts";
import { gate } from "../../src/ui/layout.ts";
import { button, linkButton } from "../../src/ui/button.ts";
import { fields } from "../../src/ui/form.ts";
import { makeView, type View } from "../../src/ui/view.ts";
import { openAssets, type Assets } from "../../src/platform/http/assets.ts";
import { securityHeaders } from "../../src/platform/http/security-headers.ts";
import { assetRoutes } from "../../src/platform/http/serve-assets.ts";
import type { Locale } from "../../src/platform/i18n/locales.ts";
import { galleryPage, questionPage } from "./gallery.ts";

export async function serveGallery(port = 0): Promise<{ url: string; close(): void }> {
  const assets = await openAssets();
  const app = new Hono();
  app.use(securityHeaders({ https: false }));
  app.route("/", assetRoutes(assets));
  app.get("/design", async (c) => c.html(await galleryPage(galleryView(assets, c.req.query("locale") as Locale))));
  app.get("/design/gate", async (c) => c.html(await gatePage(galleryView(assets, c.req.query("locale") as Locale))));
  app.get("/design/question", async (c) => c.html(await questionPage(galleryView(assets, c.req.query("locale") as Locale))));
  app.post("/design/question", (c) => c.text("taken off"));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (info) =>
      resolve({ url: `http://127.0.0.1:${info.port}`, close: () => void server.close() }),
    );
  });
}

export function galleryView(assets: Pick<Assets, "url">, locale: Locale = "en-GB"): View {
  return makeView({
    me: { personId: "0", name: "Nell Ashworth", line: 2, isAdministrator: false },
    locale,
    zone: "Europe/London",
    now: Temporal.Instant.from("2026-07-07T09:30Z"),
    path: "/design",
    site: { name: "Fenbridge Branchline", baseUrl: "http://127.0.0.1" },
    assets,
  });
}

function gatePage(view: View): Html {
  const field = fields(view);
  return gate(
    { ...view, me: null },
    { title: "Sign in" },
    html`<div class="stack gap-3"><h1>Good to see you</h1><p class="lede">Sign in to see who is coming on Thursday.</p></div>
<form class="stack" method="post" action="/design/gate">${field.email({ name: "email", label: "Email address", hint: "The one your branch writes to.", required: true })}${button({ words: "Email me a sign-in link", mark: "mail", wide: true, big: true })}<p class="small soft">The link arrives within a minute and works once. There is no password to remember.</p></form>
<div class="stack gap-3"><hr>${linkButton("/design/gate", { words: "Use a passkey", mark: "key-round", quiet: true })}</div>
<p>New here? <a href="/design">Find your branch</a>, and its secretary will let you in. It usually takes a day.</p>`,
  );
}
