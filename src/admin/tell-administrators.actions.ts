import type { House } from "../house.ts";
import { administratorsToTell } from "../people/administrator.sql.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import type { LetterPart } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";

/** One letter about `what` to each administrator in a day of theirs, however often something happens. */
export async function tellAdministrators(
  house: House,
  what: string,
  letter: (t: Translate, place: { site: string; baseUrl: string }) => { subject: string; parts: LetterPart[] },
): Promise<void> {
  const { config, clock, db } = house;
  const now = clock.now();
  await db.transaction(async (tx) => {
    for (const { personId, address, locale, zone } of await administratorsToTell.many(tx)) {
      const t = translator(config.language ?? (locale as Locale));
      const { subject, parts } = letter(t, { site: config.siteName, baseUrl: config.baseUrl });
      const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
      await writeLetter(tx, idFrom(`${what} ${personId} ${today}`), { kind: "administration", to: address, personId, subject, ...compose(parts) }, { now, host: new URL(config.baseUrl).hostname });
    }
  });
}
