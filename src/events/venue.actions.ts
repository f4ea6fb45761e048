import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Organiser } from "./event.actions.ts";
import { noteUntold } from "./event-news.sql.ts";
import type { VenueFields } from "./event-fields.ts";
import { organisesIn, touchEventsAt, updateVenue, venueById } from "./venue.sql.ts";

/** What people need to find the room; the rest is good to know. */
const MATTERS: readonly (keyof VenueFields)[] = ["name", "address", "area", "directions"];

export type VenueOutcome = { kind: "not-found" } | { kind: "saved"; eventsTold: number };

/** Corrects a place. Each coming event there has then changed, and those who answered hear of it where it matters. */
export async function editVenue(house: House, by: Organiser, venueId: string, fields: VenueFields): Promise<VenueOutcome> {
  return house.db.transaction(async (tx) => {
    const venue = await venueById.maybe(tx, venueId);
    if (!venue || !(await organisesIn.maybe(tx, venue.organisationId, [...by.organises]))) return { kind: "not-found" };
    const at = house.clock.now();
    const matters = MATTERS.some((name) => venue[name] !== fields[name]);
    await updateVenue.run(tx, venue.id, fields, by.personId, at.toZonedDateTimeISO(house.config.zone).toPlainDate(), at);
    const events = await touchEventsAt.many(tx, venue.id, matters, at);
    await record(tx, { kind: "venue.changed", at, by: by.personId, about: { venueId: venue.id } });
    for (const { id, unitId } of matters ? events : []) {
      const changeId = await record(tx, { kind: "event.changed", at, by: by.personId, unitId, eventId: id, fields: ["venue"], about: { venueId: venue.id } });
      await noteUntold.run(tx, id, changeId);
    }
    return { kind: "saved", eventsTold: matters ? events.length : 0 };
  });
}
