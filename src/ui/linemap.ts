import { html, type Html } from "./html.ts";
import type { Line } from "./view.ts";

export interface Branch {
  readonly name: string;
  readonly href: string;
  /** Under 16 characters: "Meets 11 July" */
  readonly note?: string | null;
  /** The viewer's own */
  readonly here?: boolean;
}

/** An organisation as a trunk with its branches leaving it. */
export function linemap(branches: readonly Branch[], line: Line): Html {
  return html`<div class="linemap" data-line="${line}"><ol role="list">${branches.map(
    (branch) => html`<li${branch.here ? html` class="here"` : ""}><a href="${branch.href}"><bdi>${branch.name}</bdi></a>${branch.note ? html`<small>${branch.note}</small>` : ""}</li>`,
  )}</ol></div>`;
}
