import { eventForUpdate } from "../events/event.sql.ts";
import { isBefore } from "../events/event.ts";
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { changedAnswering, withoutUseless } from "./answering.ts";
import type { Answering } from "./answering.ts";
import { updateAnswering } from "./answering.sql.ts";

export type SettleOutcome =
  | { kind: "not-found" }
  | { kind: "over" }
  /** More would be held back than there are places. */
  | { kind: "held-too-many"; capacity: number }
  | { kind: "settled"; changed: string[] };

/** Nobody loses a place by it: what there is less of is given less often, and what there is more of goes to those who wait (`event.changed`). */
export async function settleAnswering(house: House, by: Viewer, eventId: string, asked: Answering): Promise<SettleOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const event = await eventForUpdate.maybe(tx, eventId);
    if (!event || !mayOrganise(by, event.hostPath)) return { kind: "not-found" };
    if (event.cancelledAt || !isBefore(at, event.endsAt)) return { kind: "over" };
    const after = withoutUseless(event, event, asked);
    if (event.capacity !== null && after.heldBack > event.capacity) return { kind: "held-too-many", capacity: event.capacity };
    const changed = changedAnswering(event, after);
    if (changed.length === 0) return { kind: "settled", changed };
    await updateAnswering.run(tx, eventId, after);
    await record(tx, { kind: "event.changed", at, by: by.personId, unitId: event.unitId, eventId, fields: changed });
    return { kind: "settled", changed };
  });
}
