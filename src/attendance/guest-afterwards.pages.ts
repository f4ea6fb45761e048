/** After a meet-up, for somebody who answered from a letter: were you there, and how was it, on the one page that they have. */
import type { Event } from "../events/event.ts";
import { eventFacts } from "../events/event-facts.parts.ts";
import type { FormState } from "../platform/http/form.ts";
import { button, postButton } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import { guestPage } from "./answer-link.pages.ts";
import { feedbackFields, feedbackReaders, wereYouThere } from "./presence.parts.ts";
import type { OwnPresence } from "./presence.ts";

/** `to`: the address of their link, beneath which the forms go. */
export type GuestAfterwards = { event: Event; own: OwnPresence; to: string; address: string; form?: FormState | undefined; stop: string | null };

export function guestAfterwardsPage(view: View, { event, own, to, address, form, stop }: GuestAfterwards): Html {
  const { t } = view;
  const field = fields(view, form);
  const asks = own.came && !own.isHeard;
  const feedback = html`<form class="stack gap-5 form" id="feedback" method="post" action="${to}/feedback" novalidate>
<h2>${t("afterwards.howWasIt")}</h2>${feedbackFields(view, field)}<div>${button({ words: t("afterwards.give"), mark: "send" })}</div></form>`;
  return guestPage(
    view,
    event.title,
    html`<div class="stack gap-6">${field.summary()}<div class="split"><div class="stack gap-6">
<h1>${unbroken(event.title)}</h1>
${wereYouThere(view, own, { presence: `${to}/presence`, feedback: null })}
${asks ? feedback : ""}
<p class="small soft">${t("guests.youAre", { address })}</p>
${stop ? postButton(stop, { words: t("guests.stop") }) : ""}
</div>
<aside class="sections">${factList(eventFacts(view, event))}${asks ? feedbackReaders(view) : ""}</aside></div></div>`,
  );
}
