/** "Were you there?", beside what one had answered. */
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { linkButton, postButton } from "../ui/button.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { feedbackUrl } from "./presence.ts";
import type { OwnPresence } from "./presence.ts";

export function wereYouThere(view: View, event: Event, { came, isHeard }: OwnPresence): Html {
  const { t } = view;
  const say = (words: string, value: "yes" | "no") => postButton(`${eventUrl(event.id)}/presence`, { words }, { came: value });
  const body =
    came === null
      ? html`<p>${t("afterwards.askMore")}</p><div class="row">${say(t("afterwards.wasThere"), "yes")}${say(t("afterwards.wasNot"), "no")}</div>`
      : html`<p>${t(came ? "afterwards.saidYes" : "afterwards.saidNo")}</p>
${came && !isHeard ? html`<p>${linkButton(feedbackUrl(event.id), { words: t("afterwards.howWasIt"), wide: true })}</p>` : ""}${came && isHeard ? html`<p class="small soft">${t("afterwards.heard")}</p>` : ""}
<div>${came ? say(t("afterwards.notAfterAll"), "no") : say(t("afterwards.thereAfterAll"), "yes")}</div>`;
  return html`<section class="stack panel" aria-labelledby="there"><h2 id="there">${t("afterwards.ask")}</h2>${body}</section>`;
}
