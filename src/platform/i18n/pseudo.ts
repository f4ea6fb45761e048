/**
 * Pseudo-locales: the English words, accented, a third longer and fenced, so that a test sees at once a word that did
 * not come from a message file, a box that is too narrow for German, or a page that does not mirror.
 */
import { TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";

const plain = "aceinorsuyAEINOSUY";
const accented = "åçéîñöŕšüýÅÉÎÑÖŠÜÝ";
const accent = new Map([...plain].map((letter, i) => [letter, [...accented][i]!]));

/** Accents and lengthens; spaces at the ends stay, since literals stand next to values. */
export function pseudoWords(words: string): string {
  return words.replace(/[A-Za-z]+/g, (word) => {
    const changed = [...word].map((letter) => accent.get(letter) ?? letter).join("");
    return word.length > 3 ? changed + "~".repeat(Math.ceil(word.length / 3)) : changed;
  });
}

export function fence(message: string): string {
  return `[${message}]`;
}

/** The same for a parsed message: only what is literally said changes, never a name, an option or a tag. */
export function pseudoElements(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) {
      return { ...element, value: pseudoWords(element.value) };
    } else if (element.type === TYPE.plural || element.type === TYPE.select) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: pseudoElements(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(options) };
    } else if (element.type === TYPE.tag) {
      return { ...element, children: pseudoElements(element.children) };
    } else {
      return element;
    }
  });
}
