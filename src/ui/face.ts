import { html, type Html } from "./html.ts";
import type { Line } from "./view.ts";

/** The corner of a person's sticker: initials on the colour of their organisation. The name stands beside it. */
export function face(person: { name: string; line: Line }): Html {
  return html`<span class="face" data-line="${person.line}" aria-hidden="true">${initials(person.name)}</span>`;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const alphabets = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;

/** "Nell Ashworth" -> NA, "Priya Raman-Cole" -> PC; a name without capitals of that kind gives its first character. */
export function initials(name: string): string {
  const parts = name.split(/[\s\-\u2010\u2011]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const first = firstLetter(parts[0] ?? name);
  if (!alphabets.test(first) || parts.length < 2) {
    return first.toLocaleUpperCase("en");
  } else {
    return (first + firstLetter(parts.at(-1)!)).toLocaleUpperCase("en");
  }
}

function firstLetter(word: string): string {
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, "");
  return graphemes.segment(letters)[Symbol.iterator]().next().value?.segment ?? "";
}
