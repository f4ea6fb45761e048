import { face } from "./face.ts";
import { handle } from "./handle.ts";
import { html, type Html } from "./html.ts";
import type { StickerPerson } from "./sticker.ts";
import type { View } from "./view.ts";

export interface Bubble {
  /** Of the list item, so that a link can lead to one message */
  readonly id: string;
  readonly from: StickerPerson;
  readonly at: Temporal.Instant;
  /** "Yesterday, 18:05" */
  readonly when: string;
  readonly mine: boolean;
  /** Cleaned HTML, or a word about a message that was taken away */
  readonly body: Html;
  /** "edited" */
  readonly note?: string | null;
  /** Small links under the bubble: Edit, Delete */
  readonly actions?: Html | null;
}

/** A conversation: name, full handle, time; your own words are green. */
export function chat(view: View, bubbles: readonly Bubble[], id?: string): Html {
  return html`<ol class="chat"${id ? html` id="${id}"` : ""}>${bubbles.map((bubble) => chatBubble(view, bubble))}</ol>`;
}

/** One list item, also what a live update adds to the list. */
export function chatBubble(view: View, bubble: Bubble): Html {
  const { from } = bubble;
  const name = bubble.mine ? view.t("ui.you") : html`<bdi>${from.name}</bdi>`;
  return html`<li id="${bubble.id}"${bubble.mine ? html` class="mine"` : ""}>${face(from)}<div><header><b>${from.href && !bubble.mine ? html`<a href="${from.href}">${name}</a>` : name}</b>${from.handle ? html`<span>${handle(from.handle)}</span>` : ""}<time datetime="${bubble.at.toString()}">${bubble.when}</time>${bubble.note ? html`<span>${bubble.note}</span>` : ""}</header><div class="bubble" dir="auto">${bubble.body}</div>${bubble.actions ? html`<div class="row small">${bubble.actions}</div>` : ""}</div></li>`;
}
