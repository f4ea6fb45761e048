import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { startSession } from "./session.actions.ts";
import { LINK_MINUTES, WELCOME_HOURS } from "./sign-in.ts";
import type { Entered } from "./sign-in.ts";
import { signInLetter } from "./sign-in.letters.ts";
import { accountByAddress, insertSignInLink, insertWelcome, isOnAList, takeSignInLink } from "./sign-in.sql.ts";

/**
 * Writes the letter with the link, whoever asks and whatever the address: nothing here looks up whether it is known, so neither the answer nor the
 * time that it takes can tell. The token exists in the letter only, and the letter is emptied when it is sent.
 */
export async function sendSignInLink(house: House, { address, next }: { address: string; next: string }): Promise<void> {
  const { config, clock, db } = house;
  const now = clock.now();
  const token = newToken();
  const { subject, parts } = signInLetter(translator(config.language ?? defaultLocale), {
    site: config.siteName,
    baseUrl: config.baseUrl,
    url: `${config.baseUrl}/sign-in/${token}`,
    minutes: LINK_MINUTES,
  });
  await db.transaction(async (tx) => {
    await insertSignInLink.run(tx, hashToken(token), address, next, now, now.add({ minutes: LINK_MINUTES }));
    await writeLetter(
      tx,
      idFrom(`sign-in ${hashToken(token).toString("hex")}`),
      { kind: "sign-in", to: address, subject, ...compose(parts), isSecret: true },
      { now, host: new URL(config.baseUrl).hostname },
    );
  });
}

/** A link signs in once, on whichever device it is opened. */
export async function openSignInLink(house: House, token: string, device: string): Promise<Entered | { kind: "spent" }> {
  return house.db.transaction(async (tx) => {
    const link = await takeSignInLink.maybe(tx, hashToken(token), house.clock.now());
    if (!link) return { kind: "spent" };
    return enterByAddress(tx, house, { address: link.address, next: link.nextPath, device });
  });
}

/** Inside the transaction in which somebody has just proved that an address is theirs: by a sign-in link, by an invitation. */
export async function enterByAddress(tx: Tx, house: House, { address, next, device }: { address: string; next: string; device: string }): Promise<Entered> {
  const now = house.clock.now();
  const owner = await accountByAddress.maybe(tx, address);
  if (owner?.isSuspended) {
    return { kind: "suspended", personId: owner.personId };
  } else if (owner) {
    const session = await startSession(tx, owner.personId, device, now);
    await record(tx, { kind: "session.started", at: now, by: owner.personId, personId: owner.personId, about: { by: "link" } });
    return { kind: "signed-in", personId: owner.personId, session, next };
  } else {
    const welcome = newToken();
    await insertWelcome.run(tx, hashToken(welcome), address, next, now.add({ hours: WELCOME_HOURS }));
    return { kind: "new", welcome };
  }
}

/** Where to go once signed in: first to the lists that an organisation made with their address on it, if there are any. */
export async function afterSignIn(house: House, personId: string, next: string): Promise<string> {
  const { is } = await isOnAList.one(house.db, personId);
  return is ? `/welcome/lists?next=${encodeURIComponent(next)}` : next;
}
