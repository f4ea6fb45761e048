import { markdown } from "../platform/text/markdown.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";

export function termsPage(view: View, terms: string): Html {
  const title = view.t("ui.termsOf", { site: view.site.name });
  return page(view, { title }, html`<div class="stack gap-5"><h1>${title}</h1><div class="prose">${markdown(terms)}</div></div>`);
}
