import { eventById, eventForUpdate } from "../events/event.sql.ts";
import { isBefore } from "../events/event.ts";
import type { House } from "../house.ts";
import { limitedNow } from "../people/sanction.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { eventOnDesk } from "./duty.sql.ts";
import { countThanked, decideThanks, noteLeft } from "./thanks.sql.ts";
import { mayStillThank, thanksLeave } from "./thanks.ts";

export type DecideOutcome = { kind: "not-found" | "limited" | "left" | "decided" };

/** Whether it goes, and what it says; until it has left. */
export async function decideOnThanks(house: House, by: Viewer, eventId: string, { body, goes }: { body: string; goes: boolean }): Promise<DecideOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const desk = await eventOnDesk(tx, by, eventId, "write-letters", at);
    if (!desk || !mayStillThank(desk.event, at)) return { kind: "not-found" };
    if (goes && (await limitedNow.one(tx, by.personId)).is) return { kind: "limited" };
    if ((await decideThanks.run(tx, eventId, body, goes, by.personId, at)) === 0) return { kind: "left" };
    await record(tx, { kind: "thanks.decided", at, by: by.personId, eventId, about: { goes } });
    return { kind: "decided" };
  });
}

/** Once, when its morning has come. The letters follow from the change; whoever was noted as absent by then gets none. */
export async function letThanksLeave(house: House, eventId: string): Promise<void> {
  const at = house.clock.now();
  await house.db.transaction(async (tx) => {
    await eventForUpdate.maybe(tx, eventId);
    const event = await eventById.maybe(tx, eventId);
    if (!event || !mayStillThank(event, at) || isBefore(at, thanksLeave(event))) return;
    const { count } = await countThanked.one(tx, eventId);
    if ((await noteLeft.run(tx, eventId, count, at)) === 1) await record(tx, { kind: "thanks.left", at, by: null, eventId, about: { people: count } });
  });
}
