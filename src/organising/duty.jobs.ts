import { eventById } from "../events/event.sql.ts";
import { isBefore } from "../events/event.ts";
import type { House } from "../house.ts";
import { changeById } from "../platform/changes/change.sql.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { dutyLetter } from "./duty.letters.ts";
import { dutyToTell } from "./duty.sql.ts";

/** Tells somebody what they were asked to look after. Whoever has given it back since hears nothing. */
export async function tellOfDuty(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  const { db, clock, config } = house;
  const change = await changeById.maybe(db, changeId as string);
  if (!change?.eventId || !change.personId || change.by === change.personId) return;
  const [event, told] = await Promise.all([eventById.maybe(db, change.eventId), dutyToTell.maybe(db, change.eventId, change.personId)]);
  if (!event || !told || told.duty !== change.about["duty"] || event.cancelledAt || !isBefore(clock.now(), event.endsAt)) return;
  const locale = config.language ?? (told.locale as Locale);
  const setting = { locale, zone: told.zone, now: clock.now(), t: translator(locale) };
  const { subject, parts } = dutyLetter(setting, event, { ...told, baseUrl: config.baseUrl });
  const letter = { kind: "duty", to: told.address, personId: change.personId, eventId: event.id, subject, ...compose(parts) };
  await db.transaction((tx) => writeLetter(tx, idFrom(`duty ${change.id}`), letter, { now: clock.now(), host: new URL(config.baseUrl).hostname }));
}
