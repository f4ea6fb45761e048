import { html, type Html } from "./html.ts";
import { icon } from "./icon.ts";
import type { View } from "./view.ts";

/** How an event meets: an icon and a word, keyboard and room with equal weight. */
export function mode(view: View, meets: { online: boolean; inARoom: boolean; place?: string | null }): Html {
  return html`<span class="mode">${icon(meets.inARoom ? "coffee" : "keyboard")} ${modeWords(view, meets)}</span>`;
}

function modeWords(view: View, meets: { online: boolean; inARoom: boolean; place?: string | null }): string {
  const { place } = meets;
  if (meets.online && meets.inARoom) {
    return place ? view.t("ui.onlineAndInARoomAt", { place }) : view.t("ui.onlineAndInARoom");
  } else if (meets.inARoom) {
    return place ? view.t("ui.inARoomAt", { place }) : view.t("ui.inARoom");
  } else {
    return view.t("ui.online");
  }
}
