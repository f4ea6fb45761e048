import type { Setting } from "../platform/i18n/times.ts";
import type { Letter } from "./report.letters.ts";
import type { SanctionRow } from "./sanction.sql.ts";
import { sanctionWords, untilWords } from "./sanction-words.ts";
import { lasts, sanctionUrl } from "./sanction.ts";

type Site = { siteName: string; baseUrl: string };

/** To whoever it concerns: what, why, until when, what it means, and the way to object. */
export function sanctionLetter(setting: Setting, site: Site, sanction: SanctionRow, token: string): Letter {
  const { t } = setting;
  return {
    subject: t(`safety.letter.${sanction.kind}.subject`, { site: site.siteName }),
    parts: [
      { heading: t(`safety.letter.${sanction.kind}.heading`) },
      { p: sanctionWords(setting, sanction, site.siteName) },
      { quote: sanction.reason },
      ...(sanction.kept ? [{ p: t("safety.letter.yourWords") }, { quote: sanction.kept }] : []),
      ...(lasts(sanction.kind) ? [{ p: untilWords(setting, sanction) }] : []),
      { p: t("safety.letter.appeal") },
      { action: { label: t("safety.letter.appealAction"), url: `${site.baseUrl}/appeals/${token}` } },
      { small: t("safety.letter.whyYou", { site: site.siteName }) },
    ],
  };
}

/** To those who may answer it. */
export function appealLetter({ t }: Setting, site: Site, { id, isAdministrator }: { id: string; isAdministrator: boolean }): Letter {
  return {
    subject: t("safety.letter.appealed.subject"),
    parts: [
      { heading: t("safety.letter.appealed.heading") },
      { p: t("safety.letter.appealed.words") },
      { action: { label: t("safety.letter.appealed.action"), url: site.baseUrl + sanctionUrl(id) } },
      { small: t(isAdministrator ? "safety.letter.whyAdministrator" : "safety.letter.whyOrganiser", { site: site.siteName }) },
    ],
  };
}

export function appealAnsweredLetter({ t }: Setting, site: Site, { upheld, answer }: { upheld: boolean; answer: string }): Letter {
  return {
    subject: t("safety.letter.answered.subject"),
    parts: [
      { heading: t(upheld ? "safety.letter.answered.upheld" : "safety.letter.answered.lifted") },
      { p: t(upheld ? "safety.letter.answered.upheldWords" : "safety.letter.answered.liftedWords") },
      ...(answer ? [{ quote: answer }] : []),
      { small: t("safety.letter.whyYou", { site: site.siteName }) },
    ],
  };
}
