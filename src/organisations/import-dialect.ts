import { CsvReader, DELIMITERS } from "./import-csv.ts";
import type { Cells, Delimiter } from "./import-csv.ts";

/**
 * The delimiter is the one under which the first rows have as many cells as each other, and more than one. Excel's own first line `sep=;` says it
 * outright. A list of one column has none; a comma does.
 */
export function detectDelimiter(head: string): Delimiter {
  const said = /^sep=(.)\r?\n?/i.exec(head)?.[1] as Delimiter | undefined;
  if (said && DELIMITERS.includes(said)) return said;
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(firstRows(head, delimiter).rows);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** Rows of the beginning of a file. Where more follows, the last row may be cut and is left out. */
export function firstRows(head: string, delimiter: Delimiter, moreFollows = false): { rows: Cells[]; endless: boolean } {
  const reader = new CsvReader(delimiter);
  const rows: Cells[] = [];
  try {
    rows.push(...reader.push(head));
    if (!moreFollows) rows.push(...reader.end());
    return { rows, endless: false };
  } catch {
    return { rows, endless: true }; // what stands before the row without an end still tells the columns
  }
}

/** `sep=;` is Excel's, not a row of people. */
export function isSeparatorLine(row: Cells): boolean {
  return row.line === 1 && /^sep=/i.test(row.cells[0] ?? "") && row.cells.length <= 2;
}

function evenness(rows: Cells[]): number {
  const widths = rows.slice(0, 60).filter((row) => !isSeparatorLine(row)).map((row) => row.cells.length);
  const width = widths[0] ?? 1;
  if (width < 2) return 0;
  const alike = widths.filter((each) => each === width).length / widths.length;
  return alike * alike * Math.log2(width + 1);
}
