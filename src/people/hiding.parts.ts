import { postButton } from "../ui/button.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { icon } from "../ui/icon.ts";
import { notice } from "../ui/notice.ts";
import type { View } from "../ui/view.ts";
import { personUrl } from "./person.ts";

/** On the page of someone who is muted: that it is so, and the way back. */
export function mutedNotice(view: View, other: { id: string; name: string }): Html {
  return notice(view.t("people.hiding.isMuted"), {
    more: view.t("people.hiding.isMutedMore", { name: other.name }),
    mark: "eye-off",
    actions: postButton(`${personUrl(other.id)}/hiding/end`, { words: view.t("people.hiding.end"), about: view.t("people.hiding.about", { name: other.name }) }),
  });
}

export function wayToHide(view: View, other: { id: string; name: string }): Html {
  return html`<p class="small"><a href="${personUrl(other.id)}/hiding">${icon("eye-off")} ${view.t("people.hiding.way")}<span class="hush"> ${view.t("people.hiding.about", { name: other.name })}</span></a></p>`;
}
