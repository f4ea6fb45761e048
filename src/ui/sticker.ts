/** A person is always a name sticker: whole when you might speak to them, little in a crowd, a row beside words. */
import { face } from "./face.ts";
import { handle } from "./handle.ts";
import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";
import type { Line, View } from "./view.ts";

export interface StickerPerson {
  readonly name: string;
  /** Of the name, where known: picks the right glyphs for 佐藤 */
  readonly lang?: string | null;
  /** The handle by which people know them */
  readonly handle?: string | null;
  readonly line: Line;
  /** The key of their photo, where the viewer may see it */
  readonly photo?: string | null | undefined;
  /** Their page, for those who may see it */
  readonly href?: string | null;
}

export interface Whole extends StickerPerson {
  readonly talkAbout?: string | null;
  /** At most two reasons to speak to them */
  readonly why?: readonly { icon: IconName; words: string }[];
  /** A button or link that sits above the sticker's own link */
  readonly action?: Html;
}

export function sticker(view: View, person: Whole): Html {
  return html`<article class="sticker" data-line="${person.line}">
  <h3>${linkedName(person)}</h3>
  ${person.handle ? html`<p class="handle">${handle(person.handle)}</p>` : ""}
  ${person.talkAbout ? html`<p class="talk"><span class="soft">${view.t("ui.talkAbout")}</span> ${person.talkAbout}</p>` : ""}
  ${person.why?.length ? html`<ul class="why">${person.why.map((reason) => html`<li>${icon(reason.icon)}<span>${reason.words}</span></li>`)}</ul>` : ""}
  ${person.action ?? ""}
</article>`;
}

/** `note` is a few words under the handle: why this person is here. */
export function littleSticker(person: StickerPerson, note?: string | null): Html {
  return html`<article class="sticker little" data-line="${person.line}"><h3>${linkedName(person)}</h3>${person.handle ? html`<p class="handle">${handle(person.handle)}</p>` : ""}${note ? html`<p class="small soft">${note}</p>` : ""}</article>`;
}

/** A row: the corner with initials, the name, and under it the handle or whatever `under` says instead. */
export function who(person: StickerPerson, under?: string | Html): Html {
  const below = under ?? (person.handle ? handle(person.handle) : null);
  return html`<div class="who">${face(person)}<div><b>${linkedName(person)}</b>${below ? html`<div class="handle">${below}</div>` : ""}</div></div>`;
}

function linkedName(person: StickerPerson): Html {
  const name = person.lang ? html`<bdi lang="${person.lang}">${person.name}</bdi>` : html`<bdi>${person.name}</bdi>`;
  return person.href ? html`<a href="${person.href}">${name}</a>` : name;
}
