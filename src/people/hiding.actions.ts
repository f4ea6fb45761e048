import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import { connectionForUpdate, endConnection } from "./connection.sql.ts";
import { hide, hidingOf, unhide } from "./hiding.sql.ts";
import type { Hiding } from "./hiding.ts";
import { personSeenBy } from "./person.sql.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Hides someone whose page one may see, or changes how they are hidden. Blocking also ends a connection; unblocking does not bring it back. Only the
 * log of changes knows, and it says no more than that the one who hid changed something.
 */
export async function hidePerson(house: House, by: Viewer, otherId: string, kind: Hiding): Promise<{ kind: "hidden" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const now = house.clock.now();
    const hidden = await hidingOf.maybe(tx, by.personId, otherId);
    const seen = hidden ?? (await personSeenBy.maybe(tx, otherId, by.personId));
    if (!seen || otherId === by.personId) return { kind: "not-found" };
    await hide.run(tx, by.personId, otherId, kind, now);
    if (kind === "block") {
      const connection = await connectionForUpdate.maybe(tx, by.personId, otherId);
      if (connection && !connection.endedAt) await endConnection.run(tx, connection.askerId, connection.askedId, now);
    }
    await record(tx, { kind: "hiding.changed", at: now, by: by.personId });
    return { kind: "hidden" };
  });
}

/** Twice is harmless. */
export async function showPersonAgain(house: House, by: Viewer, otherId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    if ((await unhide.run(tx, by.personId, otherId)) > 0) await record(tx, { kind: "hiding.changed", at: house.clock.now(), by: by.personId });
  });
}
