/**
 * Telling members of a new event: once each, by the letter that they chose. First the audience is walked in batches, each a job of its own; a batch
 * marks whom it tells and writes their letters in one transaction. So it does not matter how often a job runs or where a process dies.
 */
import { eventById } from "../events/event.sql.ts";
import { hasStarted } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import type { Letter } from "../events/event.letters.ts";
import { mailboxesOf } from "../organisations/mailbox.sql.ts";
import { isAnnounced } from "../organisations/event-audience.ts";
import type { House } from "../house.ts";
import type { Tx } from "../platform/db/query.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { direction } from "../platform/i18n/locales.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { inBatches } from "../platform/jobs/batches.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetters } from "../platform/mail/letter.ts";
import { announcementLetter, weeklyLetter } from "./announcement.letters.ts";
import { noteTold, stillNews, takeWaiting, waitingBatch, zonesWaiting } from "./announcement.sql.ts";
import { audienceAmong, audienceBatch } from "./audience.sql.ts";
import { secretForLinks } from "./choice.sql.ts";
import { unsubscribeToken } from "./unsubscribe-link.ts";
import { weeklyCutoff } from "./weekly.ts";

/** Queued for `event.published`; and, with its `unitId`, when another unit comes to share the event: then its members alone are new to it. */
export async function announceEvent(house: House, { eventId, unitId }: Record<string, unknown>): Promise<void> {
  const event = await newsworthy(house, eventId as string);
  if (!event) return;
  const hosts = unitId ? event.hostUnits.filter((id) => id === unitId) : event.hostUnits;
  // Whose they are is part of the key: the batches of one host must not take the place of those of all.
  await inBatches(house.db, "announce-to", { eventId: event.id, hosts: hosts.join() }, (after, limit) => audienceBatch.many(house.db, hosts, after, limit));
}

export async function announceTo(house: House, { eventId, personIds }: Record<string, unknown>): Promise<void> {
  const event = await newsworthy(house, eventId as string);
  if (!event) return;
  const [secret, [mailbox]] = await Promise.all([secretForLinks(house.db), mailboxesOf.many(house.db, [event.organisationId])]);
  await house.db.transaction(async (tx) => {
    const audience = await audienceAmong.many(tx, personIds as string[], event.hostUnits);
    const by = audience.map(({ choice }) => (choice === "each" ? "letter" : choice));
    const told = new Set((await noteTold.many(tx, event.id, audience.map(({ personId }) => personId), by, house.clock.now())).map(({ personId }) => personId));
    const letters = audience
      .filter(({ personId, choice }) => told.has(personId) && choice === "each")
      .map((person) => {
        const unsubscribeUrl = unsubscribeUrlOf(house, secret, person.personId, person.organisationId);
        const letter = announcementLetter(settingOf(house, person), event, { baseUrl: house.config.baseUrl, unsubscribeUrl, repliesTo: mailbox?.name ?? null });
        return composed(house, `announcement ${event.id} ${person.personId}`, { kind: "announcement", person, eventId: event.id, unsubscribeUrl, replyToOrganisationId: mailbox?.organisationId ?? null, letter });
      });
    await write(tx, house, letters);
  });
}

/** Every hour: where it is Monday morning, those for whom something waits. */
export async function weeklyLetters(house: House): Promise<void> {
  for (const { zone } of await zonesWaiting.many(house.db)) {
    const cutoff = weeklyCutoff(house.clock.now(), zone);
    if (cutoff) await inBatches(house.db, "write-weekly-letters", { cutoff: cutoff.toString() }, (after, limit) => waitingBatch.many(house.db, zone, cutoff, after, limit));
  }
}

export async function writeWeeklyLetters(house: House, { personIds, cutoff }: Record<string, unknown>): Promise<void> {
  const secret = await secretForLinks(house.db);
  await house.db.transaction(async (tx) => {
    const taken = await takeWaiting.many(tx, personIds as string[], Temporal.Instant.from(cutoff as string));
    const news = await stillNews.many(tx, taken.map(({ personId }) => personId), taken.map(({ eventId }) => eventId), house.clock.now());
    const events = new Map<string, Event>();
    for (const { eventId } of news) if (!events.has(eventId)) events.set(eventId, await eventById.one(tx, eventId));
    const mailboxes = new Map((await mailboxesOf.many(tx, [...events.values()].map(({ organisationId }) => organisationId))).map((one) => [one.organisationId, one]));
    const letters = [...Map.groupBy(news, (row) => row.personId)].map(([personId, rows]) => {
      const unsubscribeUrl = unsubscribeUrlOf(house, secret, personId, null);
      const told = rows.map(({ eventId }) => events.get(eventId)!);
      // A reply has one address: where several organisations are in the letter it can be nobody's.
      const [only, ...others] = new Set(told.map(({ organisationId }) => organisationId));
      const mailbox = others.length === 0 ? mailboxes.get(only!) : undefined;
      const letter = weeklyLetter(settingOf(house, rows[0]!), told, { baseUrl: house.config.baseUrl, unsubscribeUrl, repliesTo: mailbox?.name ?? null });
      return composed(house, `weekly ${personId} ${cutoff as string}`, { kind: "weekly", person: rows[0]!, eventId: null, unsubscribeUrl, replyToOrganisationId: mailbox?.organisationId ?? null, letter });
    });
    await write(tx, house, letters);
  });
}

/** Nobody is told of a draft, of what is called off, of what has begun, or of what is for those only who were given its address or invited. */
async function newsworthy(house: House, eventId: string): Promise<Event | null> {
  const event = await eventById.maybe(house.db, eventId);
  if (!event?.publishedAt || event.cancelledAt || hasStarted(event, house.clock.now())) return null;
  return isAnnounced(event) ? event : null;
}

type Reader = { personId: string; address: string; zone: string; locale: string };
type Written = { kind: string; person: Reader; eventId: string | null; unsubscribeUrl: string; replyToOrganisationId: string | null; letter: Letter };

function composed({ config }: House, what: string, { kind, person, eventId, unsubscribeUrl, replyToOrganisationId, letter }: Written) {
  const locale = config.language ?? (person.locale as Locale);
  const body = compose(letter.parts, { lang: locale, dir: direction(locale) });
  return { id: idFrom(what), kind, to: person.address, personId: person.personId, eventId, subject: letter.subject, unsubscribeUrl, replyToOrganisationId, ...body };
}

async function write(tx: Tx, { config, clock }: House, letters: Parameters<typeof writeLetters>[1]): Promise<void> {
  await writeLetters(tx, letters, { now: clock.now(), host: new URL(config.baseUrl).hostname });
}

function settingOf({ config, clock }: House, { zone, locale }: Reader): Setting {
  const chosen = config.language ?? (locale as Locale);
  return { locale: chosen, zone, now: clock.now(), t: translator(chosen) };
}

function unsubscribeUrlOf({ config }: House, secret: string, personId: string, organisationId: string | null): string {
  return `${config.baseUrl}/unsubscribe/${unsubscribeToken(secret, { personId, organisationId })}`;
}
