/** What those who answered are told when an event changes or is called off, and the facts that every letter about an event holds. */
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { conductUrl } from "../organisations/conduct.ts";
import { maySeePlace, STRANGER } from "../organisations/event-audience.ts";
import type { LetterPart } from "../platform/mail/compose.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { isPlaceWithheld, placeLine, withoutPlace } from "./place.ts";
import { elsewhere, whenLine } from "./when.ts";

type Facts = [label: string, value: string][];
export type Letter = { subject: string; parts: LetterPart[] };

/** When, doors, where. The link, and a place that is for those who come, only where `link` says that they do. */
export function eventLetterFacts(setting: Setting, given: Event, { link = false } = {}): Facts {
  const event = maySeePlace(given, { ...STRANGER, answer: link ? "going" : null }) ? given : withoutPlace(given);
  const { t } = setting;
  const say = times(setting, event.zone);
  const yours = elsewhere(setting, event);
  const facts: Facts = [[t("events.sectionWhen"), yours ? `${whenLine(setting, event)}\n${yours}` : whenLine(setting, event)]];
  if (event.doorsAt) facts.push([t("letters.doors"), say.clock(event.doorsAt)]);
  const place = placeLine(event);
  if (isPlaceWithheld(event)) facts.push([t("events.sectionWhere"), place ? t("letters.townForNow", { town: place }) : t("letters.placeForThoseComing")]);
  else if (place) facts.push([t("events.sectionWhere"), event.directions ? `${place}\n${event.directions}` : place]);
  if (event.onlineUrl) facts.push([t("ui.online"), link ? event.onlineUrl : t("letters.linkForThoseComing")]);
  return facts;
}

/** Above the foot of every letter about an event: how its hosts look after people, and whom to turn to. */
export function conductNotes({ t }: Setting, { conduct }: Pick<Event, "conduct">, { baseUrl }: { baseUrl: string }): LetterPart[] {
  return conduct.map(({ organisation, slug, address }) => {
    const facts = { organisation, url: baseUrl + conductUrl(slug) };
    return { note: address ? t("conduct.letterNoteAddress", { ...facts, address }) : t("conduct.letterNote", facts) };
  });
}

/** Where a reply to the letter reaches somebody. */
export function repliesNote({ t }: Setting, repliesTo: string | null): LetterPart[] {
  return repliesTo ? [{ p: t("letters.replyReaches", { organisation: repliesTo }) }] : [];
}

/** As it was, from the change: instants and ids. The old place's line was looked up. */
export type Before = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; doorsAt: Temporal.Instant | null; zone: string; isPostponed: boolean; place: string | null };

export type ChangedFacts = {
  baseUrl: string;
  /** Names of the fields that matter */
  changed: readonly string[];
  before: Before;
  isComing: boolean;
  /** They said from when or until when */
  hasOwnTimes: boolean;
  /** Their own times as they are now, where they moved with the event */
  movedVisit: string | null;
  asksAgain: boolean;
  /** The organisation that reads replies */
  repliesTo: string | null;
};

export function changedLetter(setting: Setting, event: Event, facts: ChangedFacts): Letter {
  const { t } = setting;
  const dayOf = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate();
  const isOtherDay = !dayOf(facts.before.startsAt, facts.before.zone).equals(dayOf(event.startsAt, event.zone));
  return {
    subject: isOtherDay || facts.before.isPostponed ? t("moves.letterSubject", { title: event.title, day: times(setting, event.zone).shortDay(event.startsAt) }) : t("letters.changedSubject", { title: event.title }),
    parts: [
      { heading: event.title },
      { p: t("letters.changedWords") },
      { facts: differences(setting, event, facts) },
      { p: t("letters.asItIsNow") },
      { facts: eventLetterFacts(setting, event, { link: facts.isComing }) },
      ...(facts.movedVisit ? [{ p: t("moves.letterVisits", { times: facts.movedVisit }) }] : facts.hasOwnTimes ? [{ p: t("letters.changedOwnTimes") }] : []),
      ...(facts.asksAgain ? [{ p: t("moves.letterAsks") }] : []),
      { p: t("letters.changedAnswer") },
      { action: { label: t("letters.changedAction"), url: `${facts.baseUrl}${eventUrl(event.id)}` } },
      ...repliesNote(setting, facts.repliesTo),
      ...conductNotes(setting, event, facts),
      { small: t("letters.whyAnswered") },
    ],
  };
}

