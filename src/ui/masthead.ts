import { face } from "./face.ts";
import { html, raw, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";
import type { View } from "./view.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";

export type Section = "networks" | "events" | "messages" | "branches";

/** The main links. One whose data do not exist is not here; strangers have no messages. */
const links: readonly { section: Section; href: string; words: MessageKey; mark: IconName; strangers: boolean }[] = [
  { section: "networks", href: "/", words: "ui.networks", mark: "route", strangers: true },
  { section: "events", href: "/events", words: "ui.events", mark: "calendar-days", strangers: true },
  { section: "messages", href: "/messages", words: "ui.messages", mark: "message-circle", strangers: false },
  { section: "branches", href: "/organisations", words: "ui.branches", mark: "git-branch", strangers: true },
];

/** The livery. Its links move to the foot of a phone. */
export function masthead(view: View, current?: Section): Html {
  const mine = links.filter((link) => view.me || link.strangers);
  return html`<header class="masthead"${view.site.line ? html` data-line="${view.site.line}"` : ""}>
<div class="page">
${wordmark()}
<nav aria-label="${view.t("ui.main")}"><ul>
${mine.map((link) => html`<li><a href="${link.href}"${link.section === current ? html` aria-current="page"` : ""}>${icon(link.mark)}${view.t(link.words)}</a></li>
`)}</ul></nav>
${view.path === "/search" ? "" : seek(view)}
${view.me ? html`<a class="who" href="/settings">${face(view.me)}<span class="hush">${view.t("ui.yourSticker", { name: view.me.name })}</span></a>` : html`<a class="enter" href="${signInHref(view)}">${view.t("ui.signIn")}</a>`}
</div>
</header>`;
}

/** A field where there is room for one, else the way to it. */
function seek(view: View): Html {
  return html`<form class="seek" role="search" action="/search" aria-label="${view.t("ui.searchAll")}"><input name="q" type="search" aria-label="${view.t("ui.searchFor")}" placeholder="${view.t("ui.search")}" maxlength="200" dir="auto"><button type="submit">${icon("search")}<span class="hush">${view.t("ui.search")}</span></button></form>
<a class="seek-link" href="/search">${icon("search")}<span>${view.t("ui.search")}</span></a>`;
}

export function wordmark(): Html {
  return html`<a class="wordmark" href="/">${mark}Branchline</a>`;
}

/** Signing in leads back to the page that one came from. */
function signInHref(view: View): string {
  return view.path === "/" || view.path.startsWith("/sign-in") ? "/sign-in" : `/sign-in?next=${encodeURIComponent(view.path)}`;
}

const mark = raw(
  `<svg viewBox="0 0 36 32" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" aria-hidden="true"><path d="M2 25h32"/><path d="M9 25 22.5 11.5"/><circle cx="26.5" cy="7.5" r="5"/></svg>`,
);
