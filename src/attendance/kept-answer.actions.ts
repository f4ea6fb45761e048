import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import { keepAnswer } from "./kept-answer.sql.ts";

/** Says of one's own answer that it stands although the event moved. Saying so twice, or where nobody asked, changes nothing. */
export async function sayItSuits(house: House, personId: string, eventId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const kept = await keepAnswer.run(tx, eventId, personId, at);
    if (kept > 0) await record(tx, { kind: "rsvp.kept", at, by: personId, personId, eventId });
  });
}
