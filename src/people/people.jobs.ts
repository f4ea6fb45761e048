import type { House } from "../house.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { times } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { newPasskeyLetter } from "./passkey.letters.ts";
import { passkeyForLetter } from "./passkey.sql.ts";
import { forgetChallenges, forgetSessions, forgetSpentLinks, forgetWelcomes } from "./sign-in.sql.ts";

/** To every address of theirs: whoever took over one of them should not be able to hide it from the other. */
export async function tellOfPasskey(house: House, { passkeyId }: Record<string, unknown>): Promise<void> {
  const { config, clock, db } = house;
  const letters = await passkeyForLetter.many(db, passkeyId as string);
  await db.transaction(async (tx) => {
    for (const { name, createdAt, personId, zone, locale, address } of letters) {
      const t = translator(config.language ?? (locale as Locale));
      const when = times({ locale: config.language ?? (locale as Locale), zone, now: clock.now(), t }).moment(createdAt);
      const { subject, parts } = newPasskeyLetter(t, { site: config.siteName, baseUrl: config.baseUrl, passkey: name, when });
      const id = idFrom(`passkey ${passkeyId as string} ${address}`);
      await writeLetter(tx, id, { kind: "passkey", to: address, personId, subject, ...compose(parts) }, { now: clock.now(), host: new URL(config.baseUrl).hostname });
    }
  });
}

/** Spent links, old sessions and challenges; every hour. */
export async function forgetSpentEntries(house: House): Promise<void> {
  for (const forget of [forgetSpentLinks, forgetWelcomes, forgetSessions, forgetChallenges]) await forget.run(house.db, house.clock.now());
}
