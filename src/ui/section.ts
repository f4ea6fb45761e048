import { html, type Html } from "./html.ts";
import { unbroken } from "./words.ts";

/** A part of a page under a ruled heading, with at most one link on its other side. */
export function section(
  id: string,
  heading: string | Html,
  body: Html | Html[],
  options: { link?: { href: string; words: string } | null; aside?: string | Html | null; count?: number | string | null } = {},
): Html {
  const { link, aside, count } = options;
  return html`<section aria-labelledby="${id}">
<div class="section-head"><h2 id="${id}">${typeof heading === "string" ? unbroken(heading) : heading}${count == null ? "" : html` <span class="soft">(${count})</span>`}</h2>${link ? html`<a href="${link.href}">${link.words}</a>` : aside ? html`<span class="soft small">${aside}</span>` : ""}</div>
${body}
</section>`;
}
