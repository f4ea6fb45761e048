import type { Setting } from "../platform/i18n/times.ts";
import type { LetterPart } from "../platform/mail/compose.ts";
import { reportUrl } from "./report.ts";
import type { About, Outcome } from "./report.ts";

export type Letter = { subject: string; parts: LetterPart[] };
type Site = { siteName: string; baseUrl: string };

/** To those who look at it: that there is one, and where. What was said stays on the page. */
export function reportMadeLetter({ t }: Setting, { siteName, baseUrl }: Site, facts: { id: string; about: About; unit: string | null }): Letter {
  return {
    subject: facts.unit ? t("safety.letter.made.subject", { unit: facts.unit }) : t("safety.letter.made.subjectServer", { site: siteName }),
    parts: [
      { heading: t(`safety.letter.made.${facts.about}`) },
      { p: t("safety.letter.made.words") },
      { action: { label: t("safety.letter.made.action"), url: baseUrl + reportUrl(facts.id) } },
      { p: t("safety.letter.made.keep") },
      { small: t(facts.unit ? "safety.letter.whyOrganiser" : "safety.letter.whyAdministrator", { site: siteName }) },
    ],
  };
}

/** To whoever reported: that it was looked at. What happened to somebody else is theirs. */
export function reportSettledLetter({ t }: Setting, { siteName }: Site, { outcome }: { outcome: Outcome }): Letter {
  return {
    subject: t("safety.letter.settled.subject"),
    parts: [
      { heading: t("safety.letter.settled.heading") },
      { p: t(outcome === "nothing" ? "safety.letter.settled.nothing" : "safety.letter.settled.acted") },
      { p: t("safety.letter.settled.again") },
      { small: t("safety.letter.whyReporter", { site: siteName }) },
    ],
  };
}
