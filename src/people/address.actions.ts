/** A further address for an account, so that a lost mailbox is no lost account. */
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newId, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { confirmAddressLetter, newAddressLetter, removedAddressLetter, takenAddressLetter } from "./address.letters.ts";
import { ADDRESS_LINK_HOURS, MOST_ADDRESSES } from "./address.ts";
import { addressesOf, chooseAddress, deleteAddress, insertAddress, insertAddressLink, lockAccount, ownerOfAddress, takeAddressLink } from "./address.sql.ts";
import { renewBars } from "./kept-bar.actions.ts";
import type { Viewer } from "./viewer.ts";
import { tellOfNewEntry } from "./way-back.actions.ts";

/**
 * Writes to the address, whoever has it. To somebody else's goes another letter, and whoever asked is told the same: this must not be a way to find
 * out who has an account here.
 */
export async function askForAddress(house: House, by: Viewer, address: string): Promise<{ kind: "sent" | "own" | "too-many" }> {
  const { config, clock, db } = house;
  const now = clock.now();
  const token = newToken();
  return db.transaction(async (tx) => {
    const mine = await addressesOf.many(tx, by.personId);
    const owner = await ownerOfAddress.maybe(tx, address);
    if (owner?.personId === by.personId) return { kind: "own" };
    if (mine.length >= MOST_ADDRESSES) return { kind: "too-many" };
    const t = translator(config.language ?? defaultLocale);
    const place = { site: config.siteName, baseUrl: config.baseUrl };
    const url = `${config.baseUrl}/settings/addresses/${token}`;
    const { subject, parts } = owner ? takenAddressLetter(t, place) : confirmAddressLetter(t, { ...place, url, hours: ADDRESS_LINK_HOURS });
    await insertAddressLink.run(tx, hashToken(token), by.personId, address, now, now.add({ hours: ADDRESS_LINK_HOURS }));
    const id = idFrom(`address ${hashToken(token).toString("hex")}`);
    await writeLetter(tx, id, { kind: "address", to: address, subject, ...compose(parts), isSecret: true }, { now, host: new URL(config.baseUrl).hostname });
    return { kind: "sent" };
  });
}

/** The letter has been read by somebody signed in as whoever asked for it. Every other address of theirs is told. */
export async function addAddress(house: House, by: Viewer, token: string): Promise<{ kind: "added"; address: string } | { kind: "gone" | "taken" | "too-many" }> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const account = await lockAccount.maybe(tx, by.personId);
    const link = account && (await takeAddressLink.maybe(tx, hashToken(token), by.personId, now));
    if (!account || !link) return { kind: "gone" };
    const before = await addressesOf.many(tx, by.personId);
    if (before.length >= MOST_ADDRESSES) return { kind: "too-many" };
    const addressId = newId(now.epochMilliseconds);
    if ((await insertAddress.run(tx, addressId, by.personId, link.address, now)) === 0) return { kind: "taken" };
    await renewBars(tx, by.personId, link.address, now);
    await record(tx, { kind: "address.added", at: now, by: by.personId, personId: by.personId, about: { addressId } });
    await tellOfNewEntry(tx, house, account, before, `address ${addressId}`, ({ t, say, place, url }) =>
      newAddressLetter(t, { ...place, address: link.address, when: say.moment(now), url }),
    );
    return { kind: "added", address: link.address };
  });
}

export async function sendLettersTo(house: House, by: Viewer, addressId: string): Promise<{ kind: "chosen" | "not-found" }> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    if ((await chooseAddress.run(tx, by.personId, addressId, now)) === 0) return { kind: "not-found" };
    await record(tx, { kind: "address.chosen", at: now, by: by.personId, personId: by.personId, about: { addressId } });
    return { kind: "chosen" };
  });
}

/** The last one stays. The one that goes is told as well as those that stay; neither letter can bring it back. */
export async function removeAddress(house: House, by: Viewer, addressId: string): Promise<{ kind: "removed" | "gone" | "last" }> {
  const { config, clock, db } = house;
  const now = clock.now();
  return db.transaction(async (tx) => {
    const account = await lockAccount.one(tx, by.personId);
    const before = await addressesOf.many(tx, by.personId);
    if (!before.some(({ id }) => id === addressId)) return { kind: "gone" };
    const removed = await deleteAddress.maybe(tx, by.personId, addressId);
    if (!removed) return { kind: "last" };
    await record(tx, { kind: "address.removed", at: now, by: by.personId, personId: by.personId, about: { addressId } });
    const locale = config.language ?? (account.locale as Locale);
    const { subject, parts } = removedAddressLetter(translator(locale), { site: config.siteName, baseUrl: config.baseUrl, address: removed.address });
    for (const { address } of before) {
      const letter = { kind: "entry", to: address, personId: account.personId, subject, ...compose(parts) };
      await writeLetter(tx, idFrom(`address removed ${addressId} ${address}`), letter, { now, host: new URL(config.baseUrl).hostname });
    }
    return { kind: "removed" };
  });
}
