import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

/** To all administrators: whoever can become one unseen can do everything unseen. */
export function newAdministratorLetter(t: Translate, { site, baseUrl, name, personId }: { site: string; baseUrl: string; name: string; personId: string }): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("people.letter.administrator.subject", { site }),
    parts: [
      { p: t("people.letter.administrator.words", { name, site }) },
      { action: { label: t("people.letter.administrator.action"), url: `${baseUrl}/admin/people/${personId}` } },
      { small: t("people.letter.administrator.why", { site }) },
    ],
  };
}
