import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { Fields, FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { networkOptions } from "./handle.parts.ts";

/** Whoever comes from a list finds their name as it stands there, and changes it as they like. */
export function welcomePage(
  view: View,
  { address, knownAs, asks, state = { values: { name: knownAs ?? "" }, errors: {} } }: { address: string; knownAs: string | null; asks: boolean; state?: FormState },
): Html {
  const { t } = view;
  const field = fields(view, state);
  return gate(
    view,
    { title: t("people.welcome.title"), unlisted: true, modules: ["welcome.js"] },
    html`${field.summary()}
<div class="stack gap-3"><h1>${t("people.welcome.title")}</h1><p class="lede">${t("people.welcome.lede")}</p></div>
<p class="small soft">${t.html("people.welcome.signedInAs", { address: html`<b><bdi>${address}</bdi></b>` })}</p>
<form class="stack" method="post" action="/welcome">
${nameFields(view, field)}
<div class="together">${field.select({ name: "network", label: t("people.network"), options: networkOptions(view) })}${field.text({ name: "handle", label: t("people.handle"), maxlength: 200, dir: "ltr", autocomplete: "off" })}</div>
<p class="small soft">${t("people.handleHint")}</p>
<input type="hidden" name="zone" value="${[state.values["zone"] ?? view.zone].flat()[0]}">
${asks ? field.area({ name: "note", label: t("people.registration.note"), hint: t("people.registration.noteHint"), rows: 3, maxlength: 1000 }) : ""}
${button({ words: asks ? t("people.registration.ask") : t("people.welcome.button"), wide: true, big: true })}
<p class="small soft">${asks ? t("people.registration.askAfterwards") : t("people.welcome.afterwards")}</p>
${asks ? "" : html`<p class="small soft">${t("people.welcome.slowly")}</p>`}
</form>`,
  );
}

/** Name, pronouns and what they can talk about: the same here and in the settings. */
export function nameFields(view: View, field: Fields): Html {
  const { t } = view;
  return html`${field.text({ name: "name", label: t("people.name"), hint: t("people.nameHint"), required: true, maxlength: 200, autocomplete: "name", dir: "auto" })}
${field.text({ name: "latinName", label: t("people.latinName"), hint: t("people.latinNameHint"), maxlength: 200, dir: "auto", autocomplete: "off" })}
${field.text({ name: "pronouns", label: t("people.pronouns"), hint: t("people.pronounsHint"), maxlength: 60, autocomplete: "off" })}
${field.text({ name: "talkAbout", label: t("people.talkAbout"), hint: t("people.talkAboutHint"), maxlength: 500, dir: "auto", autocomplete: "off" })}`;
}
