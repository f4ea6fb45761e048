import { html, type Html } from "./html.ts";

export interface Tab {
  readonly href: string;
  readonly words: string;
  readonly count?: number | string | null;
}

/** Sister pages of one thing: real links. */
export function tabs(label: string, links: readonly Tab[], current: string): Html {
  return html`<nav class="tabs" aria-label="${label}"><ul>${links.map(
    (link) => html`<li><a href="${link.href}"${link.href === current ? html` aria-current="page"` : ""}>${link.words}${link.count == null ? "" : html` <span class="num">${link.count}</span>`}</a></li>`,
  )}</ul></nav>`;
}
