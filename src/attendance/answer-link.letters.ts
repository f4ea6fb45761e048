import { eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import { eventState } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import type { Setting } from "../platform/i18n/times.ts";

/** To an address that somebody typed who wants to answer, or to answer again, without an account; once it is over, to say how it was. */
export function answerLinkLetter(setting: Setting, event: Event, { site, baseUrl, url, hours }: { site: string; baseUrl: string; url: string; hours: number }): Letter {
  const { t } = setting;
  const isOver = eventState(event, setting.now) === "past";
  return {
    subject: t("guests.letterSubject", { title: event.title }),
    parts: [
      { heading: t(isOver ? "afterwards.ask" : "guests.letterHeading") },
      { p: t(isOver ? "guests.letterOver" : "guests.letterWords", { title: event.title }) },
      { facts: eventLetterFacts(setting, event) },
      { action: { label: t(isOver ? "guests.afterwardsAction" : "guests.letterAction"), url } },
      { p: t("guests.letterBrowser", { hours }) },
      { small: t("guests.letterWhy", { site, url: baseUrl }) },
    ],
  };
}
