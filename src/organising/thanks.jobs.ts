/** Hourly: whatever letter of thanks has its morning now. First who, in batches; then each batch in one transaction. A repeat writes nothing twice. */
import { eventById } from "../events/event.sql.ts";
import { eventUrl } from "../events/event.ts";
import type { House } from "../house.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { forGuest, guestLinks } from "../notifications/guest-letter.ts";
import { mailboxesOf } from "../organisations/mailbox.sql.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { direction } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { enqueueMany } from "../platform/jobs/enqueue.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetters } from "../platform/mail/letter.ts";
import { letThanksLeave } from "./thanks.actions.ts";
import { thanksLetter } from "./thanks.letters.ts";
import { thankedAmong, thankedBatch, thanksOf, thanksWaiting } from "./thanks.sql.ts";
import { THANKS_DAYS_AFTER } from "./thanks.ts";

const BATCH = 200;
const NOBODY = "00000000-0000-0000-0000-000000000000";

export async function thankThoseWhoCame(house: House): Promise<void> {
  const now = house.clock.now();
  for (const { eventId } of await thanksWaiting.many(house.db, now, now.subtract({ hours: 24 * THANKS_DAYS_AFTER }))) await letThanksLeave(house, eventId);
}

/** Queued for `thanks.left`. */
export async function sendThanks(house: House, payload: Record<string, unknown>): Promise<void> {
  const eventId = payload["eventId"] as string;
  let after = NOBODY;
  for (;;) {
    const personIds = (await thankedBatch.many(house.db, eventId, after, BATCH)).map(({ personId }) => personId);
    if (personIds.length === 0) return;
    await house.db.transaction((tx) => enqueueMany(tx, "write-thanks", [{ payload: { eventId, personIds }, key: `write-thanks:${eventId}:${personIds[0]!}` }]));
    after = personIds.at(-1)!;
  }
}

/** Whoever asked for no more letters since gets none. */
export async function writeThanks(house: House, payload: Record<string, unknown>): Promise<void> {
  const { db, clock, config } = house;
  const [eventId, personIds] = [payload["eventId"] as string, payload["personIds"] as string[]];
  const [event, thanks] = await Promise.all([eventById.maybe(db, eventId), thanksOf.maybe(db, eventId)]);
  if (!event || !thanks?.leftAt) return;
  const [secret, [mailbox]] = await Promise.all([secretForLinks(db), mailboxesOf.many(db, [event.organisationId])]);
  await db.transaction(async (tx) => {
    const letters = (await thankedAmong.many(tx, eventId, personIds)).map((person) => {
      const locale = config.language ?? (person.locale as Locale);
      const t = translator(locale);
      const { subject, parts } = thanksLetter({ locale, zone: person.zone, now: clock.now(), t }, event, { body: thanks.body, isGuest: person.isGuest, repliesTo: mailbox?.name ?? null, baseUrl: config.baseUrl });
      const links = person.isGuest ? guestLinks(secret, config, person.personId, eventId) : null;
      const body = compose(links ? forGuest(t, parts, `${config.baseUrl}${eventUrl(eventId)}`, links) : parts, { lang: locale, dir: direction(locale) });
      return { id: idFrom(`thanks ${eventId} ${person.personId}`), kind: "thanks", to: person.address, personId: person.personId, eventId, subject, replyToOrganisationId: mailbox?.organisationId ?? null, unsubscribeUrl: links?.stop ?? null, ...body };
    });
    await writeLetters(tx, letters, { now: clock.now(), host: new URL(config.baseUrl).hostname });
  });
}
