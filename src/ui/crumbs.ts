import { html, type Html } from "./html.ts";
import type { View } from "./view.ts";

export interface Crumb {
  readonly words: string;
  /** Absent on the last: that is the page itself */
  readonly href?: string;
}

export function crumbs(view: View, trail: readonly Crumb[]): Html {
  return html`<nav class="crumbs" aria-label="${view.t("ui.youAreHere")}"><ol>${trail.map(
    (crumb) => html`<li>${crumb.href ? html`<a href="${crumb.href}">${crumb.words}</a>` : html`<span aria-current="page">${crumb.words}</span>`}</li>`,
  )}</ol></nav>`;
}
