import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { venueFields } from "./event-form.parts.ts";

/** `back`: the page from which one came */
export function venuePage(view: View, venue: { id: string; name: string }, state: FormState, back: string): Html {
  const { t } = view;
  const field = fields(view, state);
  return page(
    view,
    { title: t("events.venueTitle"), section: "events", crumbs: [{ words: t("ui.events"), href: "/events" }, { words: t("events.venueTitle") }], unlisted: true },
    html`<div class="stack gap-6">${field.summary()}
<header class="stack gap-3"><h1>${t("events.venueHeading", { venue: venue.name })}</h1><p class="lede">${t("events.venueLede")}</p></header>
<form class="stack gap-5 form" method="post" action="/venues/${venue.id}/edit" novalidate>${field.hidden("back", back)}${venueFields(view, field, (name) => name, true)}<div>${button({ words: t("events.venueSave") })}</div></form></div>`,
  );
}
