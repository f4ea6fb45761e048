import { button, linkButton } from "../ui/button.ts";
import { blankForm, fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate } from "../ui/layout.ts";
import { tasks } from "../ui/tasks.ts";
import type { View } from "../ui/view.ts";

/** A new server's only page: for whoever can read its console. */
export function firstRunPage(view: View, { token, state = blankForm }: { token: string; state?: FormState }): Html {
  const { t } = view;
  const field = fields(view, state);
  return gate(
    view,
    { title: t("people.firstRun.title"), unlisted: true, modules: ["welcome.js"] },
    html`${field.summary()}
<div class="stack gap-3"><h1>${t("people.firstRun.title")}</h1><p class="lede">${t("people.firstRun.lede")}</p></div>
<form class="stack" method="post" action="/first-run/${token}">
<h2>${t("people.firstRun.you")}</h2>
${field.text({ name: "name", label: t("people.name"), hint: t("people.nameHint"), required: true, maxlength: 200, autocomplete: "name", dir: "auto" })}
${field.email({ name: "address", label: t("people.firstRun.address"), hint: t("people.firstRun.addressHint"), required: true })}
<h2>${t("people.firstRun.organisation")}</h2>
${field.text({ name: "organisation", label: t("people.firstRun.organisationName"), required: true, maxlength: 160, autocomplete: "organization", dir: "auto" })}
${field.text({ name: "code", label: t("people.firstRun.code"), hint: t("people.firstRun.codeHint"), maxlength: 3, autocomplete: "off" })}
<input type="hidden" name="zone" value="${[state.values["zone"] ?? view.zone].flat()[0]}">
${button({ words: t("people.firstRun.button"), wide: true, big: true })}
<p class="small soft">${t("people.firstRun.afterwards")}</p>
</form>
<form class="stack gap-3" method="post" action="/first-run/${token}/example"><hr><h2>${t("people.firstRun.exampleTitle")}</h2><p>${t("people.firstRun.exampleWords")}</p><div>${button({ words: t("people.firstRun.example"), quiet: true })}</div></form>`,
  );
}

/** The example is in; its people's links are shown this once. */
export function exampleLoadedPage(view: View, { people, links }: { people: number; links: readonly { name: string; who: string; url: string }[] }): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.firstRun.exampleLoaded"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.firstRun.exampleLoaded")}</h1><p class="lede">${t("people.firstRun.exampleLoadedLede", { people })}</p></div>
${tasks(links.map(({ name, who, url }) => ({ mark: "user-round" as const, title: name, href: new URL(url).pathname, small: who })))}`,
  );
}

export function firstRunGonePage(view: View): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.firstRun.goneTitle"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.firstRun.goneTitle")}</h1><p class="lede">${t("people.firstRun.gone")}</p></div>
<p>${linkButton("/sign-in", { words: t("people.signIn.title"), quiet: true })}</p>`,
  );
}
