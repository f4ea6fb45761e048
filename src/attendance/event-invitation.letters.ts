import { conductNotes, eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import type { Setting } from "../platform/i18n/times.ts";

export type Inviting = { from: string; note: string; url: string; /** They answer from the letter */ isGuest: boolean; site: string; baseUrl: string };

export function eventInvitationLetter(setting: Setting, event: Event, { from, note, url, isGuest, site, baseUrl }: Inviting): Letter {
  const { t } = setting;
  return {
    subject: t("invited.letterSubject", { from, title: event.title }),
    parts: [
      { heading: event.title },
      { p: t("invited.letterWords", { from, unit: event.unitName }) },
      ...(note ? [{ quote: note }] : []),
      ...(event.summary ? [{ p: event.summary }] : []),
      { facts: eventLetterFacts(setting, event) },
      { action: { label: t("invited.letterAction"), url } },
      { p: t(isGuest ? "invited.letterNoGuest" : "invited.letterNo") },
      ...conductNotes(setting, event, { baseUrl }),
      { small: t("invited.letterWhy", { from, site, url: baseUrl }) },
    ],
  };
}
