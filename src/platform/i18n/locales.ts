/** The languages that pages can be in; the last two exist for tests only. */
export type Locale = "en-GB" | "en-XA" | "ar-XB";

export const defaultLocale: Locale = "en-GB";

export function isPseudo(locale: Locale): boolean {
  return locale === "en-XA" || locale === "ar-XB";
}

/** What Intl is asked for: a pseudo-locale keeps English dates, so that tests can read them. */
export function formattingLocale(locale: Locale): string {
  return isPseudo(locale) ? "en-GB" : locale;
}

export function direction(locale: Locale): "ltr" | "rtl" {
  return locale === "ar-XB" ? "rtl" : "ltr";
}
