import { eventForUpdate, eventSeenBy } from "../events/event.sql.ts";
import type { Event } from "../events/event.ts";
import type { House } from "../house.ts";
import { limitedNow } from "../people/sanction.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Db } from "../platform/db/query.ts";
import { insertFeedback, noteHeard, ownPresence, saySelf } from "./presence.sql.ts";
import { asksAfterwards } from "./presence.ts";
import type { Feedback, Guest, OwnPresence } from "./presence.ts";

/** The event and what this person has said of it, where they are asked at all. */
export async function askedAfterwards(db: Db, by: Viewer | Guest, eventId: string | undefined, now: Temporal.Instant): Promise<{ event: Event; own: OwnPresence } | null> {
  const event = await eventSeenBy(db, "isGuest" in by ? null : by, eventId, by.personId);
  const own = event && asksAfterwards(event, now) ? await ownPresence.maybe(db, event.id, by.personId) : null;
  return event && own ? { event, own } : null;
}

export type PresenceOutcome = { kind: "not-found" } | { kind: "said" };

export async function sayPresence(house: House, by: Viewer | Guest, eventId: string | undefined, came: boolean): Promise<PresenceOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const asked = await askedAfterwards(tx, by, eventId, at);
    if (!asked) return { kind: "not-found" };
    const changed = await saySelf.run(tx, asked.event.id, by.personId, came, at);
    if (changed === 1) await record(tx, { kind: "attendance.said", at, by: by.personId, personId: by.personId, eventId: asked.event.id });
    return { kind: "said" };
  });
}

export type FeedbackOutcome = { kind: "not-found" } | { kind: "limited" } | { kind: "given"; before: boolean };

/** Not in the log of changes, which would say who spoke and when. */
export async function giveFeedback(house: House, by: Viewer | Guest, eventId: string, feedback: Feedback): Promise<FeedbackOutcome> {
  return house.db.transaction(async (tx) => {
    await eventForUpdate.maybe(tx, eventId);
    const asked = await askedAfterwards(tx, by, eventId, house.clock.now());
    if (!asked?.own.came) return { kind: "not-found" };
    if ((await limitedNow.one(tx, by.personId)).is) return { kind: "limited" };
    const isNew = (await noteHeard.run(tx, eventId, by.personId)) === 1;
    if (isNew) await insertFeedback.run(tx, eventId, feedback);
    return { kind: "given", before: !isNew };
  });
}
