import { inLine } from "../events/places.ts";
import type { House } from "../house.ts";
import { barredFromEvent } from "../organisations/hosting.sql.ts";
import { record } from "../platform/changes/record.ts";
import { giveFreePlaces, settleOffers } from "./giving.actions.ts";
import { keepSayings } from "./question.actions.ts";
import type { Saying } from "./question.ts";
import { decide } from "./rsvp.ts";
import type { Ask, Refusal, Standing } from "./rsvp.ts";
import { placeInLine, placesForUpdate, standingOf, writeAnswer } from "./rsvp.sql.ts";
import { hallOf } from "./standing.ts";

export type ReplyOutcome =
  | { kind: "going" | "maybe" | "not_going" | "asked"; standing: Standing; wasSaid: boolean }
  /** 1 is first in line; 0 is out of it again, with an offer. */
  | { kind: "waitlisted"; position: number; standing: Standing; wasSaid: boolean }
  | { kind: "too-many-guests"; most: number }
  | { kind: "refused"; why: Refusal }
  | { kind: "not-found" };

/**
 * Takes a person's answer. The form, and later a Join from another server, end here. Giving the same answer again changes nothing.
 * `sayings`: to the organisers' questions, where the form had them.
 */
export async function reply(house: House, personId: string, eventId: string, ask: Ask, sayings: readonly Saying[] = []): Promise<ReplyOutcome> {
  const now = house.clock.now();
  return house.db.transaction(async (tx) => {
    const locked = await placesForUpdate.maybe(tx, eventId);
    if (!locked) return { kind: "not-found" };
    if (ask.answer !== "not_going" && (await barredFromEvent.one(tx, personId, eventId)).is) return { kind: "refused", why: "barred" };
    const settled = await settleOffers(tx, eventId, locked, now);
    const { event } = settled === locked ? { event: locked } : await giveFreePlaces(tx, eventId, settled, now);
    const before = await standingOf.maybe(tx, eventId, personId);
    const decision = decide(event, before, ask, now);
    if (decision.kind === "refused" || decision.kind === "too-many-guests") return decision;

    let { standing } = decision;
    let position: number | null = null;
    if (decision.kind === "answered") {
      await writeAnswer.run(tx, eventId, personId, standing, decision.counts, now);
      await record(tx, { kind: "rsvp.changed", at: now, by: personId, personId, eventId, about: { answer: standing.answer, was: before?.answer ?? null } });
      const after = await giveFreePlaces(tx, eventId, { ...event, ...decision.counts }, now);
      standing = after.given.find((one) => one.personId === personId)?.after ?? standing;
      // Whoever has just joined the line is its last: no need to count it.
      if (before?.answer !== "waitlisted") position = inLine(after.event, hallOf(event, standing));
    }
    const isTold = (await keepSayings(tx, eventId, personId, sayings, now)) > 0;
    const wasSaid = decision.kind === "unchanged" && !isTold;
    if (standing.answer !== "waitlisted") return { kind: standing.answer, standing, wasSaid };
    position ??= (await placeInLine.one(tx, eventId, personId)).position;
    return { kind: "waitlisted", position, standing, wasSaid };
  });
}
