import { page } from "./layout.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import type { View } from "./view.ts";

const WORDS = {
  403: ["errors.forbiddenTitle", "errors.forbidden"],
  404: ["errors.notFoundTitle", "errors.notFound"],
  413: ["errors.tooLargeTitle", "errors.tooLarge"],
  429: ["errors.tooManyTitle", "errors.tooMany"],
  500: ["errors.brokenTitle", "errors.broken"],
  503: ["errors.awayTitle", "errors.away"],
} as const;

/** A page for what could not be done. `id` finds the line in the log; `more` says why it may be different for this person. */
export function problemPage(view: View, status: number, { id, more }: { id?: string; more?: string | null } = {}): Html {
  const [title, words] = WORDS[status as keyof typeof WORDS] ?? WORDS[500];
  return page(
    view,
    { title: view.t(title) },
    html`<div class="stack">
      <h1>${view.t(title)}</h1>
      <p class="lede">${view.t(words)}</p>
      ${more ? html`<p>${more}</p>` : ""}
      ${id ? html`<p class="small soft">${view.t("errors.number", { id })}</p>` : ""}
      <p><a href="/">${view.t("errors.home")}</a></p>
    </div>`,
  );
}
