/** Dates as people and programs write them. Whether 03/04 is a day in March or in April only the whole column can tell. */
export type DateOrder = "day-first" | "month-first";

/** The order that all samples allow; a number over twelve cannot be a month. Day first where nothing tells. */
export function dateOrderOf(samples: Iterable<string>, otherwise: DateOrder = "day-first"): DateOrder {
  for (const sample of samples) {
    const parts = NUMERIC.exec(sample.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) return "day-first";
    if (Number(parts[2]) > 12) return "month-first";
  }
  return otherwise;
}

/** Null when it is no date that exists. A time after it is not needed. */
export function readDate(text: string, order: DateOrder): Temporal.PlainDate | null {
  const words = text.trim();
  const iso = ISO.exec(words);
  if (iso) return dateFrom(iso[1]!, iso[2]!, iso[3]!);
  const numeric = NUMERIC.exec(words);
  if (numeric) {
    const [, first, second, year] = numeric as unknown as [string, string, string, string];
    return order === "day-first" ? dateFrom(year, second, first) : dateFrom(year, first, second);
  }
  const named = DAY_MONTH_YEAR.exec(words);
  if (named) return dateFrom(named[3]!, monthOf(named[2]!), named[1]!);
  const american = MONTH_DAY_YEAR.exec(words);
  if (american) return dateFrom(american[3]!, monthOf(american[1]!), american[2]!);
  return null;
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/;
const NUMERIC = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[,\s].*)?$/;
const DAY_MONTH_YEAR = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|º|er)?[-\s]+(?:de\s+)?(\p{L}+)\.?,?[-\s]+(?:de\s+)?(\d{4}|\d{2})(?:[,\s].*)?$/u;
const MONTH_DAY_YEAR = /^(?:\p{L}+\.?,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,\s].*)?$/u;

/** How the months begin in English, French, German, Italian, Spanish, Dutch and Portuguese, without accents. */
const MONTHS = [
  ["jan", "gen", "ene"], ["feb", "fev"], ["mar", "maa", "mrt"], ["apr", "avr", "abr"], ["may", "mai", "mag", "mei", "mayo"], ["jun", "juin", "giu"],
  ["jul", "juil", "lug"], ["aug", "aou", "ago"], ["sep", "set"], ["oct", "okt", "ott", "out"], ["nov"], ["dec", "dez", "dic"],
];

function monthOf(name: string): string {
  const words = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return String(MONTHS.findIndex((starts) => starts.some((start) => words.startsWith(start))) + 1);
}

function dateFrom(year: string, month: string, day: string): Temporal.PlainDate | null {
  const full = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  if (full < 1850) return null;
  try {
    return Temporal.PlainDate.from({ year: full, month: Number(month), day: Number(day) }, { overflow: "reject" });
  } catch {
    return null;
  }
}
