/** What can be looked for, what somebody typed, and the place in a list where the next page begins. */
import { isId } from "../platform/ids.ts";

export type Kind = "events" | "people" | "units";
/** In the order of the page; whatever else becomes findable is added here. */
export const KINDS: readonly Kind[] = ["events", "people", "units"];

export const MOST_TYPED = 200;
const MOST_WORDS = 8;

/** As one looks for it. `folded` is what the database makes of the typed text (`folded()` in migration 0140). */
export type Words = {
  readonly all: readonly string[];
  /** All of it, as the beginning of a name */
  readonly start: string;
};

export function wordsOf(folded: string): Words {
  const all = folded.split(" ").filter(Boolean).slice(0, MOST_WORDS);
  return { all, start: all.join(" ") };
}

/** Just above everything that begins so, in the order of bytes. */
export const beyond = (prefix: string): string => `${prefix}\u{10FFFF}`;

/** For `lexemes @@ ...`: every word, or the beginning of one. Folded words hold neither quotes nor signs. */
export function lexemesFor(words: Words): string {
  return words.all.map((word) => `'${word}':*`).join(" & ");
}

/** For `words like all (...)`. */
export function patternsFor(words: Words): string[] {
  return runsOf(words).map((run) => `% ${run}%`);
}

/** The words, but for what stood together in a script without spaces: that stays together, in its order. */
export function runsOf(words: Words): string[] {
  const runs: string[] = [];
  for (const word of words.all) {
    const last = runs.at(-1);
    if (last && isLetterOfRun(word) && isLetterOfRun(last.at(-1)!)) runs[runs.length - 1] = `${last} ${word}`;
    else runs.push(word);
  }
  return runs;
}

/** Such letters stand alone in folded text. */
export function isLetterOfRun(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]$/u.test(word);
}

/**
 * Where a page ended: the part of the list (people known, people of one's branch, ...), the value it is ordered by there, and the id. Rows that come
 * or go elsewhere in the list move nobody across it.
 */
export type Place = { readonly part: number; readonly by: string; readonly id: string };

export const writePlace = ({ part, by, id }: Place): string => `${part}_${id}_${by}`;

/** Whatever cannot be read is the first page. */
export function readPlace(text: string | undefined): Place | null {
  const [, part, id, by] = /^(\d)_([0-9a-f-]{36})_(.{0,200})$/su.exec(text ?? "") ?? [];
  return part !== undefined && isId(id) && !by!.includes("\0") ? { part: Number(part), id, by: by! } : null;
}

export type Page<T> = { readonly rows: readonly T[]; readonly next: Place | null };

/** Reads part after part until the page is full; one row more than is shown tells that there are more. */
export async function pageOfParts<T extends { by: string; id: string }>(
  parts: readonly ((after: { by: string; id: string }, limit: number) => Promise<T[]>)[],
  after: Place | null,
  size: number,
): Promise<Page<T>> {
  const rows: (T & { part: number })[] = [];
  for (let part = after?.part ?? 0; part < parts.length && rows.length <= size; part++) {
    const from = after?.part === part ? after : { by: "", id: "00000000-0000-0000-0000-000000000000" };
    for (const row of await parts[part]!(from, size + 1 - rows.length)) rows.push({ ...row, part });
  }
  const last = rows.length > size ? rows[size - 1]! : null;
  return { rows: rows.slice(0, size), next: last && { part: last.part, by: last.by, id: last.id } };
}
