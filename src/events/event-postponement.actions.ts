/** Off for now: the date is taken back before there is a new one. The new one is set like any other (`editEvent`), and then answers are asked again. */
import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { before, organisedForUpdate } from "./event.actions.ts";
import type { Organiser } from "./event.actions.ts";
import { noteUntold } from "./event-news.sql.ts";
import { hasStarted, mayCallOff } from "./event.ts";
import { markPostponed, markResumed, noteMove, renewOffers } from "./event-write.sql.ts";

export type PostponeOutcome = { kind: "not-found" | "too-late" | "already" | "postponed" };

/** Answers stay as they are; a last day for answers goes with the date that it belonged to. */
export async function postponeEvent(house: House, by: Organiser, eventId: string, reason: string): Promise<PostponeOutcome> {
  return house.db.transaction(async (tx) => {
    const event = await organisedForUpdate(tx, by, eventId);
    if (!event?.publishedAt || !mayCallOff(by as Viewer, event)) return { kind: "not-found" };
    if (event.cancelledAt) return { kind: "already" };
    const at = house.clock.now();
    if (hasStarted(event, at)) return { kind: "too-late" };
    await markPostponed.run(tx, event.id, by.personId, reason, at);
    await record(tx, { kind: "event.postponed", at, by: by.personId, unitId: event.unitId, eventId: event.id });
    return { kind: "postponed" };
  });
}

/** On the old date after all, while that is still ahead. Told and asked like a new one: people have made other plans since. */
export async function keepOldDate(house: House, by: Organiser, eventId: string): Promise<{ kind: "not-found" | "too-late" | "kept" }> {
  return house.db.transaction(async (tx) => {
    const event = await organisedForUpdate(tx, by, eventId);
    if (!event?.isPostponed || !mayCallOff(by as Viewer, event)) return { kind: "not-found" };
    const at = house.clock.now();
    if (hasStarted(event, at)) return { kind: "too-late" };
    await markResumed.run(tx, event.id, true, at);
    await renewOffers.run(tx, event.id, at);
    await noteMove.run(tx, event.id, event.wasStartsAt, true, at);
    const about = { ...before(event), asksAgain: true, visitsMoved: false };
    const changeId = await record(tx, { kind: "event.changed", at, by: by.personId, unitId: event.unitId, eventId: event.id, fields: ["startsAt"], about });
    await noteUntold.run(tx, event.id, changeId);
    return { kind: "kept" };
  });
}
