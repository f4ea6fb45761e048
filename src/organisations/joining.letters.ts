import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

export type Letter = { subject: string; parts: LetterPart[] };

/** To somebody about themselves in a unit. */
export type OwnFacts = { site: string; baseUrl: string; name: string; unit: string; path: string };

export function acceptedLetter(t: Translate, { branch, ...facts }: OwnFacts & { branch: string | null }): Letter {
  const { name, unit, baseUrl, path } = facts;
  return {
    subject: t("organisations.letter.accepted.subject", { unit }),
    parts: [
      { heading: t("organisations.letter.accepted.heading", { unit }) },
      { p: t("organisations.letter.accepted.words", { name }) },
      ...(branch ? [{ p: t("organisations.letter.accepted.branch", { branch }) }] : []),
      { action: { label: t("organisations.letter.accepted.action", { unit }), url: baseUrl + path } },
      { p: t("organisations.letter.accepted.next") },
      why(t, facts),
    ],
  };
}

export function declinedLetter(t: Translate, facts: OwnFacts): Letter {
  const { name, unit, baseUrl } = facts;
  return {
    subject: t("organisations.letter.declined.subject", { unit }),
    parts: [
      { p: t("organisations.letter.declined.words", { name, unit }) },
      { p: t("organisations.letter.declined.next") },
      { action: { label: t("organisations.letter.declined.action"), url: `${baseUrl}/organisations` } },
      why(t, facts),
    ],
  };
}

export function organiserLetter(t: Translate, facts: OwnFacts): Letter {
  const { name, unit, baseUrl, path } = facts;
  return {
    subject: t("organisations.letter.organiser.subject", { unit }),
    parts: [
      { p: t("organisations.letter.organiser.words", { name, unit }) },
      { action: { label: t("organisations.letter.organiser.action", { unit }), url: baseUrl + path } },
      { p: t("organisations.letter.organiser.next") },
      why(t, facts),
    ],
  };
}

export function requestsLetter(t: Translate, facts: Omit<OwnFacts, "name"> & { count: number }): Letter {
  const { unit, count, baseUrl, path } = facts;
  return {
    subject: t("organisations.letter.request.subject", { unit, count }),
    parts: [
      { p: t("organisations.letter.request.words", { unit, count }) },
      { action: { label: t("organisations.letter.request.action"), url: `${baseUrl}${path}/requests` } },
      { p: t("organisations.letter.request.once") },
      why(t, facts),
    ],
  };
}

function why(t: Translate, { site, baseUrl }: { site: string; baseUrl: string }): LetterPart {
  return { small: t("organisations.letter.why", { site, url: baseUrl }) };
}