function differences(setting: Setting, event: Event, { changed, before, isComing }: ChangedFacts): Facts {
  const { t } = setting;
  const wasAndIs = (label: string, was: string, is: string): Facts => (was === is ? [] : [[label, t("letters.wasAndIs", { was, is })]]);
  const clock = (at: Temporal.Instant | null, zone: string) => (at ? times(setting, zone).clock(at) : t("letters.notSaid"));
  const isWithheld = event.placeFor === "coming" && !isComing;
  const has = (...names: string[]) => names.some((name) => changed.includes(name));
  return [
    ...(has("startsAt", "endsAt") ? wasAndIs(t("events.sectionWhen"), whenLine(setting, before), whenLine(setting, event)) : []),
    ...(has("doorsAt") ? wasAndIs(t("letters.doors"), clock(before.doorsAt, before.zone), clock(event.doorsAt, event.zone)) : []),
    ...(has("venueId") && isWithheld ? ([[t("events.sectionWhere"), t("letters.placeIsNew")]] as Facts) : []),
    ...(has("venueId") && !isWithheld ? wasAndIs(t("events.sectionWhere"), before.place ?? t("ui.online"), placeLine(event) ?? t("ui.online")) : []),
    ...(has("venue") && !isWithheld ? ([[t("events.sectionWhere"), t("letters.venueCorrected")]] as Facts) : []),
    ...(has("onlineUrl") ? ([[t("ui.online"), event.onlineUrl ? t(isComing ? "letters.linkIsNew" : "letters.linkIsNewForThoseComing") : t("letters.linkIsGone")]] as Facts) : []),
  ];
}

/** The date is off, and there is no new one yet. */
export function postponedLetter(setting: Setting, event: Event, { isComing, repliesTo, baseUrl }: { isComing: boolean; repliesTo: string | null; baseUrl: string }): Letter {
  const { t } = setting;
  return {
    subject: t("moves.postponedSubject", { title: event.title }),
    parts: [
      { heading: t("moves.postponedLetterHeading", { title: event.title }) },
      { p: t("moves.postponedWords", { unit: event.unitName }) },
      ...(event.cancelledReason ? [{ quote: event.cancelledReason }] : []),
      { facts: eventLetterFacts(setting, event).slice(0, 1) },
      { p: t("moves.postponedNext", { coming: String(isComing) }) },
      { p: t("moves.postponedCalendar") },
      { action: { label: t("letters.cancelledAction"), url: `${baseUrl}${eventUrl(event.id)}` } },
      ...repliesNote(setting, repliesTo),
      ...conductNotes(setting, event, { baseUrl }),
      { small: t("letters.whyAnswered") },
    ],
  };
}

export function cancelledLetter(setting: Setting, event: Event, site: { repliesTo: string | null; baseUrl: string }): Letter {
  const { t } = setting;
  return {
    subject: t("letters.cancelledSubject", { title: event.title, day: times(setting, event.zone).shortDay(event.startsAt) }),
    parts: [
      { heading: t("letters.cancelledHeading", { title: event.title }) },
      { p: t("letters.cancelledWords", { unit: event.unitName }) },
      ...(event.cancelledReason ? [{ quote: event.cancelledReason }] : []),
      { facts: eventLetterFacts(setting, event).slice(0, 1) },
      { p: t("letters.cancelledCalendar") },
      { action: { label: t("letters.cancelledAction"), url: `${site.baseUrl}${eventUrl(event.id)}` } },
      ...repliesNote(setting, site.repliesTo),
      ...conductNotes(setting, event, site),
      { small: t("letters.whyAnswered") },
    ],
  };
}
