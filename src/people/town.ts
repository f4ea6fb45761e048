/** A home area is never more exact than a town to others: streets, house numbers and postcodes are not shown, whoever wrote them (or imported them). */
const STREET_LAST = /^(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|crescent|terrace|court|mews|square|row|place|way|walk)\.?$/i;
const WITHIN_A_HOUSE = /^(?:flat|apartment)$/i;
const STREET_FIRST = /^(?:rue|via|calle|ulica|ul|avenue|boulevard|rua|plaza|place)\.?$/i;
const STREET_WITHIN = /(?:straße|strasse|str\.|gasse|straat|gatan)$/i;

/** What may be shown of it; null when nothing of a town is left. */
export function townOf(area: string): string | null {
  const parts = area
    .split(/[,;\n]/)
    .map((part) => part.trim().split(/\s+/).filter((word) => !/\d/.test(word)))
    .filter((words) => words.some(Boolean) && !isStreet(words));
  return parts.map((words) => words.join(" ")).join(", ") || null;
}

/** Street is a town in Somerset, and Chester-le-Street one word: only a word with another before it makes a street. */
function isStreet(words: string[]): boolean {
  if (WITHIN_A_HOUSE.test(words[0]!)) return true;
  if (STREET_WITHIN.test(words.at(-1)!) || STREET_WITHIN.test(words[0]!)) return true;
  return words.length > 1 && (STREET_LAST.test(words.at(-1)!) || STREET_FIRST.test(words[0]!));
}

export function isTooExact(area: string): boolean {
  return townOf(area) !== area.trim().replace(/\s*[,;\n]\s*/g, ", ").replace(/\s+/g, " ");
}
