import type { Event } from "../events/event.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { IconName } from "../ui/icon.ts";
import type { View } from "../ui/view.ts";
import type { Welcome } from "../people/wishes.ts";
import { takesWelcoming, welcomeUrl } from "./welcoming.ts";

export const WELCOME_MARKS = { newcomers: "sprout", table: "coffee" } as const satisfies Record<Welcome, IconName>;

/** Under the answer of whoever comes; how it stands is on the page behind it, so that the event's own page asks for nothing more. */
export function welcomeLine(view: View, event: Event): Html {
  const { t } = view;
  return takesWelcoming(event, view.now) ? html`<p><a href="${welcomeUrl(event.id)}">${t("welcoming.line")}</a></p>` : html``;
}
