/** The news of a new way in, to every address that the account had before, and the way back for whoever did not add it. */
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { times } from "../platform/i18n/times.ts";
import { translator } from "../platform/i18n/translate.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newId, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import type { LetterPart } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { insertAddress, lockAccount } from "./address.sql.ts";
import { WAY_BACK_DAYS } from "./address.ts";
import { deleteSessions } from "./session.sql.ts";
import { addedSince, deleteAddressesSince, deletePasskeysSince, endWaysBack, endWaysIn, insertWayBack, wayBack } from "./way-back.sql.ts";

type Owner = { personId: string; zone: string; locale: string };
type Words = (about: { t: Translate; say: ReturnType<typeof times>; place: { site: string; baseUrl: string }; url: string }) => { subject: string; parts: LetterPart[] };

/**
 * In the transaction that adds it, not in a job afterwards: whoever broke in must not be able to remove an address before its letter is written.
 * `which` says which letter it is.
 */
export async function tellOfNewEntry(tx: Tx, house: House, owner: Owner, to: readonly { address: string }[], which: string, words: Words): Promise<void> {
  const { config, clock } = house;
  const now = clock.now();
  const locale = config.language ?? (owner.locale as Locale);
  const t = translator(locale);
  const say = times({ locale, zone: owner.zone, now, t });
  for (const { address } of to) {
    const token = newToken();
    await insertWayBack.run(tx, hashToken(token), owner.personId, address, now, now.add({ hours: 24 * WAY_BACK_DAYS }));
    const { subject, parts } = words({ t, say, place: { site: config.siteName, baseUrl: config.baseUrl }, url: `${config.baseUrl}/not-me/${token}` });
    const letter = { kind: "entry", to: address, personId: owner.personId, subject, ...compose(parts), isSecret: true };
    await writeLetter(tx, idFrom(`${which} ${address}`), letter, { now, host: new URL(config.baseUrl).hostname });
  }
}

/**
 * Everything that came in with it or after it goes, every browser is signed out, and the address to which the letter went is theirs again. The older
 * mailbox wins: whoever removes an address that somebody else reads does so for good once its letters are a week old.
 */
export async function takeBack(house: House, token: string): Promise<{ kind: "taken-back"; address: string } | { kind: "gone" }> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const asked = await wayBack.maybe(tx, hashToken(token), now);
    if (asked) await lockAccount.maybe(tx, asked.personId);
    const link = asked && (await wayBack.maybe(tx, hashToken(token), now)); // of two links that are used at once the younger is gone by now
    if (!link) return { kind: "gone" };
    const { personId, address, since } = link;
    const added = await addedSince.one(tx, personId, since, address);
    await endWaysBack.run(tx, personId, since);
    await endWaysIn.run(tx, personId);
    await deletePasskeysSince.run(tx, personId, since);
    await deleteAddressesSince.run(tx, personId, since, address);
    await insertAddress.run(tx, newId(now.epochMilliseconds), personId, address, now);
    const sessions = await deleteSessions.run(tx, personId);
    const about = { sessions, passkeys: added.passkeys.length, addresses: added.addresses.length };
    await record(tx, { kind: "account.taken-back", at: now, by: personId, personId, about });
    return { kind: "taken-back", address };
  });
}
