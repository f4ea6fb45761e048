import { eventById } from "../events/event.sql.ts";
import type { House } from "../house.ts";
import { organisersToTell } from "../organisations/organiser.sql.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { needAnsweredLetter, needToldLetter } from "./need.letters.ts";
import { countNeeds, forgetNeeds, needToTell } from "./need.sql.ts";
import { DAYS_AFTER } from "./need.ts";

type Payload = Record<string, unknown>;

/** To the organisers of each host, once a day for each event at most; whoever tells them is one of them or not, they know it is themselves. */
export async function tellOfNeed(house: House, { eventId, personId }: Payload): Promise<void> {
  const { db, clock, config } = house;
  const now = clock.now();
  await db.transaction(async (tx) => {
    const event = await eventById.maybe(tx, eventId as string);
    const { answerBy } = event ? await countNeeds.one(tx, event.id) : { answerBy: null };
    if (!event || !answerBy) return;
    const locale = config.language ?? defaultLocale;
    const { subject, parts } = needToldLetter({ locale, zone: event.zone, now, t: translator(locale) }, event, { answerBy, baseUrl: config.baseUrl });
    const today = now.toZonedDateTimeISO(event.zone).toPlainDate().toString();
    const told = new Map<string, string>();
    for (const unitId of event.hostUnits) for (const to of await organisersToTell.many(tx, unitId)) told.set(to.personId, to.address);
    told.delete(personId as string);
    for (const [to, address] of told) {
      await writeLetter(tx, idFrom(`needs ${event.id} ${to} ${today}`), { kind: "need", to: address, personId: to, eventId: event.id, subject, ...compose(parts) }, { now, host: new URL(config.baseUrl).hostname });
    }
  });
}

export async function tellOfNeedAnswer(house: House, { eventId, personId }: Payload): Promise<void> {
  const { db, clock, config } = house;
  const now = clock.now();
  await db.transaction(async (tx) => {
    const event = await eventById.maybe(tx, eventId as string);
    const to = await needToTell.maybe(tx, eventId as string, personId as string);
    if (!event || !to?.outcome || !to.answeredAt) return;
    const locale = config.language ?? (to.locale as Locale);
    const { subject, parts } = needAnsweredLetter({ locale, zone: to.zone, now, t: translator(locale) }, event, { outcome: to.outcome, baseUrl: config.baseUrl });
    const letter = { kind: "need", to: to.address, personId: personId as string, eventId: event.id, subject, ...compose(parts) };
    await writeLetter(tx, idFrom(`need answered ${event.id} ${personId as string} ${to.answeredAt.toString()}`), letter, { now, host: new URL(config.baseUrl).hostname });
  });
}

export async function forgetNeedsJob(house: House): Promise<void> {
  await forgetNeeds.run(house.db, house.clock.now().subtract({ hours: 24 * DAYS_AFTER }));
}
