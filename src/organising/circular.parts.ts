import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { paragraphs } from "./circular.ts";

/** Words as they were typed: an empty line begins a paragraph, a line break stays one. */
export function inParagraphs(body: string): Html[] {
  return paragraphs(body).map((words) => html`<p>${words.split("\n").map((line, i) => html`${i > 0 ? html`<br>` : ""}${line}`)}</p>`);
}
