/**
 * Counts of people that could point to somebody are shown in numbers of five or more. One number alone is easily kept back; of several that add up
 * to a known sum, what is kept back must not be found by taking the others away.
 */
export const FEWEST_SHOWN = 5;

/** The count, or null: "fewer than five". Nobody is nobody to point to, so none is shown as none. */
export function enoughToShow(count: number): number | null {
  return count === 0 || count >= FEWEST_SHOWN ? count : null;
}

/**
 * The parts of a whole whose sum the reader may know. Small ones are kept back; where what is kept back is together still fewer than five, or is a
 * single part, the next smallest goes with it.
 */
export function partsToShow<Name extends string>(parts: Readonly<Record<Name, number>>): Record<Name, number | null> {
  const entries = Object.entries(parts) as [Name, number][];
  const rising = entries.toSorted(([, a], [, b]) => a - b);
  const hidden = new Set<Name>(rising.filter(([, count]) => enoughToShow(count) === null).map(([name]) => name));
  for (const [name, count] of rising) {
    if (hidden.size === 0 || isUnclear(entries, hidden)) break;
    if (count > 0) hidden.add(name);
  }
  return Object.fromEntries(entries.map(([name, count]) => [name, hidden.has(name) ? null : count])) as Record<Name, number | null>;
}

/** Two or more are kept back and together they are five or more: no subtraction finds one of them, nor a handful. */
function isUnclear(entries: readonly [string, number][], hidden: ReadonlySet<string>): boolean {
  const sum = entries.reduce((all, [name, count]) => all + (hidden.has(name) ? count : 0), 0);
  return hidden.size >= 2 && sum >= FEWEST_SHOWN;
}
