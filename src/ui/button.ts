/** One solid button in a view, the others quiet. The words say what happens. */
import { html, type Html } from "./html.ts";
import { icon, type IconName } from "./icon.ts";

export interface ButtonLook {
  readonly words: string;
  /** Said only to those who cannot see what the button stands beside: " for the map room" */
  readonly about?: string;
  readonly mark?: IconName;
  readonly quiet?: boolean;
  readonly wide?: boolean;
  readonly big?: boolean;
}

/** Submits the form that it is in; with a name, says which of several buttons it was. */
export function button(look: ButtonLook & { name?: string; value?: string }): Html {
  return html`<button class="${classes(look)}" type="submit"${look.name ? html` name="${look.name}" value="${look.value ?? "yes"}"` : ""}>${inside(look)}</button>`;
}

export function linkButton(href: string, look: ButtonLook): Html {
  return html`<a class="${classes(look)}" href="${href}">${inside(look)}</a>`;
}

/** A form that is only a button: Join, Leave, Take me off. */
export function postButton(action: string, look: ButtonLook, hidden: Readonly<Record<string, string>> = {}): Html {
  return html`<form method="post" action="${action}">${Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${button({ quiet: true, ...look })}</form>`;
}

function classes(look: ButtonLook): string {
  return ["btn", look.quiet && "quiet", look.wide && "wide", look.big && "big"].filter(Boolean).join(" ");
}

function inside(look: ButtonLook): Html {
  return html`${look.mark ? html`${icon(look.mark)} ` : ""}${look.words}${look.about ? html`<span class="hush"> ${look.about}</span>` : ""}`;
}
