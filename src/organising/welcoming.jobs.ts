import { eventById } from "../events/event.sql.ts";
import type { House } from "../house.ts";
import type { Welcome } from "../people/wishes.ts";
import { changeById } from "../platform/changes/change.sql.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import type { Letter } from "../events/event.letters.ts";
import { agreedLetter, askedLetter, cannotLetter, endedLetter } from "./welcoming.letters.ts";
import { isWritten, welcomingToTell } from "./welcoming.sql.ts";
import { takesWelcoming } from "./welcoming.ts";

/** Looks at how it stands now: what was taken back since is told to nobody. One letter of each sort for each thing asked, however often it changes. */
export async function tellOfWelcoming(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  const { db, clock, config } = house;
  const { baseUrl } = config;
  const now = clock.now();
  const change = await changeById.maybe(db, changeId as string);
  if (!change?.eventId || !change.personId) return;
  const kind = change.about["welcome"] as Welcome;
  const [event, told] = await Promise.all([eventById.maybe(db, change.eventId), welcomingToTell.maybe(db, change.eventId, change.personId, kind)]);
  if (!event || !told || !takesWelcoming(event, now)) return;

  const setting = (locale: string, zone: string) => ({ locale: config.language ?? (locale as Locale), zone, now, t: translator(config.language ?? (locale as Locale)) });
  const idOf = (sort: string) => idFrom(`welcoming ${sort} ${event.id} ${change.personId} ${kind}`);
  const write = async (sort: string, to: { personId: string; address: string }, { subject, parts }: Letter) => {
    const letter = { kind: "welcoming", to: to.address, personId: to.personId, eventId: event.id, subject, ...compose(parts) };
    await db.transaction((tx) => writeLetter(tx, idOf(sort), letter, { now, host: new URL(baseUrl).hostname }));
  };
  const them = { personId: change.personId, address: told.address };
  const theirs = setting(told.locale, told.zone);
  const asker = told.askerId && told.askerAddress && told.askerId !== change.personId ? { personId: told.askerId, address: told.askerAddress } : null;
  const facts = { kind, name: told.name, baseUrl };

  if (change.kind === "welcoming.asked" && told.isAsked && !told.hasAgreed && change.by !== change.personId) {
    await write("asked", them, askedLetter(theirs, event, { ...facts, note: told.note, askedBy: told.askedBy }));
  } else if (change.kind === "welcoming.ended" && !told.isAsked && change.about["hadAgreed"] === true && change.by !== change.personId) {
    await write("ended", them, endedLetter(theirs, event, facts));
  } else if (change.kind === "welcoming.answered" && told.hasAgreed && asker) {
    await write("agreed", asker, agreedLetter(setting(told.askerLocale!, told.askerZone!), event, facts));
  } else if (change.kind === "welcoming.answered" && told.hasDeclined && asker && (await isWritten.one(db, idOf("agreed"))).is) {
    // The log does not say that they declined; the letter of their yes says that somebody counts on them.
    await write("cannot", asker, cannotLetter(setting(told.askerLocale!, told.askerZone!), event, facts));
  }
}
