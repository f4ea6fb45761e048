/** One measured number. `holds` says whether it reached its aim; a figure for orientation has none. */
export type Figure = { name: string; value: number; unit: string; aim?: string; holds?: boolean };

export type Bench = () => Promise<Figure[]>;

export function table(figures: Figure[]): string {
  const rows = [["what", "value", "aim", ""], ...figures.map((one) => [one.name, `${shown(one.value)} ${one.unit}`, one.aim ?? "", one.holds === undefined ? "" : one.holds ? "holds" : "MISSED"])];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) => row.map((cell, i) => (i === 1 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  ").trimEnd()).join("\n");
}

/** The middle one, so that a noisy neighbour during one round does not count. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-GB");
  else return String(Number(value.toPrecision(3)));
}
