import { button, linkButton } from "../ui/button.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { WAY_BACK_DAYS } from "./address.ts";

export type Added = { passkeys: readonly string[]; addresses: readonly string[] };

/** Nothing happens before the button: mail programs open links to look at them. */
export function notMePage(view: View, { token, address, added }: { token: string; address: string; added: Added }): Html {
  const { t } = view;
  const rows = [
    t("people.notMe.sessions"),
    ...added.passkeys.map((passkey) => t.html("people.notMe.passkey", { passkey: html`<b><bdi>${passkey}</bdi></b>` })),
    ...added.addresses.map((one) => t.html("people.notMe.address", { address: html`<b><bdi>${one}</bdi></b>` })),
    t.html("people.notMe.yours", { address: html`<b><bdi>${address}</bdi></b>` }),
  ];
  return gate(
    view,
    { title: t("people.notMe.title"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.notMe.heading")}</h1><p class="lede">${t("people.notMe.lede")}</p></div>
<div class="prose"><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul></div>
<form class="stack" method="post" action="/not-me/${token}">${button({ words: t("people.notMe.button"), wide: true, big: true })}<p class="small soft">${t("people.notMe.wasMe")}</p></form>`,
  );
}

export function takenBackPage(view: View, { address }: { address: string }): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.notMe.doneTitle"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.notMe.doneTitle")}</h1><p class="lede">${t.html("people.notMe.done", { address: html`<b><bdi>${address}</bdi></b>` })}</p></div>
<p>${t("people.notMe.doneMore")}</p>
<div>${linkButton("/sign-in?next=/settings/sign-in", { words: t("people.signIn.title") })}</div>`,
  );
}

export function noWayBackPage(view: View): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.notMe.goneTitle"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.notMe.goneTitle")}</h1><p class="lede">${t("people.notMe.gone", { days: WAY_BACK_DAYS })}</p></div>
<p>${t.html("people.notMe.goneMore", { link: (words) => html`<a href="/sign-in?next=/settings/sign-in">${words}</a>`, help: (words) => html`<a href="/sign-in/help">${words}</a>` })}</p>`,
  );
}
