import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Audience, Audiences } from "./audience.ts";
import { setAudiences, setHandleAudience } from "./audience.sql.ts";
import { personForUpdate } from "./profile.sql.ts";
import type { Viewer } from "./viewer.ts";

/** Who sees which field, and which handle by its id; handles that are not theirs are passed over. */
export async function chooseAudiences(house: House, by: Viewer, audiences: Audiences, handles: ReadonlyMap<string, Audience>): Promise<void> {
  await house.db.transaction(async (tx) => {
    const now = house.clock.now();
    await personForUpdate.one(tx, by.personId);
    await setAudiences.run(tx, by.personId, JSON.stringify(audiences), now);
    for (const [handleId, audience] of handles) await setHandleAudience.run(tx, by.personId, handleId, audience);
    await record(tx, { kind: "person.changed", at: now, by: by.personId, personId: by.personId, fields: ["audiences"] });
  });
}
