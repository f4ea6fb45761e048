import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

export type NewPasskeyFacts = { site: string; baseUrl: string; passkey: string; when: string };

export function newPasskeyLetter(t: Translate, { site, baseUrl, passkey, when }: NewPasskeyFacts): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("people.letter.passkey.subject", { site }),
    parts: [
      { p: t("people.letter.passkey.words", { passkey, when }) },
      { p: t("people.letter.passkey.not") },
      { action: { label: t("people.letter.passkey.action"), url: `${baseUrl}/settings/sign-in` } },
      { small: t("people.letter.passkey.why", { url: baseUrl }) },
    ],
  };
}
