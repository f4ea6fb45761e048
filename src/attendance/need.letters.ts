/** Letters that say that there is something to read, and never what: those who run the server can read letters. */
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import type { Outcome } from "./need.ts";

export function needToldLetter(setting: Setting, event: Event, { answerBy, baseUrl }: { answerBy: Temporal.PlainDate; baseUrl: string }): Letter {
  const { t } = setting;
  return {
    subject: t("needs.letter.subject", { title: event.title }),
    parts: [
      { heading: event.title },
      { p: t("needs.letter.words", { day: times(setting, event.zone).date(answerBy) }) },
      { p: t("needs.letter.keep") },
      { action: { label: t("needs.letter.action"), url: `${baseUrl}${eventUrl(event.id)}/needs` } },
      { small: t("needs.letter.why") },
    ],
  };
}

export function needAnsweredLetter({ t }: Setting, event: Event, { outcome, baseUrl }: { outcome: Outcome; baseUrl: string }): Letter {
  return {
    subject: t("needs.letter.backSubject", { title: event.title }),
    parts: [
      { heading: event.title },
      { p: t(`needs.${outcome}`) },
      { action: { label: t("needs.letter.action2"), url: `${baseUrl}${eventUrl(event.id)}/need` } },
      { small: t("needs.letter.why2") },
    ],
  };
}
