import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { hashToken, newId } from "../platform/ids.ts";
import { copyKnownBy, handlesOf, insertHandle, setKnownBy } from "./handle.sql.ts";
import { renewBars } from "./kept-bar.actions.ts";
import type { NewPerson, Profile } from "./profile.ts";
import { claimGuest, guestByAddress, insertAccount, insertPerson, insertVerifiedAddress, personForUpdate, updateProfile } from "./profile.sql.ts";
import { startSession } from "./session.actions.ts";
import { endWelcomes, welcomeByToken } from "./sign-in.sql.ts";
import type { Viewer } from "./viewer.ts";

export async function saveProfile(house: House, by: Viewer, profile: Profile): Promise<void> {
  await house.db.transaction(async (tx) => {
    await personForUpdate.one(tx, by.personId);
    await updateProfile.run(tx, by.personId, profile, house.clock.now());
    await record(tx, { kind: "person.changed", at: house.clock.now(), by: by.personId, personId: by.personId, fields: ["profile"] });
  });
}

/** The first sticker of someone who proved to own an address: person, account and session at once. Pressing twice makes one. */
export async function makeSticker(
  house: House,
  welcome: string,
  sticker: Omit<NewPerson, "address" | "administrator">,
  device: string,
): Promise<{ kind: "made"; personId: string; session: string; next: string } | { kind: "spent" }> {
  return house.db.transaction(async (tx) => {
    const now = house.clock.now();
    const proved = await welcomeByToken.maybe(tx, hashToken(welcome), now);
    // The second of two waits here for the first, and then finds nothing to end.
    if (!proved || (await endWelcomes.run(tx, proved.address)) === 0) return { kind: "spent" };
    const personId = await makePerson(tx, { ...sticker, address: proved.address }, now);
    const session = await startSession(tx, personId, device, now);
    return { kind: "made", personId, session, next: proved.nextPath };
  });
}

/** Inside the transaction that knows the address to be theirs. */
export async function makePerson(tx: Tx, { profile, address, handle, administrator }: NewPerson, now: Temporal.Instant): Promise<string> {
  const personId = (await claim(tx, address, profile, now)) ?? (await enter(tx, address, profile, now));
  await insertAccount.run(tx, personId, administrator ? now : null, now);
  await renewBars(tx, personId, address, now);
  if (handle) {
    await insertHandle.run(tx, personId, handle.network, handle.value, now);
    const [first] = await handlesOf.many(tx, personId);
    await setKnownBy.run(tx, personId, first!.id);
    await copyKnownBy.run(tx, personId, now);
  }
  await record(tx, { kind: "person.joined", at: now, by: personId, personId });
  return personId;
}

/**
 * A guest with this address has proved to own it by the same means, a letter, so their row needs no question: it becomes this person's at once. (Rows
 * of an organisation's list do ask, `organisations/claim.actions.ts`: there somebody else wrote the address down.)
 */
async function claim(tx: Tx, address: string, profile: Profile, now: Temporal.Instant): Promise<string | null> {
  const guest = await guestByAddress.maybe(tx, address);
  if (!guest) return null;
  await claimGuest.run(tx, guest.personId, profile, now);
  return guest.personId;
}

async function enter(tx: Tx, address: string, profile: Profile, now: Temporal.Instant): Promise<string> {
  const personId = newId(now.epochMilliseconds);
  await insertPerson.run(tx, personId, profile, now);
  await insertVerifiedAddress.run(tx, personId, address, now);
  return personId;
}
