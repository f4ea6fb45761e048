import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { WAY_BACK_DAYS } from "./address.ts";

/** `url` is the way back. */
export type NewPasskeyFacts = { site: string; baseUrl: string; passkey: string; when: string; url: string };

export function newPasskeyLetter(t: Translate, { site, baseUrl, passkey, when, url }: NewPasskeyFacts): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("people.letter.passkey.subject", { site }),
    parts: [
      { p: t("people.letter.passkey.words", { passkey, when }) },
      { p: t("people.letter.passkey.not", { days: WAY_BACK_DAYS }) },
      { action: { label: t("people.letter.notMe"), url } },
      { small: t("people.letter.passkey.why", { url: baseUrl }) },
    ],
  };
}
