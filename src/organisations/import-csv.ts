/**
 * Reads rows of cells from text that arrives in pieces (RFC 4180, and what programs write instead): any delimiter, quotes doubled within quotes,
 * line breaks within quotes, CR, LF or both, rows shorter or longer than the first, a stray quote within a cell taken as it stands. Each row
 * knows the line of the file on which it begins, as an editor counts lines. Only the row that is not complete yet is kept.
 */
export type Delimiter = "," | ";" | "\t" | "|";

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

export type Cells = { readonly line: number; readonly cells: string[] };

/** A row that does not end: usually a quote that is opened and never closed. */
export class EndlessRow extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`The row on line ${line} does not end`);
    this.line = line;
  }
}

export const LONGEST_ROW = 1_000_000;

export class CsvReader {
  readonly #delimiter: string;
  #rest = "";
  #line = 1;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  push(text: string): Cells[] {
    return this.#read(text, false);
  }

  end(): Cells[] {
    return this.#read("", true);
  }

  #read(more: string, final: boolean): Cells[] {
    const text = this.#rest + more;
    const rows: Cells[] = [];
    let at = 0;
    while (at < text.length) {
      const row = readRow(text, at, this.#delimiter, final);
      if (!row) break;
      if (row.until - at > LONGEST_ROW || row.unclosed) throw new EndlessRow(this.#line);
      const blank = row.cells.length === 1 && row.cells[0]!.trim() === "";
      if (!blank) rows.push({ line: this.#line, cells: row.cells });
      this.#line += row.breaks;
      at = row.until;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_ROW) throw new EndlessRow(this.#line);
    return rows;
  }
}

type Row = { cells: string[]; until: number; breaks: number; unclosed: boolean };

/** One row from `at` on; null when it is not complete and more may come. */
function readRow(text: string, at: number, delimiter: string, final: boolean): Row | null {
  const cells: string[] = [];
  let breaks = 0;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return final ? { cells, until: text.length, breaks, unclosed: true } : null;
      if (end + 1 >= text.length && !final) return null; // a second quote may follow
      const inside = text.slice(at + 1, end);
      breaks += countBreaks(inside);
      cell = inside.replaceAll('""', '"');
      at = end + 1;
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
    cell += text.slice(from, at);
    cells.push(cell);
    if (at >= text.length) return final ? { cells, until: at, breaks, unclosed: false } : null;
    if (text[at] === delimiter) {
      at++;
      if (at >= text.length && final) return { cells: [...cells, ""], until: at, breaks, unclosed: false };
      continue;
    }
    if (text[at] === "\r") {
      if (at + 1 >= text.length && !final) return null; // a line feed may follow
      if (text[at + 1] === "\n") at++;
    }
    return { cells, until: at + 1, breaks: breaks + 1, unclosed: false };
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
