import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { LINK_MINUTES } from "./sign-in.ts";

/** Every way in that does not need the one that is lost, the easiest first. The same for everybody: it looks up nothing. */
export function signInHelpPage(view: View): Html {
  const { t } = view;
  const { contact } = view.site;
  const link = (href: string) => (words: Html) => html`<a href="${href}">${words}</a>`;
  const ways = [
    [t("people.help.letter"), t("people.help.letterMore", { minutes: LINK_MINUTES })],
    [t("people.help.other"), t("people.help.otherMore")],
    [t("people.help.passkey"), t("people.help.passkeyMore")],
    [t("people.help.device"), t.html("people.help.deviceMore", { link: link("/settings/sign-in") })],
    [t("people.help.ask"), contact ? t.html("people.help.askMore", { link: link(contact) }) : t.html("people.help.askOrganiser", { link: link("/organisations") })],
    [t("people.help.notMe"), t("people.help.notMeMore")],
    [t("people.help.suspended"), t("people.help.suspendedMore")],
  ];
  return gate(
    view,
    { title: t("people.help.title") },
    html`<div class="stack gap-3"><h1>${t("people.help.title")}</h1><p class="lede">${t("people.help.lede")}</p></div>
<div class="stack gap-6">${ways.map(([head, words]) => html`<section class="stack gap-2"><h2>${head}</h2><p>${words}</p></section>`)}</div>
<p><a href="/sign-in">${t("people.help.back")}</a></p>`,
  );
}
