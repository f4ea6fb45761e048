import { html, type Html } from "./html.ts";

/**
 * A table in a region of its own, which scrolls sideways under the keyboard when the page is narrow. With `onPhones` each row becomes a few
 * lines there instead: `named` has the first cell above the others, `led` a number or a box before them.
 */
export function table(label: string, columns: readonly (string | Html)[], rows: readonly (readonly (string | Html)[])[], onPhones?: "named" | "led"): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table${onPhones ? html` class="lines ${onPhones}"` : ""}><thead><tr>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}</tbody></table></div>`;
}
