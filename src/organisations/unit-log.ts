/** What of an organisation or unit stands in its log with its value before and after; the rest is named only. */
export const VALUE_FIELDS = ["name", "area", "joinPolicy", "code", "line", "zone", "onlineOnly", "website"] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

export type ValueChanged = { field: ValueField; was: string; now: string };

type Said = Readonly<Partial<Record<ValueField, string | number | boolean | null>>>;

/** As words of the log's own, such as "true"; nothing is the empty word. */
export function valuesChanged(before: Said, after: Said, fields: readonly string[]): ValueChanged[] {
  const words = (value: Said[ValueField]) => String(value ?? "");
  return VALUE_FIELDS.filter((field) => fields.includes(field)).map((field) => ({ field, was: words(before[field]), now: words(after[field]) }));
}

export const LOG_PAGE = 50;
