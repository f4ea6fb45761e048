import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import { setWishes } from "./wishes.sql.ts";
import type { Wishes } from "./wishes.ts";
import type { Viewer } from "./viewer.ts";

export async function saveWishes(house: House, by: Viewer, wishes: Wishes): Promise<void> {
  await house.db.transaction(async (tx) => {
    const now = house.clock.now();
    await setWishes.run(tx, by.personId, wishes, now);
    await record(tx, { kind: "person.changed", at: now, by: by.personId, personId: by.personId, fields: ["wishes"] });
  });
}
