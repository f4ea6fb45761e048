import { button } from "./button.ts";
import { html, type Html } from "./html.ts";
import type { View } from "./view.ts";

export interface Search {
  readonly action: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly value: string;
  /** What else stands in the address and stays there */
  readonly keep?: Readonly<Record<string, string>>;
}

/** Finding by words: the address holds what was looked for, so that it can be kept and sent on. */
export function search(view: View, { action, label, hint, value, keep = {} }: Search): Html {
  return html`<form class="field" role="search" action="${action}">${Object.entries(keep).map(([name, kept]) => html`<input type="hidden" name="${name}" value="${kept}">`)}<label for="q">${label}</label>${hint ? html`<span class="hint" id="q-hint">${hint}</span>` : ""}<div class="row"><span class="half"><input id="q" name="q" type="search" value="${value}" maxlength="200" dir="auto"${hint ? html` aria-describedby="q-hint"` : ""}></span>${button({ words: view.t("ui.find"), mark: "search", quiet: true })}</div></form>`;
}
