/** Writing one of this folder's letters to one person, in their language and zone. */
import type { House } from "../house.ts";
import type { Tx } from "../platform/db/query.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import type { Letter } from "./report.letters.ts";
import type { ToWrite } from "./report.sql.ts";

/** `which` says which letter it is: the same one again is written once. A secret one is emptied when it is sent. */
export async function writeTo(tx: Tx, house: House, which: string, to: ToWrite, letter: (setting: Setting) => Letter, { isSecret = false } = {}): Promise<void> {
  const now = house.clock.now();
  const locale = house.config.language ?? (to.locale as Locale);
  const { subject, parts } = letter({ locale, zone: to.zone, now, t: translator(locale) });
  const post = { now, host: new URL(house.config.baseUrl).hostname };
  await writeLetter(tx, idFrom(`${which} ${to.personId}`), { kind: "safety", to: to.address, personId: to.personId, subject, ...compose(parts), isSecret }, post);
}
