import { html, raw, type Html } from "./html.ts";

/** "@gwen@guild.example" may break before its second @, and an @ stays at its own front in right-to-left pages. */
export function handle(text: string): Html {
  const second = text.indexOf("@", 1);
  if (second < 0) return html`<bdi>${text}</bdi>`;
  return html`<bdi>${text.slice(0, second)}${raw("<wbr>")}${text.slice(second)}</bdi>`;
}
