/** Which pieces of a text were looked for: for the eye only, what is found was decided before. */
import { isLetterOfRun } from "./search.ts";
import type { Words } from "./search.ts";

export type Piece = { readonly text: string; readonly isFound: boolean };

/** A word lights up as far as it was typed; letters of a script without spaces where they stand together as typed. */
export function highlighted(text: string, words: Words): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (!piece) return;
    if (last?.isFound === isFound) pieces[pieces.length - 1] = { text: last.text + piece, isFound };
    else pieces.push({ text: piece, isFound });
  };
  for (const piece of text.split(/([\p{L}\p{N}\p{M}'’]+)/u)) {
    const letters = [...piece];
    if (letters.some((letter) => isLetterOfRun(letter))) for (const letter of letters) add(letter, words.all.includes(letter.toLowerCase()));
    else {
      const typed = longestStart(piece, words);
      add(piece.slice(0, typed), true);
      add(piece.slice(typed), false);
    }
  }
  return pieces;
}

/** How much of this word was typed: letters of its own are counted, whatever their accents. */
function longestStart(word: string, words: Words): number {
  const plain = plainly(word);
  const found = words.all.filter((each) => plain.startsWith(each)).sort((a, b) => b.length - a.length)[0];
  if (!found) return 0;
  let end = 0;
  for (const letter of word.match(/\P{M}\p{M}*/gsu) ?? []) {
    if (plainly(word.slice(0, end)).length >= found.length) break;
    end += letter.length;
  }
  return end;
}

const OTHERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" };

function plainly(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u0640'’]/gu, "")
    .normalize("NFC")
    .replace(/[ßæœøđðłıþ]/g, (letter) => OTHERS[letter]!);
}
