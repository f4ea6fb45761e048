/** Asking for an account where those who run the server decide, and their answer. */
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newId } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { makePerson } from "./profile.actions.ts";
import type { NewPerson } from "./profile.ts";
import { welcomeFor } from "./registration.ts";
import type { Welcome } from "./registration.ts";
import { insertRegistration, standingOfAddress, takeRegistration } from "./registration.sql.ts";
import { admittedLetter, turnedAwayLetter } from "./registration.letters.ts";
import { accountByAddress, welcomeByToken } from "./sign-in.sql.ts";
import type { Viewer } from "./viewer.ts";

export async function welcomeOfAddress(house: House, address: string): Promise<Welcome> {
  return welcomeFor(house.server.settings.registration, await standingOfAddress.one(house.db, address));
}

/** Puts somebody who has proved an address into the queue. */
export async function askForAccount(house: House, welcome: string, ask: Pick<NewPerson, "profile" | "handle"> & { note: string }): Promise<{ kind: "asked" | "spent" }> {
  const { note, ...sticker } = ask;
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const proved = await welcomeByToken.maybe(tx, hashToken(welcome), at);
    if (!proved) return { kind: "spent" };
    const id = newId(at.epochMilliseconds);
    const written = await insertRegistration.run(tx, id, proved.address, JSON.stringify(sticker), note, proved.nextPath, at);
    if (written === 1) await record(tx, { kind: "registration.asked", at, by: null, about: { registrationId: id } });
    return { kind: "asked" };
  });
}

/** An administrator lets somebody in, or does not. Either way nothing is left in the queue, and they are told by letter. */
export async function answerRegistration(house: House, by: Viewer, { id, accept }: { id: string; accept: boolean }): Promise<{ kind: "admitted" | "turned-away" | "gone" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const request = await takeRegistration.maybe(tx, id);
    if (!request) return { kind: "gone" };
    const { address, sticker } = request;
    const { site, baseUrl, contact, t } = wordsOf(house);
    if (!accept) {
      await record(tx, { kind: "registration.declined", at, by: by.personId, about: { registrationId: id } });
      await send(tx, house, `registration declined ${id}`, address, turnedAwayLetter(t, { site, baseUrl, contact, name: sticker.profile.name }));
      return { kind: "turned-away" };
    }
    if (await accountByAddress.maybe(tx, address)) return { kind: "gone" }; // an organiser's invitation was quicker
    const personId = await makePerson(tx, { ...sticker, address }, at);
    await record(tx, { kind: "registration.accepted", at, by: by.personId, personId, about: { registrationId: id } });
    await send(tx, house, `registration accepted ${id}`, address, admittedLetter(t, { site, baseUrl, name: sticker.profile.name }), personId);
    return { kind: "admitted" };
  });
}

function wordsOf({ config, server }: House) {
  return { site: config.siteName, baseUrl: config.baseUrl, contact: server.settings.contact, t: translator(config.language ?? defaultLocale) };
}

async function send(tx: Tx, house: House, which: string, to: string, { subject, parts }: ReturnType<typeof admittedLetter>, personId: string | null = null): Promise<void> {
  const { clock, config } = house;
  await writeLetter(tx, idFrom(which), { kind: "registration", to, personId, subject, ...compose(parts) }, { now: clock.now(), host: new URL(config.baseUrl).hostname });
}
