import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { handle } from "../ui/handle.ts";
import type { Line, View } from "../ui/view.ts";

export type LargeSticker = {
  name: string;
  nameLang: string | null;
  latinName: string | null;
  pronouns: string | null;
  knownBy: string | null;
  talkAbout: readonly string[];
  line: Line;
};

/** The whole sticker, as large as it is worn. On their own page the name is the heading of the page. */
export function largeSticker(view: View, person: LargeSticker, { heading = false } = {}): Html {
  const name = html`<bdi${person.nameLang ? html` lang="${person.nameLang}"` : ""}>${person.name}</bdi>`;
  return html`<article class="sticker large" data-line="${person.line}">
${heading ? html`<h1 class="name">${name}</h1>` : html`<p class="name">${name}</p>`}
${person.latinName ? html`<p class="latin"><bdi>${person.latinName}</bdi></p>` : ""}
${person.knownBy ? html`<p class="handle">${handle(person.knownBy)}</p>` : ""}
${person.pronouns ? html`<p class="pronouns"><bdi>${person.pronouns}</bdi></p>` : ""}
${person.talkAbout.length ? html`<p class="talk"><span class="soft">${view.t("ui.talkAbout")}</span> ${person.talkAbout.join(", ")}</p>` : ""}
</article>`;
}
