import { eventById } from "../events/event.sql.ts";
import { eventUrl, isBefore } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import type { House } from "../house.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { forGuest, guestLinks } from "../notifications/guest-letter.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { wereYouThereLetter } from "./guest-afterwards.letters.ts";
import { guestsToAsk } from "./guest-afterwards.sql.ts";

/** After a week nobody remembers when they left, and a server that stood still should not ask then. */
const DAYS_TO_ASK = 7;
/** Those left over come an hour later. */
const MOST = 2000;

/** Hourly: guests have no page of the event to come back to, so each is asked by one letter. */
export async function askGuestsAfterwards({ db, clock, config }: House): Promise<void> {
  const now = clock.now();
  const guests = await guestsToAsk.many(db, now.subtract({ hours: 24 * DAYS_TO_ASK }), now, MOST);
  if (guests.length === 0) return;
  const secret = await secretForLinks(db);
  const events = new Map<string, Event>();
  for (const guest of guests) {
    const event = events.get(guest.eventId) ?? (await eventById.one(db, guest.eventId));
    events.set(event.id, event);
    if (isBefore(now, morningAfter(event))) continue;
    const locale = config.language ?? (guest.locale as Locale);
    const t = translator(locale);
    const { subject, parts } = wereYouThereLetter({ locale, zone: guest.zone, now, t }, event, config);
    const links = guestLinks(secret, config, guest.personId, event.id);
    const body = compose(forGuest(t, parts, `${config.baseUrl}${eventUrl(event.id)}`, links));
    const letter = { kind: "afterwards", to: guest.address, personId: guest.personId, eventId: event.id, subject, unsubscribeUrl: links.stop, ...body };
    await db.transaction((tx) => writeLetter(tx, idFrom(`afterwards ${event.id} ${guest.personId}`), letter, { now, host: new URL(config.baseUrl).hostname }));
  }
}

/** At ten, where the event was. */
function morningAfter({ endsAt, zone }: Event): Temporal.Instant {
  return endsAt.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: "10:00" }).toInstant();
}
