import { page } from "./layout.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import type { View } from "./view.ts";

const WORDS = {
  403: ["errors.forbidden-title", "errors.forbidden"],
  404: ["errors.not-found-title", "errors.not-found"],
  413: ["errors.too-large-title", "errors.too-large"],
  429: ["errors.too-many-title", "errors.too-many"],
  500: ["errors.broken-title", "errors.broken"],
  503: ["errors.away-title", "errors.away"],
} as const;

/** A page for what could not be done. `id` finds the line in the log. */
export function problemPage(view: View, status: number, id?: string): Html {
  const [title, words] = WORDS[status as keyof typeof WORDS] ?? WORDS[500];
  return page(
    view,
    { title: view.t(title) },
    html`<div class="stack">
      <h1>${view.t(title)}</h1>
      <p class="lede">${view.t(words)}</p>
      ${id ? html`<p class="small soft">${view.t("errors.number", { id })}</p>` : ""}
      <p><a href="/">${view.t("errors.home")}</a></p>
    </div>`,
  );
}
