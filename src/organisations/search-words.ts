/** At most eight words of what somebody typed, as patterns that match them anywhere, whatever their accents. */
export function patternsFor(typed: string): string[] {
  return typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.slice(0, 60).replace(/[\\%_]/g, "\\$&")}%`);
}
