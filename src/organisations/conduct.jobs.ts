import type { House } from "../house.ts";
import { changeById } from "../platform/changes/change.sql.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { contactLetter } from "./conduct.letters.ts";
import { conductOf } from "./conduct.sql.ts";
import { conductUrl } from "./conduct.ts";
import { personToWrite } from "./join-request.sql.ts";
import { unitById } from "./unit.sql.ts";

/** Whoever is no longer the contact when the letter would be written gets none. */
export async function tellOfContact(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  await house.db.transaction(async (tx) => {
    const change = await changeById.maybe(tx, changeId as string);
    if (!change?.unitId || !change.personId || !change.by) return;
    const [organisation, conduct, to, by] = [await unitById.maybe(tx, change.unitId), await conductOf.maybe(tx, change.unitId, null), await personToWrite.maybe(tx, change.personId), await personToWrite.maybe(tx, change.by)];
    if (!organisation || !to || !by || conduct?.contactId !== change.personId) return;
    const t = translator(house.config.language ?? defaultLocale);
    const { subject, parts } = contactLetter({ t }, { organisation: organisation.name, by: by.name, url: house.config.baseUrl + conductUrl(organisation.slug) });
    const post = { now: house.clock.now(), host: new URL(house.config.baseUrl).hostname };
    await writeLetter(tx, idFrom(`contact ${change.id}`), { kind: "conduct", to: to.address, personId: change.personId, subject, ...compose(parts) }, post);
  });
}
