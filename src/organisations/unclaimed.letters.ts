import type { Translate } from "../platform/i18n/translate.ts";
import type { LetterPart } from "../platform/mail/compose.ts";

/** To the organisers, a month before. */
export function erasingLetter(t: Translate, facts: { organisation: string; count: number; day: string; url: string }): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("imports.erasingSubject", facts),
    parts: [
      { heading: t("imports.erasingHeading") },
      { p: t("imports.erasingWords", facts) },
      { p: t("imports.erasingNext") },
      { action: { label: t("imports.erasingAction"), url: facts.url } },
      { small: t("imports.erasingSmall", facts) },
    ],
  };
}
