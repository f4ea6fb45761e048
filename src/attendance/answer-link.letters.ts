import { eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import type { Setting } from "../platform/i18n/times.ts";

/** To an address that somebody typed who wants to answer, or to answer again, without an account. */
export function answerLinkLetter(setting: Setting, event: Event, { site, baseUrl, url, hours }: { site: string; baseUrl: string; url: string; hours: number }): Letter {
  const { t } = setting;
  return {
    subject: t("guests.letterSubject", { title: event.title }),
    parts: [
      { heading: t("guests.letterHeading") },
      { p: t("guests.letterWords", { title: event.title }) },
      { facts: eventLetterFacts(setting, event) },
      { action: { label: t("guests.letterAction"), url } },
      { p: t("guests.letterBrowser", { hours }) },
      { small: t("guests.letterWhy", { site, url: baseUrl }) },
    ],
  };
}
