import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import type { Row } from "../platform/db/columns.ts";
import type { Organiser } from "./event.actions.ts";
import { noteUntold } from "./event-news.sql.ts";
import { venueFieldNames } from "./event-fields.ts";
import type { VenueFields } from "./event-fields.ts";
import { markConfirmed, markOffered, organisesIn, touchEventsAt, updateVenue, venueForUpdate } from "./venue.sql.ts";

/** What people need to find the room; the rest is good to know. */
const MATTERS: readonly (keyof VenueFields)[] = ["name", "address", "area", "directions"];

type NotYours = { kind: "not-found" };
export type VenueOutcome = NotYours | { kind: "saved"; eventsTold: number };

/** Corrects a place, whoever meets there. Each coming event there has then changed, and those who answered hear of it where it matters. */
export async function editVenue(house: House, by: Organiser, venueId: string, fields: VenueFields): Promise<VenueOutcome> {
  return house.db.transaction(async (tx) => {
    const venue = await ownVenue(tx, by, venueId);
    if (!venue) return { kind: "not-found" };
    const at = house.clock.now();
    const changed = venueFieldNames.filter((name) => venue[name] !== fields[name]);
    const matters = MATTERS.some((name) => changed.includes(name));
    await updateVenue.run(tx, venue.id, fields, by.personId, today(house), at);
    const events = await touchEventsAt.many(tx, venue.id, matters, at);
    // Saving it as it was is a way to confirm it.
    await record(tx, { kind: changed.length > 0 ? "venue.changed" : "venue.confirmed", at, by: by.personId, fields: changed, about: { venueId: venue.id } });
    for (const { id, unitId } of matters ? events : []) {
      const changeId = await record(tx, { kind: "event.changed", at, by: by.personId, unitId, eventId: id, fields: ["venue"], about: { venueId: venue.id } });
      await noteUntold.run(tx, id, changeId);
    }
    return { kind: "saved", eventsTold: matters ? events.length : 0 };
  });
}

/** Says that all of it is still so. Twice on one day is once. */
export async function confirmVenue(house: House, by: Organiser, venueId: string): Promise<NotYours | { kind: "confirmed" }> {
  return house.db.transaction(async (tx) => {
    const venue = await ownVenue(tx, by, venueId);
    if (!venue) return { kind: "not-found" };
    const at = house.clock.now();
    if ((await markConfirmed.run(tx, venue.id, by.personId, today(house), at)) > 0) {
      await touchEventsAt.many(tx, venue.id, false, at);
      await record(tx, { kind: "venue.confirmed", at, by: by.personId, about: { venueId: venue.id } });
    }
    return { kind: "confirmed" };
  });
}

/** Lets the organisers of other organisations choose it, or no longer. Events that have it keep it, and it stays its owner's to edit. */
export async function offerVenue(house: House, by: Organiser, venueId: string, isOffered: boolean): Promise<NotYours | { kind: "offered" | "kept" }> {
  return house.db.transaction(async (tx) => {
    const venue = await ownVenue(tx, by, venueId);
    if (!venue) return { kind: "not-found" };
    const at = house.clock.now();
    const kind = isOffered ? "offered" : "kept";
    if ((venue.offeredAt !== null) === isOffered) return { kind };
    await markOffered.run(tx, venue.id, isOffered ? at : null, at);
    await record(tx, { kind: `venue.${kind}`, at, by: by.personId, about: { venueId: venue.id } });
    return { kind };
  });
}

/** Any organiser of the organisation that it belongs to looks after it. */
async function ownVenue(tx: Tx, by: Organiser, venueId: string): Promise<Row<(typeof venueForUpdate)["columns"]> | null> {
  const venue = await venueForUpdate.maybe(tx, venueId);
  return venue && (await organisesIn.maybe(tx, venue.organisationId, [...by.organises])) ? venue : null;
}

function today(house: House): Temporal.PlainDate {
  return house.clock.now().toZonedDateTimeISO(house.config.zone).toPlainDate();
}
