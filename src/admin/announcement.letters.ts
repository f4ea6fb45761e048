import type { LetterPart } from "../platform/mail/compose.ts";
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";

/** Comes to everybody with an account; nobody can decline what they have to know of the server itself. */
export function serverNewsLetter(setting: Setting, { site, baseUrl, words, untilAt }: { site: string; baseUrl: string; words: string; untilAt: Temporal.Instant }): { subject: string; parts: LetterPart[] } {
  const { t } = setting;
  return {
    subject: t("admin.letter.news.subject", { site }),
    parts: [
      { p: t("admin.letter.news.words", { site }) },
      { quote: words },
      { p: t("admin.letter.news.until", { when: times(setting).moment(untilAt) }) },
      { action: { label: t("admin.letter.news.action", { site }), url: baseUrl } },
      { small: t("admin.letter.news.why", { site }) },
    ],
  };
}
