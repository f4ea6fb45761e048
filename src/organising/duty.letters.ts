import { eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { deskUrl } from "./desk.ts";
import type { Duty } from "./duty.ts";

const WORDS = { door: "organising.dutyLetterDoor", messages: "organising.dutyLetterMessages", all: "organising.dutyLetterAll" } as const;

/** To somebody who was asked to look after part of an event: what it means, and the way to give it back. */
export function dutyLetter(setting: Setting, event: Event, { duty, givenBy, baseUrl }: { duty: Duty; givenBy: string | null; baseUrl: string }): Letter {
  const { t } = setting;
  return {
    subject: t("organising.dutyLetterSubject", { title: event.title }),
    parts: [
      { heading: event.title },
      { p: t("organising.dutyLetterWords", { by: givenBy ?? t("organising.anOrganiser"), duty: t(`organising.duty.${duty}`) }) },
      { p: t(WORDS[duty]) },
      { facts: eventLetterFacts(setting, event) },
      { action: { label: t("organising.dutyLetterAction"), url: baseUrl + deskUrl(event.id, duty) } },
      { p: t("organising.dutyLetterBack", { url: `${baseUrl}${eventUrl(event.id)}/duties` }) },
      { small: t("organising.dutyLetterWhy") },
    ],
  };
}
