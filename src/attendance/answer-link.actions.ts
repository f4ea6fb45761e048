import type { Event } from "../events/event.ts";
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newId, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { answerLinkLetter } from "./answer-link.letters.ts";
import { BROWSER_DAYS, LINK_HOURS } from "./answer-link.ts";
import { renewBars } from "../people/kept-bar.actions.ts";
import { addressOwner, deleteGuest, insertAnswerLink, insertGuest, insertGuestAddress, markLinkUsed, noteBrowser, stopLetters } from "./answer-link.sql.ts";

/**
 * Writes the letter with the link, whatever the address: nothing here looks up whether it is known, so neither the answer nor the time that it
 * takes can tell. `browser` is the cookie of whoever asks; the link works where it is.
 */
export async function sendAnswerLink(house: House, event: Event, ask: { address: string; name: string | null; browser: string }): Promise<void> {
  const { config, clock, db } = house;
  const now = clock.now();
  const token = newToken();
  const locale = config.language ?? defaultLocale;
  const setting: Setting = { locale, zone: event.zone, now, t: translator(locale) };
  const { subject, parts } = answerLinkLetter(setting, event, { site: config.siteName, baseUrl: config.baseUrl, url: `${config.baseUrl}/answers/${token}`, hours: LINK_HOURS });
  await db.transaction(async (tx) => {
    await insertAnswerLink.run(tx, hashToken(token), { eventId: event.id, address: ask.address, name: ask.name, browserHash: hashToken(ask.browser) }, now, now.add({ hours: LINK_HOURS }));
    const id = idFrom(`answer-link ${hashToken(token).toString("hex")}`);
    await writeLetter(tx, id, { kind: "answer-link", to: ask.address, eventId: event.id, subject, ...compose(parts), isSecret: true }, { now, host: new URL(config.baseUrl).hostname });
  });
}

/**
 * The person behind a proved address: its owner, with or without an account, or a new guest. The link is spent, and this browser is known to them
 * from now on.
 */
export async function settleGuest(house: House, proved: { address: string; name: string; browser: string; token: string | null }): Promise<string> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const personId = (await addressOwner.maybe(tx, proved.address))?.personId ?? (await makeGuest(tx, house, proved, now));
    if (proved.token) await markLinkUsed.run(tx, hashToken(proved.token), now);
    await noteBrowser.run(tx, hashToken(proved.browser), personId, now.add({ hours: 24 * BROWSER_DAYS }));
    return personId;
  });
}

async function makeGuest(tx: Tx, house: House, { address, name }: { address: string; name: string }, now: Temporal.Instant): Promise<string> {
  const personId = newId(now.epochMilliseconds);
  await insertGuest.run(tx, personId, name, house.config.zone, now);
  if ((await insertGuestAddress.run(tx, personId, address, now)) === 0) {
    // Two letters, opened at the same moment: the other one made the guest.
    await deleteGuest.run(tx, personId);
    return (await addressOwner.one(tx, address)).personId;
  }
  await renewBars(tx, personId, address, now);
  await record(tx, { kind: "guest.made", at: now, by: personId, personId });
  return personId;
}

/** From the foot of a letter, so nobody need prove anything: the worst that somebody else can do with it is spare them letters. */
export async function stopLettersAbout(house: House, eventId: string, personId: string): Promise<void> {
  const now = house.clock.now();
  await house.db.transaction(async (tx) => {
    if (await stopLetters.run(tx, eventId, personId, now)) await record(tx, { kind: "letters.stopped", at: now, by: null, personId, eventId });
  });
}
