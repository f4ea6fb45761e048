import { html, type Html } from "./html.ts";
import type { Line } from "./view.ts";

/**
 * The corner of a person's sticker: initials on the colour of their organisation, or their photo. The name stands beside it. The initials lie beneath
 * the photo, for when it is not for whoever looks, or was taken off since.
 */
export function face(person: { name: string; line: Line; photo?: string | null | undefined }): Html {
  const photo = person.photo ? html`<img src="${photoHref(person.photo, "small")}" alt="" width="96" height="96" loading="lazy" decoding="async">` : "";
  return html`<span class="face" data-line="${person.line}" aria-hidden="true">${initials(person.name)}${photo}</span>`;
}

/** Where a photo is found by its key. */
export function photoHref(key: string, size: "large" | "small"): string {
  return `/photos/${key}/${size}`;
}

/** "Nell Ashworth" -> NA, "Priya Raman-Cole" -> PC; a name in a script without capitals gives its first character. */
export function initials(name: string): string {
  let found = known.get(name);
  if (found === undefined) {
    if (known.size >= MOST_NAMES) known.clear();
    known.set(name, (found = makeInitials(name)));
  }
  return found;
}

// Segmenting costs 3 us, and the same people are on page after page.
const MOST_NAMES = 5000;
const known = new Map<string, string>();

function makeInitials(name: string): string {
  const parts = name.split(/[\s\-\u2010\u2011]+/u).filter((part) => letterOrDigit.test(part));
  const first = firstLetter(parts[0] ?? "");
  const last = parts.length > 1 ? firstLetter(parts.at(-1)!) : "";
  return (alphabets.test(first) && alphabets.test(last) ? first + last : first).toUpperCase();
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const alphabets = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A whole character, with the marks that belong to it. The segmenter costs 2 us, so plain Latin goes without. */
function firstLetter(word: string): string {
  const letters = word.slice(Math.max(0, word.search(letterOrDigit)));
  if (/^[A-Za-z\u00c0-\u024f](?:[A-Za-z\u00c0-\u024f'.]|$)/.test(letters)) return letters[0]!;
  return graphemes.segment(letters)[Symbol.iterator]().next().value?.segment ?? "";
}
