/** Letters that follow from an answer. What a letter says is read when it is written, and its id says which answer it is about. */
import type { House } from "../house.ts";
import { icsFor } from "../events/event-entry.ts";
import { eventState, eventUrl, isBefore } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import type { Letter } from "../events/event.letters.ts";
import { eventById } from "../events/event.sql.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { forGuest, guestLinks } from "../notifications/guest-letter.ts";
import type { GuestLinks } from "../notifications/guest-letter.ts";
import { changeById } from "../platform/changes/change.sql.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { agreedLetter, comingLetter, declinedLetter, givenLetter, inLineLetter, lapsedLetter, movedLetter, movedUpLetter, offeredLetter, reminderLetter } from "./answer.letters.ts";
import { answeredBy, undecided } from "./answer.sql.ts";
import type { Answered } from "./answer.sql.ts";
import { remindAt } from "./reminder.ts";
import { promoteWaiting } from "./giving.actions.ts";

/** Confirms a yes, a place in line, or what became of it. Whoever has changed their mind since is written to about that answer instead. */
export async function confirmAnswer(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  const change = await changeById.maybe(house.db, changeId as string);
  if (!change?.eventId || !change.personId) return;
  const [event, answered] = await Promise.all([eventById.maybe(house.db, change.eventId), answeredBy.maybe(house.db, change.eventId, change.personId)]);
  const isStillSo = answered?.updatedAt.equals(change.at) && answered.answer === change.about["answer"] && (change.kind !== "rsvp.offered" || answered.offeredUntil !== null);
  if (!event || !answered || !isStillSo || !isAhead(event, house)) return;
  const setting = settingOf(house, answered);
  const isComing = answered.answer === "going";
  const page = (await linksOf(house, answered, event))?.answer;
  const calendar = isComing ? icsFor(event, house.config, setting, { page, fromAt: answered.from, untilAt: answered.until, isOnline: answered.isOnline, guests: answered.guests, isComing }) : null;
  const letter = letterAbout(change.kind, setting, event, answered, house.config);
  if (letter) await write(house, event, answered, change.id, letter, calendar);
}

/** Null for whoever has said maybe or no, or asks: the page has told them what happens next. */
function letterAbout(kind: string, setting: Setting, event: Event, answered: Answered, site: { baseUrl: string }): Letter | null {
  if (answered.answer === "going") return (COMING[kind] ?? comingLetter)(setting, event, answered, site);
  else if (kind === "rsvp.declined") return declinedLetter(setting, event);
  else if (kind === "rsvp.lapsed") return lapsedLetter(setting, event, site);
  else if (answered.offeredUntil) return offeredLetter(setting, event, answered.offeredUntil, site);
  else if (answered.answer === "waitlisted") return inLineLetter(setting, event, answered.position, site);
  return null;
}

const COMING: Record<string, typeof comingLetter> = { "rsvp.agreed": agreedLetter, "rsvp.given": givenLetter, "rsvp.moved": movedLetter, "rsvp.promoted": movedUpLetter };

/** Queued when an organiser raised or lifted the capacity. */
export async function promoteAfterChange(house: House, { eventId }: Record<string, unknown>): Promise<void> {
  await promoteWaiting(house, eventId as string);
}

/** Hourly: each "maybe" is asked again once, on the morning that the form promised. */
export async function remindUndecided(house: House): Promise<void> {
  const now = house.clock.now();
  for (const { eventId, personId, saidAt } of await undecided.many(house.db, now, MOST_REMINDERS)) {
    const [event, answered] = await Promise.all([eventById.maybe(house.db, eventId), answeredBy.maybe(house.db, eventId, personId)]);
    const due = event && remindAt(event, saidAt);
    if (!event || answered?.answer !== "maybe" || !due || isBefore(now, due)) continue;
    const calendar = icsFor(event, house.config, settingOf(house, answered), { page: (await linksOf(house, answered, event))?.answer, isMaybe: true });
    await write(house, event, answered, null, reminderLetter(settingOf(house, answered), event, house.config), calendar);
  }
}

/** Those left over come an hour later. */
const MOST_REMINDERS = 2000;

/** About one answer, or (null) the one reminder. */
async function write(house: House, event: Event, to: Answered, changeId: string | null, { subject, parts }: Letter, calendar: string | null): Promise<void> {
  const kind = changeId ? "answer" : "reminder";
  const links = await linksOf(house, to, event);
  const body = compose(links ? forGuest(settingOf(house, to).t, parts, `${house.config.baseUrl}${eventUrl(event.id)}`, links) : parts);
  const letter = { kind, to: to.address, personId: to.personId, eventId: event.id, subject, calendar, unsubscribeUrl: links?.stop ?? null, ...body };
  const post = { now: house.clock.now(), host: new URL(house.config.baseUrl).hostname };
  await house.db.transaction((tx) => writeLetter(tx, idFrom(`${kind} ${event.id} ${to.personId} ${changeId ?? "once"}`), letter, post));
}

/** Guests have no page of their own but these; null for whoever has an account. */
async function linksOf(house: House, to: Answered, event: Event): Promise<GuestLinks | null> {
  return to.isGuest ? guestLinks(await secretForLinks(house.db), house.config, to.personId, event.id) : null;
}

function settingOf(house: House, to: Answered): Setting {
  const locale = house.config.language ?? (to.locale as Locale);
  return { locale, zone: to.zone, now: house.clock.now(), t: translator(locale) };
}

function isAhead(event: Event, { clock }: House): boolean {
  const state = eventState(event, clock.now());
  return state === "coming" || state === "on";
}
