import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import { newId } from "../platform/ids.ts";
import { addressesOf, lockAccount } from "./address.sql.ts";
import { newPasskeyLetter } from "./passkey.letters.ts";
import { CHALLENGE_MINUTES, challengeIn, MOST_PASSKEYS, relyingParty } from "./passkey.ts";
import { deletePasskey, insertChallenge, insertPasskey, passkeyByCredential, passkeysOf, passkeyUsed, renamePasskey, takeChallenge } from "./passkey.sql.ts";
import { startSession } from "./session.actions.ts";
import type { Viewer } from "./viewer.ts";
import { tellOfNewEntry } from "./way-back.actions.ts";

/** It brings 250 modules of certificates along, a fifth of the work of a start: they are read when the first passkey is. */
const webauthn = () => import("@simplewebauthn/server");

/** EdDSA, ES256 and RS256 (COSE): what every authenticator of today has one of. The library's own list tries Node's experimental algorithms too. */
const ALGORITHMS = [-8, -7, -257];

/** What the browser is asked for a new passkey. It is told of those that exist, so that a device does not make a second one. */
export async function askForNewPasskey(house: House, by: Viewer) {
  const [known, [first]] = await Promise.all([passkeysOf.many(house.db, by.personId), addressesOf.many(house.db, by.personId)]);
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: house.config.siteName,
    rpID: relyingParty(house.config.baseUrl).id,
    userName: first?.address ?? by.name,
    userDisplayName: by.name,
    userID: new TextEncoder().encode(by.personId),
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId.toString("base64url"), transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: CHALLENGE_MINUTES * 60_000,
  });
  await insertChallenge.run(house.db, options.challenge, by.personId, house.clock.now().add({ minutes: CHALLENGE_MINUTES }));
  return options;
}

export type AddedPasskey = { kind: "added" | "too-slow" | "wrong" | "known" | "too-many" };

export async function addPasskey(house: House, by: Viewer, { response, name }: { response: RegistrationResponseJSON; name: string }): Promise<AddedPasskey> {
  const now = house.clock.now();
  const challenge = await takeAnswered(house, response, by.personId);
  if (!challenge) return { kind: "too-slow" };
  const { id: rpId, origin } = relyingParty(house.config.baseUrl);
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!checked?.verified) return { kind: "wrong" };
  const { credential } = checked.registrationInfo;
  return house.db.transaction(async (tx) => {
    const account = await lockAccount.one(tx, by.personId);
    if ((await passkeysOf.many(tx, by.personId)).length >= MOST_PASSKEYS) return { kind: "too-many" };
    const passkeyId = newId(now.epochMilliseconds);
    const bytes = Buffer.from(credential.id, "base64url");
    const added = await insertPasskey.run(tx, passkeyId, by.personId, bytes, Buffer.from(credential.publicKey), credential.counter, credential.transports ?? [], name, now);
    if (added === 0) return { kind: "known" };
    await record(tx, { kind: "passkey.added", at: now, by: by.personId, personId: by.personId, about: { passkeyId } });
    // To every address of theirs: whoever took over one of them should not be able to hide it from the other.
    await tellOfNewEntry(tx, house, account, await addressesOf.many(tx, by.personId), `passkey ${passkeyId}`, ({ t, say, place, url }) =>
      newPasskeyLetter(t, { ...place, passkey: name, when: say.moment(now), url }),
    );
    return { kind: "added" };
  });
}

/** What any passkey of this site may answer: it is not said which people have one. */
export async function askForPasskey(house: House) {
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: relyingParty(house.config.baseUrl).id,
    userVerification: "preferred",
    timeout: CHALLENGE_MINUTES * 60_000,
  });
  await insertChallenge.run(house.db, options.challenge, null, house.clock.now().add({ minutes: CHALLENGE_MINUTES }));
  return options;
}

export type PasskeyEntered = { kind: "signed-in"; personId: string; session: string } | { kind: "too-slow" | "wrong" | "unknown" | "suspended" };

export async function enterByPasskey(house: House, response: AuthenticationResponseJSON, device: string): Promise<PasskeyEntered> {
  const now = house.clock.now();
  const challenge = await takeAnswered(house, response, null);
  if (!challenge) return { kind: "too-slow" };
  const passkey = await passkeyByCredential.maybe(house.db, Buffer.from(response.id, "base64url"));
  if (!passkey) return { kind: "unknown" };
  const { id: rpId, origin } = relyingParty(house.config.baseUrl);
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    credential: {
      id: passkey.credentialId.toString("base64url"),
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => null);
  if (!checked?.verified) return { kind: "wrong" };
  if (passkey.isSuspended) return { kind: "suspended" };
  return house.db.transaction(async (tx) => {
    if ((await passkeyUsed.run(tx, passkey.id, checked.authenticationInfo.newCounter, now)) === 0) return { kind: "wrong" };
    const session = await startSession(tx, passkey.personId, device, now);
    await record(tx, { kind: "session.started", at: now, by: passkey.personId, personId: passkey.personId, about: { by: "passkey", passkeyId: passkey.id } });
    return { kind: "signed-in", personId: passkey.personId, session };
  });
}

export async function renameTheirPasskey(house: House, by: Viewer, passkeyId: string, name: string): Promise<{ kind: "renamed" | "not-found" }> {
  return house.db.transaction(async (tx) => ({ kind: (await renamePasskey.run(tx, by.personId, passkeyId, name)) ? "renamed" : "not-found" }));
}

export async function removePasskey(house: House, by: Viewer, passkeyId: string): Promise<{ kind: "removed" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    if ((await deletePasskey.run(tx, by.personId, passkeyId)) === 0) return { kind: "not-found" };
    await record(tx, { kind: "passkey.removed", at: house.clock.now(), by: by.personId, personId: by.personId, about: { passkeyId } });
    return { kind: "removed" };
  });
}

/** The challenge that a response answers, taken out of use whatever comes of it. */
async function takeAnswered(house: House, response: { response?: { clientDataJSON?: unknown } }, personId: string | null): Promise<string | null> {
  const said = challengeIn(response.response?.clientDataJSON);
  const taken = said ? await takeChallenge.maybe(house.db, said, personId) : null;
  return taken && Temporal.Instant.compare(taken.expiresAt, house.clock.now()) > 0 ? taken.challenge : null;
}
