import { button } from "../ui/button.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";

/** Somebody has proved their address and now waits for a person to answer. */
export function waitingPage(view: View, { address }: { address: string }): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.registration.waitingTitle"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.registration.waitingTitle")}</h1><p class="lede">${t("people.registration.waiting", { site: view.site.name })}</p></div>
<p>${t.html("people.registration.waitingNext", { address: html`<b><bdi>${address}</bdi></b>` })}</p>
<p><a href="/events">${t("people.registration.look")}</a></p>`,
  );
}

/** This server takes only those whom an organiser has invited. */
export function closedPage(view: View, { address }: { address: string }): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.registration.closedTitle"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.registration.closedTitle")}</h1><p class="lede">${t("people.registration.closed", { site: view.site.name })}</p></div>
<p>${t.html("people.registration.closedNext", { address: html`<b><bdi>${address}</bdi></b>` })}</p>
${view.site.contact ? html`<p><a href="${view.site.contact}">${t("ui.contact")}</a></p>` : ""}
<form method="get" action="/sign-in">${button({ words: t("people.registration.otherAddress"), quiet: true })}</form>`,
  );
}
