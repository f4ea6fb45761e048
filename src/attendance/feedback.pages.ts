/** Three questions after a meet-up, for whoever was there. */
import { eventCrumbs } from "../events/event-crumbs.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { FormState } from "../platform/http/form.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { feedbackFields, feedbackReaders } from "./presence.parts.ts";
import { feedbackUrl } from "./presence.ts";

export function feedbackPage(view: View, event: Event, state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  return page(
    view,
    { title: `${t("afterwards.howWasIt")} ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("afterwards.feedback")), unlisted: true },
    html`<div class="split"><form class="stack gap-5 form" method="post" action="${feedbackUrl(event.id)}" novalidate>
${field.summary()}
<header class="stack"><h1>${t("afterwards.howWasIt")}</h1><p class="lede"><bdi>${event.title}</bdi></p></header>
${feedbackFields(view, field)}
<div class="row">${button({ words: t("afterwards.give"), mark: "send" })}<a href="${eventUrl(event.id)}">${t("afterwards.skip")}</a></div>
</form>
<aside>${feedbackReaders(view)}</aside></div>`,
  );
}
