import type { House } from "../house.ts";
import { barredFromEvent } from "../organisations/hosting.sql.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { decide, placesToGive } from "./rsvp.ts";
import type { Ask, Places, Refusal, Standing } from "./rsvp.ts";
import { placeInLine, placesForUpdate, promoteFirst, standingOf, writeAnswer } from "./rsvp.sql.ts";

export type ReplyOutcome =
  | { kind: "going" | "maybe" | "not_going"; standing: Standing; wasSaid: boolean }
  /** 1 is first in line. */
  | { kind: "waitlisted"; position: number; standing: Standing; wasSaid: boolean }
  | { kind: "refused"; why: Refusal }
  | { kind: "not-found" };

/** Takes a person's answer. The form, and later a Join from another server, end here. Giving the same answer again changes nothing. */
export async function reply(house: House, personId: string, eventId: string, ask: Ask): Promise<ReplyOutcome> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const event = await placesForUpdate.maybe(tx, eventId);
    if (!event) return { kind: "not-found" };
    if (ask.answer !== "not_going" && (await barredFromEvent.one(tx, personId, eventId)).is) return { kind: "refused", why: "barred" };
    const before = await standingOf.maybe(tx, eventId, personId);
    const decision = decide(event, before, ask, now);
    if (decision.kind === "refused") return decision;

    let { standing } = decision;
    let position: number | null = null;
    if (decision.kind === "answered") {
      await writeAnswer.run(tx, eventId, personId, standing, decision.counts, now);
      await record(tx, { kind: "rsvp.changed", at: now, by: personId, personId, eventId, about: { answer: standing.answer, was: before?.answer ?? null } });
      const promoted = await giveFreePlaces(tx, eventId, { ...event, ...decision.counts }, now);
      if (promoted.includes(personId)) standing = { ...standing, answer: "going" };
      // Whoever has just joined the line is its last: no need to count it.
      if (before?.answer !== "waitlisted") position = decision.counts.waitingCount - promoted.length;
    }
    const wasSaid = decision.kind === "unchanged";
    if (standing.answer !== "waitlisted") return { kind: standing.answer, standing, wasSaid };
    position ??= (await placeInLine.one(tx, eventId, personId)).position;
    return { kind: "waitlisted", position, standing, wasSaid };
  });
}

/** After the capacity was raised: whoever waits moves up, in order. Doing it again finds nothing to give. */
export async function promoteWaiting(house: House, eventId: string): Promise<string[]> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const event = await placesForUpdate.maybe(tx, eventId);
    return event ? giveFreePlaces(tx, eventId, event, now) : [];
  });
}

/** Under the event's lock, in the transaction that freed the places, so that each is given exactly once. */
async function giveFreePlaces(tx: Tx, eventId: string, event: Places, now: Temporal.Instant): Promise<string[]> {
  const free = placesToGive(event, now);
  if (free === 0) return [];
  const promoted = await promoteFirst.many(tx, eventId, free, now);
  for (const { personId } of promoted) await record(tx, { kind: "rsvp.promoted", at: now, by: null, personId, eventId });
  return promoted.map(({ personId }) => personId);
}
