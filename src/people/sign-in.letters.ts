import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

export type SignInFacts = { site: string; baseUrl: string; url: string; minutes: number };

/** The same words whether or not the address is known here. */
export function signInLetter(t: Translate, { site, baseUrl, url, minutes }: SignInFacts): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("people.letter.signIn.subject", { site }),
    parts: [
      { p: t("people.letter.signIn.words") },
      { action: { label: t("people.letter.signIn.action", { site }), url } },
      { p: t("people.letter.signIn.once", { minutes }) },
      { small: t("people.letter.signIn.why", { site, url: baseUrl }) },
    ],
  };
}
