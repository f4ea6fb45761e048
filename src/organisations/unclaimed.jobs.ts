/** Daily: names on imported lists that nobody has claimed in a year are erased, a month after their organisers were told. */
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { times } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { organisersToTell } from "./organiser.sql.ts";
import { unclaimedDue } from "./unclaimed.ts";
import { erasingLetter } from "./unclaimed.letters.ts";
import { eraseUnclaimed, setErasesOn } from "./unclaimed.sql.ts";
import { unitById } from "./unit.sql.ts";
import { unitUrl } from "./unit.ts";

export async function eraseUnclaimedJob(house: House): Promise<void> {
  const at = house.clock.now();
  const today = at.toZonedDateTimeISO("UTC").toPlainDate();
  await house.db.transaction(async (tx) => {
    for (const { organisationId, count } of await eraseUnclaimed.many(tx, today)) {
      await record(tx, { kind: "list.unclaimed-erased", at, by: null, unitId: organisationId, about: { count } });
    }
    const { namedBefore, erasesOn } = unclaimedDue(today);
    for (const { organisationId, count } of await setErasesOn.many(tx, namedBefore, erasesOn)) {
      await record(tx, { kind: "list.erasure-announced", at, by: null, unitId: organisationId, about: { count } });
      await tellOrganisers(tx, house, organisationId, count, erasesOn);
    }
  });
}

/** In the same transaction that sets the day: nobody is erased of whom nobody was told, unless there is nobody to tell. */
async function tellOrganisers(tx: Tx, house: House, organisationId: string, count: number, erasesOn: Temporal.PlainDate): Promise<void> {
  const { config, clock } = house;
  const unit = await unitById.one(tx, organisationId);
  const locale = config.language ?? defaultLocale;
  const t = translator(locale);
  const day = times({ locale, zone: unit.zone, now: clock.now(), t }).date(erasesOn);
  const { subject, parts } = erasingLetter(t, { organisation: unit.name, count, day, url: `${config.baseUrl}${unitUrl(unit)}/list` });
  for (const { personId, address } of await organisersToTell.many(tx, organisationId)) {
    const letter = { kind: "list-erasing", to: address, personId, subject, ...compose(parts) };
    await writeLetter(tx, idFrom(`list-erasing ${organisationId} ${personId} ${erasesOn.toString()}`), letter, { now: clock.now(), host: new URL(config.baseUrl).hostname });
  }
}
