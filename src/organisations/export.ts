/** CSV that any spreadsheet opens and none runs: every cell quoted, and what could be taken for a formula made text by an apostrophe (CWE-1236). */
export const BOM = "\ufeff";

export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => `"${harmless(cell ?? "").replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** A formula begins with one of these, also after a line break or a separator within the cell, since some programs split there. */
function harmless(cell: string): string {
  const text = cell.replace(/([\t\r\n;,|])(\s*)(?=[=+\-@＝＋－＠])/g, "$1$2'");
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}
