import { html, type Html } from "./html.ts";
import type { Line } from "./view.ts";

export interface Coded {
  /** Three letters, like a station's */
  readonly code: string;
  readonly line: Line;
}

/** An organisation's code on its line colour; the colour never stands alone. */
export function code(organisation: Coded): Html {
  return html`<span class="code" data-line="${organisation.line}">${organisation.code}</span>`;
}

/** The code and then the name */
export function codeAnd(organisation: Coded, name: string | Html): Html {
  return html`<span>${code(organisation)} ${name}</span>`;
}
