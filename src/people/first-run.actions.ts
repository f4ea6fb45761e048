import type { House } from "../house.ts";
import { hashToken } from "../platform/ids.ts";
import { endFirstRun, firstRunHolds, lockFirstRun } from "./first-run.sql.ts";
import { languageOfName } from "./language.ts";
import { makePerson } from "./profile.actions.ts";
import { startSession } from "./session.actions.ts";

export type FirstRun = { kind: "begun"; personId: string; session: string } | { kind: "spent" };

/**
 * The first account, which looks after the server. Whoever read the link on the console is trusted with their address too: a new server can often
 * not send letters yet. Of two who press at once the second waits for the lock and finds the link spent.
 */
export async function beginHouse(house: House, token: string, ask: { name: string; address: string; zone: string }, device: string): Promise<FirstRun> {
  return house.db.transaction(async (tx) => {
    const now = house.clock.now();
    await lockFirstRun.run(tx);
    const { holds } = await firstRunHolds.one(tx, hashToken(token));
    if (!holds) return { kind: "spent" };
    const profile = {
      name: ask.name,
      nameLang: languageOfName(ask.name, []),
      latinName: null,
      pronouns: null,
      talkAbout: [],
      languages: [],
      homeArea: null,
      employer: null,
      about: null,
      zone: ask.zone,
    };
    const personId = await makePerson(tx, { profile, address: ask.address, handle: null, administrator: true }, now);
    await endFirstRun.run(tx);
    const session = await startSession(tx, personId, device, now);
    return { kind: "begun", personId, session };
  });
}
