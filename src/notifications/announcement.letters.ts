/** The letters that tell of new meet-ups. */
import { conductNotes, eventLetterFacts, repliesNote } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";

/** `repliesTo`: the organisation that reads replies, if it has said where */
export type Links = { baseUrl: string; unsubscribeUrl: string; repliesTo: string | null };

export function announcementLetter(setting: Setting, event: Event, { baseUrl, unsubscribeUrl, repliesTo }: Links): Letter {
  const { t } = setting;
  const say = times(setting, event.zone);
  const facts = eventLetterFacts(setting, event);
  if (event.cost) facts.push([t("events.cost"), event.cost]);
  if (event.answerBy) facts.push([t("events.answerBy"), say.moment(event.answerBy)]);
  return {
    subject: t("letters.newSubject", { title: event.title, day: say.shortDay(event.startsAt) }),
    parts: [
      { p: t("letters.newWords", { unit: event.unitName }) },
      { heading: event.title },
      ...(event.summary ? [{ p: event.summary }] : []),
      { facts },
      { action: { label: t("letters.newAction"), url: `${baseUrl}${eventUrl(event.id)}` } },
      { p: t("letters.newQuiet") },
      ...repliesNote(setting, repliesTo),
      ...conductNotes(setting, event, { baseUrl }),
      { small: t("letters.newWhy", { organisation: event.organisationName, stop: unsubscribeUrl, choose: `${baseUrl}/settings/announcements` }) },
    ],
  };
}

/** One letter for all that was announced since the last one. */
export function weeklyLetter(setting: Setting, events: readonly Event[], { baseUrl, unsubscribeUrl, repliesTo }: Links): Letter {
  const { t } = setting;
  const conduct = [...new Map(events.flatMap((event) => event.conduct).map((one) => [one.slug, one])).values()];
  return {
    subject: t("letters.weeklySubject", { count: events.length }),
    parts: [
      { heading: t("letters.weeklyHeading", { count: events.length }) },
      ...events.flatMap((event) => [
        { p: t("letters.weeklyEvent", { title: event.title, unit: event.unitName }) },
        ...(event.summary ? [{ p: event.summary }] : []),
        { facts: eventLetterFacts(setting, event) },
        { action: { label: t("letters.weeklyAction"), url: `${baseUrl}${eventUrl(event.id)}` } },
      ]),
      ...repliesNote(setting, repliesTo),
      ...conductNotes(setting, { conduct }, { baseUrl }),
      { small: t("letters.weeklyWhy", { stop: unsubscribeUrl, choose: `${baseUrl}/settings/announcements` }) },
    ],
  };
}
