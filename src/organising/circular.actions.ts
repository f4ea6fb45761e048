import { eventForUpdate } from "../events/event.sql.ts";
import type { House } from "../house.ts";
import { limitedNow } from "../people/sanction.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { idFrom } from "../platform/ids.ts";
import { circularById, countCirculars, countsReached, insertCircular, ownAddress } from "./circular.sql.ts";
import { CIRCULARS_A_DAY, mayStillWrite } from "./circular.ts";
import type { NewCircular } from "./circular.ts";
import { eventOnDesk } from "./duty.sql.ts";

export type CircularOutcome = { kind: "not-found" } | { kind: "limited" } | { kind: "too-late" } | { kind: "too-many" } | { kind: "nobody" } | { kind: "written"; people: number };

/** Writes it down; the letters themselves are work for later. The event's row is locked, so that two writers at once keep to the bound together. */
export async function writeCircular(house: House, by: Viewer, eventId: string, { once, states, subject, body, givesAddress }: NewCircular): Promise<CircularOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    await eventForUpdate.maybe(tx, eventId);
    const desk = await eventOnDesk(tx, by, eventId, "write-letters", at);
    if (!desk?.event.publishedAt) return { kind: "not-found" };
    if ((await limitedNow.one(tx, by.personId)).is) return { kind: "limited" };
    if (!mayStillWrite(desk.event, at)) return { kind: "too-late" };
    const people = (await countsReached.many(tx, eventId, [...states])).reduce((sum, { count }) => sum + count, 0);
    const id = idFrom(`circular ${eventId} ${by.personId} ${once}`);
    if (await circularById.maybe(tx, id)) return { kind: "written", people };
    if (people === 0) return { kind: "nobody" };
    if ((await countCirculars.one(tx, eventId, at.subtract({ hours: 24 }))).count >= CIRCULARS_A_DAY) return { kind: "too-many" };
    const replyTo = givesAddress ? await ownAddress.maybe(tx, by.personId) : null;
    await insertCircular.run(tx, id, { eventId, states: [...states], subject, body, replyToId: replyTo?.id ?? null, by: by.personId, people }, at);
    await record(tx, { kind: "circular.written", at, by: by.personId, eventId, about: { circularId: id, people } });
    return { kind: "written", people };
  });
}
