import { button, linkButton } from "./button.ts";
import { html, type Html } from "./html.ts";

export interface Question {
  /** "Take your name off the list?" */
  readonly asked: string;
  /** What happens then, and who is told */
  readonly words: string | Html;
  /** The path that is posted to; a verb on the button: "Take me off" */
  readonly yes: { action: string; words: string; hidden?: Readonly<Record<string, string>> };
  /** "Stay on the list" */
  readonly no: { href: string; words: string };
  /** More fields, such as a reason */
  readonly fields?: Html | Html[];
}

/** A question before something hard to undo, as the body of a page; its buttons answer it. */
export function question(asked: Question): Html {
  const hidden = Object.entries(asked.yes.hidden ?? {});
  return html`<form class="question stack" method="post" action="${asked.yes.action}">
<h1>${asked.asked}</h1>
<div class="lede">${asked.words}</div>
${asked.fields ?? ""}${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="row">${button({ words: asked.yes.words })}${linkButton(asked.no.href, { words: asked.no.words, quiet: true })}</div>
</form>`;
}
