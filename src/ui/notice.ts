import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";

/** Information, or with `signal` something to act on now: one of those to a page, with its way out inside it. */
export function notice(
  words: string | Html,
  options: { more?: string | Html | null; actions?: Html | null; signal?: boolean; mark?: IconName; live?: boolean } = {},
): Html {
  const mark = options.mark ?? (options.signal ? "circle-alert" : "info");
  return html`<div class="notice${options.signal ? " signal" : ""}"${options.live ? html` role="status"` : ""}>${icon(mark)}<div><p><b>${words}</b></p>${options.more ? html`<p>${options.more}</p>` : ""}${options.actions ? html`<div class="row">${options.actions}</div>` : ""}</div></div>`;
}
