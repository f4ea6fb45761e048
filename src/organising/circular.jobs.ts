/** Letters to those who answered: first who, in batches; then each batch in one transaction. A repeat writes nothing twice. */
import { eventById } from "../events/event.sql.ts";
import { eventUrl } from "../events/event.ts";
import type { House } from "../house.ts";
import { secretForLinks } from "../notifications/choice.sql.ts";
import { forGuest, guestLinks } from "../notifications/guest-letter.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { direction } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { inBatches } from "../platform/jobs/batches.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetters } from "../platform/mail/letter.ts";
import { circularLetter } from "./circular.letters.ts";
import { circularById, reachedAmong, reachedBatch } from "./circular.sql.ts";

export async function sendCircular(house: House, payload: Record<string, unknown>): Promise<void> {
  const circularId = payload["circularId"] as string;
  const circular = await circularById.maybe(house.db, circularId);
  if (!circular) return;
  await inBatches(house.db, "write-circular-letters", { circularId }, (after, limit) => reachedBatch.many(house.db, circular.eventId, circular.states, after, limit));
}

/** Whoever has said no since, or asked for no more letters, gets none. */
export async function writeCircularLetters(house: House, payload: Record<string, unknown>): Promise<void> {
  const { db, clock, config } = house;
  const [circularId, personIds] = [payload["circularId"] as string, payload["personIds"] as string[]];
  const circular = await circularById.maybe(db, circularId);
  const event = circular && (await eventById.maybe(db, circular.eventId));
  if (!circular || !event) return;
  const secret = await secretForLinks(db);
  await db.transaction(async (tx) => {
    const people = await reachedAmong.many(tx, event.id, circular.states, personIds, circular.writerId);
    const letters = people.map((person) => {
      const locale = config.language ?? (person.locale as Locale);
      const t = translator(locale);
      const replyToId = person.hidesWriter ? null : circular.replyToId;
      const facts = { subject: circular.subject, body: circular.body, writer: person.hidesWriter ? null : circular.writer, hasReplyTo: replyToId !== null, baseUrl: config.baseUrl };
      const { subject, parts } = circularLetter({ locale, zone: person.zone, now: clock.now(), t }, event, facts);
      const links = person.isGuest ? guestLinks(secret, config, person.personId, event.id) : null;
      const body = compose(links ? forGuest(t, parts, `${config.baseUrl}${eventUrl(event.id)}`, links) : parts, { lang: locale, dir: direction(locale) });
      return { id: idFrom(`circular ${circularId} ${person.personId}`), kind: "circular", to: person.address, personId: person.personId, eventId: event.id, subject, replyToId, unsubscribeUrl: links?.stop ?? null, ...body };
    });
    await writeLetters(tx, letters, { now: clock.now(), host: new URL(config.baseUrl).hostname });
  });
}
