import { html, type Html } from "./html.ts";

/** Nothing yet: says what will fill it and when. */
export function empty(words: string, more?: string | Html | null, action?: Html | null): Html {
  return html`<div class="empty stack middle"><p><b>${words}</b></p>${more ? html`<p class="soft">${more}</p>` : ""}${action ?? ""}</div>`;
}
