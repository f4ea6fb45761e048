/** The whole document around a page. */
import { crumbs, type Crumb } from "./crumbs.ts";
import { html, raw, type Html } from "./html.ts";
import { icon } from "./icon.ts";
import { masthead, wordmark, type Section } from "./masthead.ts";
import { notice } from "./notice.ts";
import { poster } from "./poster.ts";
import type { View } from "./view.ts";

export interface Head {
  readonly title: string;
  /** Which of the main links it is under */
  readonly section?: Section;
  readonly crumbs?: readonly Crumb[];
  /** For search engines and previews of links */
  readonly description?: string | null;
  /** Feeds of this page */
  readonly alternate?: readonly { href: string; type: string; title: string }[];
  /** Browser modules besides the entry, such as "passkey.js" */
  readonly modules?: readonly string[];
  /** Not for search engines */
  readonly unlisted?: boolean;
}

export function page(view: View, head: Head, body: Html | Html[]): Html {
  return document(
    view,
    head,
    html`${masthead(view, head.section)}
${banners(view)}<main class="page" id="main" tabindex="-1">
${head.crumbs ? crumbs(view, head.crumbs) : ""}${happened(view)}
${body}
</main>
<footer class="footer"><div class="page row apart"><span>${footer(view)}</span>${houseLinks(view)}</div></footer>`,
  );
}

/** The way in: a form beside the poster, without masthead. */
export function gate(view: View, head: Head, body: Html | Html[]): Html {
  return document(
    view,
    head,
    html`<div class="gate">
<main class="stack gap-6" id="main" tabindex="-1">
${wordmark()}${happened(view)}
${body}
</main>
<aside>${poster}</aside>
</div>`,
  );
}

function footer(view: View): string {
  const site = view.site.name;
  return site === "Branchline" ? view.t("ui.footerUnnamed") : view.t("ui.footer", { site });
}

/** What is kept, how to reach those who run the server, and what they ask of people. */
function houseLinks(view: View): Html {
  const { contact, hasTerms } = view.site;
  return html`<span class="row"><a href="/privacy">${view.t("privacy.link")}</a>${hasTerms ? html`<a href="/terms">${view.t("ui.terms")}</a>` : ""}${contact ? html`<a href="${contact}">${view.t("ui.contact")}</a>` : ""}</span>`;
}

/** From those who run the server, to everybody. */
function banners(view: View): Html {
  if (!view.site.banners?.length) return html``;
  return html`<aside class="banner" aria-label="${view.t("ui.fromTheServer")}">${view.site.banners.map((words) => html`<p class="page">${icon("megaphone")}<span dir="auto">${words}</span></p>`)}</aside>
`;
}

function happened(view: View): Html {
  return view.notice ? html`<div class="happened">${notice(view.notice, { live: true, mark: "check" })}</div>` : html``;
}

function document(view: View, head: Head, body: Html): Html {
  return html`${raw("<!doctype html>")}
<html lang="${view.locale}" dir="${view.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.t("ui.documentTitle", { title: head.title, site: view.site.name })}</title>
${head.description ? html`<meta name="description" content="${head.description}">
` : ""}${head.unlisted ? html`<meta name="robots" content="noindex">
` : ""}<meta name="color-scheme" content="light dark">
${preloaded.map((font) => html`<link rel="preload" href="${view.assets.url(font)}" as="font" type="font/woff2" crossorigin>
`)}<link rel="stylesheet" href="${view.assets.url("app.css")}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/apple-touch-icon.png">
<link rel="manifest" href="/site.webmanifest">
${head.alternate?.map((feed) => html`<link rel="alternate" href="${feed.href}" type="${feed.type}" title="${feed.title}">
`)}<script type="module" src="${view.assets.url("entry.js")}"></script>
${head.modules?.map((name) => html`<script type="module" src="${view.assets.url(name)}"></script>
`)}</head>
<body>
<a class="skip" href="#main">${view.t("ui.skip")}</a>
${body}
</body>
</html>`;
}

/** The faces that every page needs before it can be read; the bold cut comes with the style sheet. */
const preloaded = ["atkinson-hyperlegible-next-latin-400-normal.woff2", "besley-latin-600-normal.woff2"];
