/** Places that came free go to whoever is next. Always under the event's lock, in the transaction that freed them, so that each is given exactly once. */
import { hasTwoHalls } from "../events/places.ts";
import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { given, hallThatGives, lapsed, placesToGive } from "./giving.ts";
import type { Places } from "./rsvp.ts";
import { countsAfter } from "./standing.ts";
import type { Standing } from "./standing.ts";
import { eventsWithOffersOver, headOfLine, offersOver, placesForUpdate, writeAnswer, writeGiven } from "./rsvp.sql.ts";
import type { Given } from "./rsvp.sql.ts";

/** After the capacity was raised: whoever waits moves up, in order. Doing it again finds nothing to give. */
export async function promoteWaiting(house: House, eventId: string): Promise<string[]> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const event = await placesForUpdate.maybe(tx, eventId);
    if (!event) return [];
    return (await giveFreePlaces(tx, eventId, await settleOffers(tx, eventId, event, now), now)).given.map(({ personId }) => personId);
  });
}

/** Every few minutes: what was offered and not taken goes to the next. Whoever answers meanwhile settles their event's first, so nothing hangs on this. */
export async function settleOffersEverywhere(house: House): Promise<void> {
  for (const { eventId } of await eventsWithOffersOver.many(house.db, house.clock.now())) await promoteWaiting(house, eventId);
}

/** The event once the offers are gone that nobody took in time. */
export async function settleOffers(tx: Tx, eventId: string, event: Places, now: Temporal.Instant): Promise<Places> {
  if (event.keptCount === 0) return event;
  let after = event;
  for (const { personId, ...before } of await offersOver.many(tx, eventId, now)) {
    const standing = lapsed(after, before);
    after = { ...after, ...countsAfter(after, before, standing) };
    await writeAnswer.run(tx, eventId, personId, standing, after, now);
    await record(tx, { kind: "rsvp.lapsed", at: now, by: null, personId, eventId, about: { answer: standing.answer } });
  }
  return after;
}

export async function giveFreePlaces(tx: Tx, eventId: string, event: Places, now: Temporal.Instant): Promise<{ event: Places; given: Given[] }> {
  const all: Given[] = [];
  let after = event;
  for (let hall = hallThatGives(after, now); hall; hall = hallThatGives(after, now)) {
    const round: Given[] = [];
    for (const { personId, zone, ...next } of await headOfLine.many(tx, eventId, hasTwoHalls(event), hall === "online", placesToGive(after, hall, now))) {
      const standing = given(after, next, zone, now);
      after = { ...after, ...countsAfter(after, next, standing) };
      round.push({ personId, after: standing });
      await record(tx, { kind: kindOf(next, standing), at: now, by: null, personId, eventId, about: { answer: standing.answer } });
    }
    // Counts that promise somebody whom the line does not hold would be asked for ever.
    if (round.length === 0) break;
    await writeGiven.run(tx, eventId, round, after, now);
    all.push(...round);
  }
  return { event: after, given: all };
}

function kindOf(before: Standing, after: Standing): "rsvp.moved" | "rsvp.offered" | "rsvp.promoted" {
  if (before.moveNo !== null) return "rsvp.moved";
  return after.offeredUntil ? "rsvp.offered" : "rsvp.promoted";
}
