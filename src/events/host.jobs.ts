/** Letters between organisers about sharing an event. Each has an id that says which it is, so that a job done twice writes one. */
import type { House } from "../house.ts";
import { organisersToTell } from "../organisations/organiser.sql.ts";
import { personToWrite } from "../organisations/join-request.sql.ts";
import { changeById } from "../platform/changes/change.sql.ts";
import { defaultLocale, direction } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import type { Letter } from "./event.letters.ts";
import { eventById } from "./event.sql.ts";
import { answeredLetter, askedLetter, endedLetter } from "./host.letters.ts";
import { hostingById } from "./host.sql.ts";
import { hostingState } from "./host.ts";

/** Queued for each change of `event.host-...`. Whoever did it themselves is not told. */
export async function tellOfHosting(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  const change = await changeById.maybe(house.db, changeId as string);
  const hosting = change && (await hostingById.maybe(house.db, change.about["hostingId"] as string));
  const event = hosting && (await eventById.maybe(house.db, hosting.eventId));
  if (!change || !hosting || !event) return;
  const { config, clock } = house;
  const locale = config.language ?? defaultLocale;
  const setting = { locale, zone: event.zone, now: clock.now(), t: translator(locale) };
  const facts = { baseUrl: config.baseUrl, event, hosting };

  await house.db.transaction(async (tx) => {
    const write = async (people: readonly { personId: string; address: string }[], letter: Letter) => {
      for (const person of people.filter(({ personId }) => personId !== change.by)) {
        const body = compose(letter.parts, { lang: locale, dir: direction(locale) });
        await writeLetter(tx, idFrom(`${change.id} ${person.personId}`), { kind: "hosting", to: person.address, personId: person.personId, eventId: event.id, subject: letter.subject, ...body }, { now: clock.now(), host: new URL(config.baseUrl).hostname });
      }
    };
    if (change.kind === "event.host-asked") {
      // What was answered or taken back in the meantime needs nobody.
      if (hostingState(hosting) === "asked") await write(await organisersToTell.many(tx, hosting.unitId), askedLetter(setting, facts));
    } else if (change.kind === "event.host-ended") {
      if (!change.about["hosted"]) return;
      const isTheirs = change.about["side"] === "asked";
      await write(await organisersToTell.many(tx, isTheirs ? hosting.firstHostId : hosting.unitId), endedLetter(setting, { ...facts, side: isTheirs ? "asked" : "first" }));
    } else {
      const asker = hosting.askedBy ? await personToWrite.maybe(tx, hosting.askedBy) : null;
      await write(asker ? [asker] : await organisersToTell.many(tx, hosting.firstHostId), answeredLetter(setting, facts));
    }
  });
}
