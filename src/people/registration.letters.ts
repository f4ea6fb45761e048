import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

type Letter = { subject: string; parts: LetterPart[] };
type Facts = { site: string; baseUrl: string };

/** To those who run the server. */
export function waitingLetter(t: Translate, { site, baseUrl, count }: Facts & { count: number }): Letter {
  return {
    subject: t("people.letter.waiting.subject", { count, site }),
    parts: [
      { p: t("people.letter.waiting.words", { count }) },
      { action: { label: t("people.letter.waiting.action"), url: `${baseUrl}/admin/people/waiting` } },
      { small: t("people.letter.waiting.why", { site }) },
    ],
  };
}

export function admittedLetter(t: Translate, { site, baseUrl, name }: Facts & { name: string }): Letter {
  return {
    subject: t("people.letter.admitted.subject", { site }),
    parts: [
      { p: t("people.letter.admitted.words", { name, site }) },
      { action: { label: t("people.letter.admitted.action"), url: `${baseUrl}/sign-in` } },
      { small: t("people.letter.admitted.why", { site, url: baseUrl }) },
    ],
  };
}

export function turnedAwayLetter(t: Translate, { site, baseUrl, name, contact }: Facts & { name: string; contact: string }): Letter {
  return {
    subject: t("people.letter.turnedAway.subject", { site }),
    parts: [
      { p: t("people.letter.turnedAway.words", { name, site }) },
      { p: contact ? t("people.letter.turnedAway.contact", { contact }) : t("people.letter.turnedAway.invitation") },
      { small: t("people.letter.admitted.why", { site, url: baseUrl }) },
    ],
  };
}
