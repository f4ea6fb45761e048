import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";

/** Your state on a row, in two or three words: "Going", "Until 19:00". Signal only for what cannot wait. */
export function tag(words: string | Html, kind: "plain" | "yes" | "signal" = "plain", mark?: IconName): Html {
  return html`<span class="tag${kind === "plain" ? "" : ` ${kind}`}">${mark ? icon(mark) : ""}${mark ? " " : ""}${words}</span>`;
}
