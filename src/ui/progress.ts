import { html, type Html } from "./html.ts";

/** A sentence near it says what it shows; `label` says it again to those who cannot see the bar. */
export function progress(value: number, max: number, label: string): Html {
  return html`<progress value="${value}" max="${max}" aria-label="${label}"></progress>`;
}
