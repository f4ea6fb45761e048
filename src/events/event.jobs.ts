/** Letters about a change or a cancellation: first who, in batches; then each batch in one transaction. A repeat writes nothing twice. */
import type { House } from "../house.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { forGuest, guestLinks } from "../notifications/guest-letter.ts";
import { mailboxesOf } from "../organisations/mailbox.sql.ts";
import { changeById } from "../platform/changes/change.sql.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { direction } from "../platform/i18n/locales.ts";
import { times } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { inBatches } from "../platform/jobs/batches.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetters } from "../platform/mail/letter.ts";
import { icsFor } from "./event-entry.ts";
import { whatMatters } from "./event-fields.ts";
import { answeredAmong, answeredBatch, changesFrom, takeUntold } from "./event-news.sql.ts";
import { cancelledLetter, changedLetter, postponedLetter } from "./event.letters.ts";
import type { Before } from "./event.letters.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { eventById } from "./event.sql.ts";
import { placeLine } from "./place.ts";
import { venueById } from "./venue.sql.ts";

/** Kinds of changes after which it does not take place as it stood. */
const OFF = new Set(["event.cancelled", "event.postponed"]);

/** `until`: whoever answered after the last of the changes knew of them all. */
type News = { change: Change; event: Event; fields: string[]; until: Temporal.Instant; visitsMoved: boolean; asksAgain: boolean };

type Change = NonNullable<Awaited<ReturnType<typeof changeById.maybe>>>;

/** Queued for `event.changed`, to run when nobody has changed anything for some minutes: all of it is told in one letter. */
export async function settleChanges(house: House, { eventId }: Record<string, unknown>): Promise<void> {
  await house.db.transaction(async (tx) => {
    const first = await takeUntold.maybe(tx, eventId as string);
    if (first?.changeId) await enqueue(tx, "tell-of-change", { changeId: first.changeId }, { key: `tell-of-change:${first.changeId}` });
  });
}

/** Finds those who must hear of a change and what came after it, or that it is off. */
export async function tellOfChange(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  const news = await newsOf(house, changeId as string);
  if (!news) return;
  await inBatches(house.db, "write-change-letters", { changeId: news.change.id }, (after, limit) => answeredBatch.many(house.db, news.event.id, news.until, after, limit));
}

export async function writeChangeLetters(house: House, { changeId, personIds }: Record<string, unknown>): Promise<void> {
  const news = await newsOf(house, changeId as string);
  if (!news) return;
  const { change, event } = news;
  const { config, clock, db } = house;
  const isOff = OFF.has(change.kind);
  const before = isOff ? null : await beforeOf(house, change, event);
  const [secret, [mailbox]] = await Promise.all([secretForLinks(db), mailboxesOf.many(db, [event.organisationId])]);
  const repliesTo = mailbox?.name ?? null;
  await db.transaction(async (tx) => {
    const letters = (await answeredAmong.many(tx, event.id, personIds as string[])).map((person) => {
      const locale = config.language ?? (person.locale as Locale);
      const t = translator(locale);
      const setting = { locale, zone: person.zone, now: clock.now(), t };
      const isComing = person.answer === "going";
      const hasOwnTimes = person.fromAt !== null || person.untilAt !== null;
      const { visitsMoved, asksAgain } = news;
      const { clock: hour } = times(setting, event.zone);
      const movedVisit = hasOwnTimes && visitsMoved ? [person.fromAt, person.untilAt].map((at, i) => at && t(i === 0 ? "home.from" : "home.until", { time: hour(at) })).filter(Boolean).join(", ") : null;
      const links = person.isGuest ? guestLinks(secret, config, person.personId, event.id) : null;
      const { subject, parts } = before
        ? changedLetter(setting, event, { baseUrl: config.baseUrl, changed: news.fields, before, isComing, hasOwnTimes, movedVisit, asksAgain, repliesTo })
        : change.kind === "event.postponed"
          ? postponedLetter(setting, event, { isComing, repliesTo, baseUrl: config.baseUrl })
          : cancelledLetter(setting, event, { repliesTo, baseUrl: config.baseUrl });
      const calendar = icsFor(event, config, setting, { page: links?.answer, ...(isComing ? { fromAt: person.fromAt, untilAt: person.untilAt, isOnline: person.isOnline, guests: person.guests, isComing: !isOff } : { isMaybe: true }) });
      const body = compose(links ? forGuest(t, parts, `${config.baseUrl}${eventUrl(event.id)}`, links) : parts, { lang: locale, dir: direction(locale) });
      return { id: idFrom(`${change.id} ${person.personId}`), kind: isOff ? change.kind.slice("event.".length) : "changed", to: person.address, personId: person.personId, eventId: event.id, subject, calendar, replyToOrganisationId: mailbox?.organisationId ?? null, unsubscribeUrl: links?.stop ?? null, ...body };
    });
    await writeLetters(tx, letters, { now: clock.now(), host: new URL(config.baseUrl).hostname });
  });
}

/** The change and its event as it is now; null where there is nothing to tell (any more). */
async function newsOf(house: House, changeId: string): Promise<News | null> {
  const change = await changeById.maybe(house.db, changeId);
  const event = change?.eventId ? await eventById.maybe(house.db, change.eventId) : null;
  if (!change || !event?.publishedAt || Temporal.Instant.compare(change.at, event.publishedAt) < 0) return null;
  const isOff = OFF.has(change.kind);
  // A new date within the same minute is told instead.
  if (change.kind === "event.postponed" && !event.isPostponed) return null;
  const all = isOff ? [] : await changesFrom.many(house.db, event.id, change.at);
  const fields = whatMatters([...new Set(all.flatMap((each) => each.fields))]);
  const some = (name: string) => all.some(({ about }) => about[name] === true);
  // Once it is off, a change from before is old news: the cancellation tells.
  return isOff || (fields.length > 0 && !event.cancelledAt) ? { change, event, fields, until: all.at(-1)?.at ?? change.at, visitsMoved: some("visitsMoved"), asksAgain: some("asksAgain") } : null;
}

async function beforeOf(house: House, change: Change, event: Event): Promise<Before> {
  const { startsAt, endsAt, doorsAt, zone, venueId } = change.about as Record<string, string | null>;
  const isPostponed = change.about["wasPostponed"] === true;
  const instant = (text: string | null | undefined) => (text ? Temporal.Instant.from(text) : null);
  const venue = venueId ? await venueById.maybe(house.db, venueId) : null;
  return {
    startsAt: instant(startsAt) ?? event.startsAt,
    endsAt: instant(endsAt) ?? event.endsAt,
    doorsAt: instant(doorsAt),
    zone: zone ?? event.zone,
    isPostponed,
    place: venue && placeLine({ venueName: venue.name, venueAddress: venue.address, venueArea: venue.area }),
  };
}
