/** What an administrator may do for an account. Each is in the log, and the owner is told. */
import type { House } from "../house.ts";
import { endAdministrator, lockAdministrators, otherAdministrators, setAdministrator } from "../people/administrator.sql.ts";
import { deleteSessions } from "../people/session.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";

/** Everywhere at once; they sign in again with their letter or passkey. */
export async function endSessionsOf(house: House, by: Viewer, personId: string): Promise<number> {
  if (!by.isAdministrator) return 0;
  return house.db.transaction(async (tx) => {
    const ended = await deleteSessions.run(tx, personId);
    if (ended > 0) await record(tx, { kind: "session.ended", at: house.clock.now(), by: by.personId, personId, about: { ended } });
    return ended;
  });
}

export async function appointAdministrator(house: House, by: Viewer, personId: string): Promise<{ kind: "appointed" | "already" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    if ((await setAdministrator.run(tx, personId, at)) === 0) return { kind: "already" };
    await record(tx, { kind: "administrator.appointed", at, by: by.personId, personId });
    return { kind: "appointed" };
  });
}

/** Oneself or another, as long as somebody is left to look after the server. */
export async function dismissAdministrator(house: House, by: Viewer, personId: string): Promise<{ kind: "ended" | "last" | "gone" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    await lockAdministrators.run(tx); // or two could each dismiss the other
    if (!(await otherAdministrators.one(tx, personId)).are) return { kind: "last" };
    if ((await endAdministrator.run(tx, personId)) === 0) return { kind: "gone" };
    await record(tx, { kind: "administrator.ended", at: house.clock.now(), by: by.personId, personId });
    return { kind: "ended" };
  });
}
