import type { Setting } from "../platform/i18n/times.ts";
import type { LetterPart } from "../platform/mail/compose.ts";

/** To whoever another has named. */
export function contactLetter({ t }: Pick<Setting, "t">, { organisation, by, url }: { organisation: string; by: string; url: string }): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("conduct.letterSubject", { organisation }),
    parts: [
      { heading: t("conduct.letterHeading") },
      { p: t("conduct.letterWords", { organisation, by }) },
      { p: t("conduct.letterNo", { organisation, by }) },
      { action: { label: t("conduct.letterAction"), url } },
      { small: t("conduct.letterSmall", { organisation }) },
    ],
  };
}
