import type { House } from "../house.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { times } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { erase } from "./leaving.actions.ts";
import { leavingLetter } from "./leaving.letters.ts";
import { leavingLetterTo, whoLeaves } from "./leaving.sql.ts";

const AT_A_TIME = 100;

/** To every address of theirs; whoever stays after all meanwhile gets none. */
export async function tellOfLeaving(house: House, { changeId, personId }: Record<string, unknown>): Promise<void> {
  const { config, clock, db } = house;
  const letters = await leavingLetterTo.many(db, personId as string);
  await db.transaction(async (tx) => {
    for (const { address, zone, locale, leavesAt } of letters) {
      const language = config.language ?? (locale as Locale);
      const t = translator(language);
      const day = times({ locale: language, zone, now: clock.now(), t }).day(leavesAt!);
      const { subject, parts } = leavingLetter(t, { site: config.siteName, baseUrl: config.baseUrl, day });
      const letter = { kind: "leaving", to: address, personId: personId as string, subject, ...compose(parts) };
      await writeLetter(tx, idFrom(`leaving ${changeId as string} ${address}`), letter, { now: clock.now(), host: new URL(config.baseUrl).hostname });
    }
  });
}

/** Every hour: those whose week is over. One that fails is tried again with the job, and keeps nobody else waiting. */
export async function eraseThoseWhoLeft(house: House): Promise<void> {
  const failures: unknown[] = [];
  for (const { personId } of await whoLeaves.many(house.db, house.clock.now(), AT_A_TIME)) {
    await erase(house, personId).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "not everybody who left could be erased");
}
