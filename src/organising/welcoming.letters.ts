import { conductNotes, eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import type { Welcome } from "../people/wishes.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { welcomeUrl, welcomingUrl } from "./welcoming.ts";

type Facts = { readonly kind: Welcome; readonly baseUrl: string };

/** To somebody who is asked: what it means, that a no is fine, and who would know of it. */
export function askedLetter(setting: Setting, event: Event, { kind, note, askedBy, baseUrl }: Facts & { note: string; askedBy: string | null }): Letter {
  const { t } = setting;
  const by = askedBy ?? t("organising.anOrganiser");
  return {
    subject: t(`welcoming.letterSubject.${kind}`, { title: event.title }),
    parts: [
      { heading: event.title },
      { p: t(`welcoming.letterWords.${kind}`, { by }) },
      ...(note ? [{ quote: note }] : []),
      { facts: eventLetterFacts(setting, event) },
      { action: { label: t("welcoming.letterAction"), url: baseUrl + welcomeUrl(event.id) } },
      { p: t("welcoming.letterNo", { by }) },
      ...conductNotes(setting, event, { baseUrl }),
      { small: t("welcoming.letterWhy", { url: `${baseUrl}/settings/wishes` }) },
    ],
  };
}

/** To somebody who had agreed and is not needed after all. */
export function endedLetter({ t }: Setting, event: Event, { kind, baseUrl }: Facts): Letter {
  return {
    subject: t("welcoming.endedSubject", { title: event.title }),
    parts: [
      { heading: event.title },
      { p: t(`welcoming.endedWords.${kind}`) },
      { action: { label: t("welcoming.endedAction"), url: baseUrl + welcomeUrl(event.id) } },
      { small: t("welcoming.endedWhy") },
    ],
  };
}

/** To whoever asked: somebody said yes. Of a first no there is no letter; it stands on their page. */
export function agreedLetter({ t }: Setting, event: Event, { kind, name, baseUrl }: Facts & { name: string }): Letter {
  return {
    subject: t(`welcoming.agreedSubject.${kind}`, { name, title: event.title }),
    parts: [
      { heading: event.title },
      { p: t(`welcoming.agreedWords.${kind}`, { name }) },
      { action: { label: t("welcoming.agreedAction"), url: baseUrl + welcomingUrl(event.id) } },
      { small: t("welcoming.agreedWhy") },
    ],
  };
}

/** To whoever asked and counts on them: they cannot after all. */
export function cannotLetter({ t }: Setting, event: Event, { kind, name, baseUrl }: Facts & { name: string }): Letter {
  return {
    subject: t(`welcoming.cannotSubject.${kind}`, { name, title: event.title }),
    parts: [
      { heading: event.title },
      { p: t("welcoming.cannotWords", { name }) },
      { action: { label: t("welcoming.cannotAction"), url: baseUrl + welcomingUrl(event.id) } },
      { small: t("welcoming.agreedWhy") },
    ],
  };
}
