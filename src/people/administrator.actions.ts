/** What whoever looks after the machine may do from its command line, for those who cannot get in otherwise. */
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import { hashToken, newToken } from "../platform/ids.ts";
import { setAdministrator } from "./administrator.sql.ts";
import { makePerson } from "./profile.actions.ts";
import { accountByAddress, insertSignInLink } from "./sign-in.sql.ts";

/** How long a link from the command line is good: long enough to be read out over the telephone. */
export const LINK_HOURS = 24;

/** Gives an account the care of the server; makes the account, for a name, when the address has none. */
export async function makeAdministrator(
  house: House,
  { address, name }: { address: string; name: string | undefined },
): Promise<{ kind: "made" | "already" | "no-account" }> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const owner = await accountByAddress.maybe(tx, address);
    if (owner) {
      if ((await setAdministrator.run(tx, owner.personId, now)) === 0) return { kind: "already" };
      await record(tx, { kind: "administrator.appointed", at: now, by: null, personId: owner.personId });
      return { kind: "made" };
    } else if (name === undefined) {
      return { kind: "no-account" };
    } else {
      const profile = {
        name,
        nameLang: null,
        latinName: null,
        pronouns: null,
        talkAbout: [],
        languages: [],
        homeArea: null,
        employer: null,
        about: null,
        zone: house.config.zone,
      };
      await makePerson(tx, { profile, address, handle: null, administrator: true }, now);
      return { kind: "made" };
    }
  });
}

/** A sign-in link to hand over by other means than a letter. Undefined when nobody signs in with this address. */
export async function signInLinkFor(house: House, address: string): Promise<string | undefined> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    if (!(await accountByAddress.maybe(tx, address))) return undefined;
    const token = newToken();
    await insertSignInLink.run(tx, hashToken(token), address, "/", now, now.add({ hours: LINK_HOURS }));
    return `${house.config.baseUrl}/sign-in/${token}`;
  });
}
