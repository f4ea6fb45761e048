/** "meet-up" and "drop-in" never break after the hyphen in a heading: a word joiner holds them together. */
export function unbroken(heading: string): string {
  return heading.replace(/(?<=\p{L})-(?=\p{L}{1,3}(?![\p{L}-]))/gu, "-\u2060");
}

/** For places that have room for one. */
export function firstSentence(words: string | null): string {
  return words ? (sentences.segment(words)[Symbol.iterator]().next().value?.segment.trim() ?? "") : "";
}

const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });
