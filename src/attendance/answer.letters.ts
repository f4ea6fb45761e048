/** What people are told of their own answers: taken, in line, moved up, asked again. */
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { conductNotes, eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import { hasTwoHalls, placesLeftAnywhere } from "../events/places.ts";
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import type { LetterPart } from "../platform/mail/compose.ts";
import { visitTimes } from "./visit-words.ts";

type Own = { from: Temporal.Instant | null; until: Temporal.Instant | null; isOnline: boolean; guests: number };
type Site = { baseUrl: string };

export function comingLetter(setting: Setting, event: Event, own: Own, site: Site): Letter {
  const { t } = setting;
  const visit = visitTimes(setting, event, own);
  const words = visit ? t("attendance.letterYesPart", { times: visit }) : t("attendance.letterYes");
  return letter(t("attendance.letterYesSubject", { title: event.title }), t("attendance.letterYesHeading"), words, setting, event, own, site);
}

export function movedUpLetter(setting: Setting, event: Event, own: Own, site: Site): Letter {
  const { t } = setting;
  return letter(t("attendance.letterUpSubject", { title: event.title }), t("attendance.letterUpHeading"), t("attendance.letterUp"), setting, event, own, site);
}

export function inLineLetter(setting: Setting, event: Event, position: number, site: Site): Letter {
  const { t } = setting;
  return letter(t("attendance.letterWaitSubject", { title: event.title }), t("attendance.letterWaitHeading", { position }), t("attendance.letterWait"), setting, event, null, site);
}

/** The organisers said yes. */
export function agreedLetter(setting: Setting, event: Event, own: Own, site: Site): Letter {
  const { t } = setting;
  return letter(t("attendance.letterUpSubject", { title: event.title }), t("attendance.letterUpHeading"), t("answering.letterAgreed"), setting, event, own, site);
}

/** One of the places that the organisers hold back. */
export function givenLetter(setting: Setting, event: Event, own: Own, site: Site): Letter {
  const { t } = setting;
  return letter(t("answering.letterGivenSubject", { title: event.title }), t("attendance.letterUpHeading"), t("answering.letterGiven"), setting, event, own, site);
}

/** No link and no facts: there is nothing for them to do. */
export function declinedLetter({ t }: Setting, event: Event): Letter {
  return {
    subject: t("answering.letterDeclinedSubject", { title: event.title }),
    parts: [{ heading: t("answering.letterDeclinedHeading") }, { p: t("answering.letterDeclined") }, { facts: [[t("attendance.letterWhat"), event.title]] }, { small: t("letters.whyAnswered") }],
  };
}

/** A place is kept for the next in line until then: a yes takes it, a no gives it on. */
export function offeredLetter(setting: Setting, event: Event, offeredUntil: Temporal.Instant, site: Site): Letter {
  const { t } = setting;
  const when = times(setting, setting.zone).moment(offeredUntil);
  return letter(t("attendance.letterOfferSubject", { title: event.title }), t("attendance.letterOfferHeading", { when }), t("attendance.letterOffer", { when }), setting, event, null, site);
}

export function lapsedLetter(setting: Setting, event: Event, site: Site): Letter {
  const { t } = setting;
  return letter(t("attendance.letterLapsedSubject", { title: event.title }), t("attendance.letterLapsedHeading"), t("attendance.letterLapsed"), setting, event, null, site);
}

export function movedLetter(setting: Setting, event: Event, own: Own, site: Site): Letter {
  const { t } = setting;
  const words = t(own.isOnline ? "attendance.letterMovedOnline" : "attendance.letterMovedRoom");
  return letter(t("attendance.letterMovedSubject", { title: event.title }), t("attendance.letterMovedHeading"), words, setting, event, own, site);
}

export function reminderLetter(setting: Setting, event: Event, { baseUrl }: Site): Letter {
  const { t } = setting;
  const left = placesLeftAnywhere(event);
  const by = event.answerBy ? [{ p: t("attendance.letterRemindBy", { when: times(setting, event.zone).moment(event.answerBy) }) }] : [];
  return {
    subject: t("attendance.letterRemindSubject", { title: event.title }),
    parts: [
      { heading: t("attendance.letterRemindHeading") },
      { p: t("attendance.letterRemind", { title: event.title }) },
      { facts: eventLetterFacts(setting, event) },
      ...(left === null ? [] : [{ p: t("attendance.letterRemindPlaces", { count: left }) }]),
      ...by,
      { action: { label: t("attendance.letterAnswer"), url: `${baseUrl}${eventUrl(event.id)}` } },
      ...conductNotes(setting, event, { baseUrl }),
      { small: t("letters.whyAnswered") },
    ],
  };
}

/** `own` is null for whoever has no place: no times of theirs, no link. */
function letter(subject: string, heading: string, words: string, setting: Setting, event: Event, own: Own | null, { baseUrl }: Site): Letter {
  const { t } = setting;
  const url = `${baseUrl}${eventUrl(event.id)}`;
  const visit = own && visitTimes(setting, event, own);
  const parts: LetterPart[] = [
    { heading },
    { p: words },
    { facts: [[t("attendance.letterWhat"), event.title], ...eventLetterFacts(setting, event, { link: own !== null }), ...(visit ? [[t("attendance.letterYourTimes"), visit] as [string, string]] : []), ...(own ? howYouCome(setting, event, own) : [])] },
    { action: { label: t("attendance.letterOpen"), url } },
    { p: t(own ? "attendance.letterChange" : "attendance.letterChangeLine") },
    ...conductNotes(setting, event, { baseUrl }),
    { small: t("letters.whyAnswered") },
  ];
  return { subject, parts };
}

/** Where, if they could choose, and with how many guests. */
function howYouCome({ t }: Setting, event: Event, { isOnline, guests }: Own): [string, string][] {
  const where = hasTwoHalls(event) ? t(isOnline ? "answering.online" : "answering.room") : null;
  const brings = guests > 0 ? t("answering.bringsGuests", { count: guests }) : null;
  const words = [where, brings].filter((word) => word !== null).join(". ");
  return words ? [[t("answering.letterHow"), words]] : [];
}
