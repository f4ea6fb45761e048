/**
 * The letter of an announcement, once to everyone with an account: walked in batches, each a job of its own. A letter's id says whose it is and
 * about what, so a job that runs twice writes none twice.
 */
import type { House } from "../house.ts";
import { direction } from "../platform/i18n/locales.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { inBatches } from "../platform/jobs/batches.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetters } from "../platform/mail/letter.ts";
import { serverNewsLetter } from "./announcement.letters.ts";
import { announcementToTell, everyoneBatch, readersAmong } from "./announcement.sql.ts";

export async function tellEveryone(house: House, { announcementId }: Record<string, unknown>): Promise<void> {
  const id = announcementId as string;
  if (!(await announcementToTell.maybe(house.db, id, house.clock.now()))) return;
  await inBatches(house.db, "tell-these", { announcementId: id }, (after, limit) => everyoneBatch.many(house.db, after, limit));
}

export async function tellThese(house: House, { announcementId, personIds }: Record<string, unknown>): Promise<void> {
  const { config, clock, db } = house;
  const now = clock.now();
  await db.transaction(async (tx) => {
    const announcement = await announcementToTell.maybe(tx, announcementId as string, now);
    if (!announcement) return;
    const letters = (await readersAmong.many(tx, personIds as string[])).map((reader) => {
      const locale = config.language ?? (reader.locale as Locale);
      const { subject, parts } = serverNewsLetter({ locale, zone: reader.zone, now, t: translator(locale) }, { site: config.siteName, baseUrl: config.baseUrl, ...announcement });
      const body = compose(parts, { lang: locale, dir: direction(locale) });
      return { id: idFrom(`server announcement ${announcementId as string} ${reader.personId}`), kind: "server", to: reader.address, personId: reader.personId, subject, ...body };
    });
    await writeLetters(tx, letters, { now, host: new URL(config.baseUrl).hostname });
  });
}
