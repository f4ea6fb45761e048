import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

export type LeavingFacts = { site: string; baseUrl: string; day: string };

/** Whoever did not ask for it themselves learns of it in time. */
export function leavingLetter(t: Translate, { site, baseUrl, day }: LeavingFacts): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("leaving.letter.subject", { site, day }),
    parts: [
      { p: t("leaving.letter.words", { day }) },
      { p: t("leaving.letter.not") },
      { action: { label: t("leaving.letter.action"), url: `${baseUrl}/settings/leaving` } },
      { small: t("leaving.letter.why", { url: baseUrl }) },
    ],
  };
}
