/** What the beginning of a file tells: its delimiter, its columns, who wrote it, and a few rows to look at. */
import { guessColumns, recogniseFormat } from "./import-columns.ts";
import type { Format, Target } from "./import-columns.ts";
import type { Delimiter } from "./import-csv.ts";
import { dateOrderOf } from "./import-dates.ts";
import type { DateOrder } from "./import-dates.ts";
import { detectDelimiter, firstRows, isSeparatorLine } from "./import-dialect.ts";
import type { Problem } from "./import.ts";

export type Description = { delimiter: Delimiter; format: Format; header: string[]; headerLine: number; samples: string[][] };

/** How much of a file is looked at for this, in bytes. */
export const HEAD = 256 * 1024;
const SAMPLES = 40;
const MOST_COLUMNS = 300;

export function describeFile(head: Uint8Array, encoding: string, moreFollows: boolean): Description | { problem: Problem } {
  const text = new TextDecoder(encoding).decode(head, { stream: moreFollows });
  const delimiter = detectDelimiter(text);
  const first = firstRows(text, delimiter, moreFollows);
  const [header, ...rows] = first.rows.filter((row) => !isSeparatorLine(row));
  if (!header) return { problem: moreFollows || first.endless ? "endless-row" : "empty" };
  if (header.cells.length > MOST_COLUMNS) return { problem: "too-many-columns" };
  if (rows.length === 0) return { problem: moreFollows || first.endless ? "endless-row" : "no-rows" };
  return {
    delimiter,
    format: recogniseFormat(header.cells),
    header: header.cells.map(shown),
    headerLine: header.line,
    samples: rows.slice(0, SAMPLES).map((row) => header.cells.map((_, i) => shown(row.cells[i] ?? ""))),
  };
}

export type Guess = { columns: Target[]; dateOrder: DateOrder };

/** What the mapping step proposes. */
export function guessMapping(file: { header: string[]; samples: string[][]; format: string }): Guess {
  const columns = guessColumns(file.header);
  const dates = file.samples.flatMap((row) => row.filter((_, i) => columns[i] === "since"));
  return { columns, dateOrder: dateOrderOf(dates, file.format === "meetup" ? "month-first" : "day-first") };
}

function shown(cell: string): string {
  return [...cell.replace(/\p{Cc}+/gu, " ").trim()].slice(0, 80).join("").toWellFormed();
}
