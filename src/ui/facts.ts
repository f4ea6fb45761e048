import { html, type Html } from "./html.ts";

export interface Fact {
  readonly term: string;
  readonly words: string | Html;
  /** A quieter second line */
  readonly more?: string | Html | null;
  /** The one that a station poster would print largest */
  readonly big?: boolean;
}

/** When, where, who: as on a station poster. */
export function facts(rows: readonly Fact[], variant: "poster" | "numbers" = "poster"): Html {
  return html`<dl class="facts${variant === "numbers" ? " numbers" : ""}">${rows.map(
    (row) => html`<div><dt>${row.term}</dt><dd${row.big ? html` class="big"` : ""}>${row.words}</dd>${row.more ? html`<dd>${row.more}</dd>` : ""}</div>`,
  )}</dl>`;
}

/** Labelled details, one under the other. */
export function factList(rows: readonly Pick<Fact, "term" | "words">[]): Html {
  return html`<dl class="facts list">${rows.map((row) => html`<div><dt>${row.term}</dt><dd>${row.words}</dd></div>`)}</dl>`;
}
