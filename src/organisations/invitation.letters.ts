import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

export type InvitationFacts = { site: string; baseUrl: string; unit: string; organisation: string; summary: string; from: string; note: string; url: string };

export function invitationLetter(t: Translate, facts: InvitationFacts): { subject: string; parts: LetterPart[] } {
  const { site, baseUrl, unit, organisation, summary, from, note, url } = facts;
  return {
    subject: t("organisations.letter.invitation.subject", { unit, from }),
    parts: [
      { heading: t("organisations.letter.invitation.heading", { unit }) },
      { p: unit === organisation ? t("organisations.letter.invitation.words", { from, unit }) : t("organisations.letter.invitation.wordsUnit", { from, unit, organisation }) },
      ...(note ? [{ quote: note }] : []),
      ...(summary ? [{ p: summary }] : []),
      { action: { label: t("organisations.letter.invitation.action"), url } },
      { p: t("organisations.letter.invitation.no") },
      { small: t("organisations.letter.invitation.why", { site, url: baseUrl, from, unit }) },
    ],
  };
}
