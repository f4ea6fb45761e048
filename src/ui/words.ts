/** "meet-up" and "drop-in" never break after the hyphen in a heading: a word joiner holds them together. */
export function unbroken(heading: string): string {
  return heading.replace(/(?<=\p{L})-(?=\p{L}{1,3}(?![\p{L}-]))/gu, "-\u2060");
}

/** For places that have room for one. Finding its end costs 20 us, and the same directions are shown again and again. */
export function firstSentence(words: string | null): string {
  if (!words) return "";
  let found = known.get(words);
  if (found === undefined) {
    found = sentences.segment(words)[Symbol.iterator]().next().value?.segment.trim() ?? "";
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(words, found);
  }
  return found;
}

const MOST_KNOWN = 500;
const known = new Map<string, string>();
const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });
