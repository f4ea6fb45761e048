import { eventForUpdate } from "../events/event.sql.ts";
import { isBefore } from "../events/event.ts";
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { OrganisersWord } from "./agreeing.ts";
import { agreed, declined, givenHeld, heldToGive, isToAgree, mayBeGiven } from "./agreeing.ts";
import { takeHeld } from "./answering.sql.ts";
import { giveFreePlaces, settleOffers } from "./giving.actions.ts";
import type { Places } from "./rsvp.ts";
import { placesForUpdate, standingOf, writeAnswer } from "./rsvp.sql.ts";
import { countsAfter } from "./standing.ts";
import type { Standing } from "./standing.ts";

export type WordOutcome =
  | { kind: "not-found" }
  /** It is over or off. */
  | { kind: "over" }
  /** They have changed their answer in the meantime, or another organiser was quicker. */
  | { kind: "changed-meanwhile" }
  | { kind: "none-held" }
  | { kind: "said"; standing: Standing };

/** What an organiser says to one person's answer. They are told by letter, in a consequence. */
export async function sayToAnswer(house: House, by: Viewer, ask: { eventId: string; personId: string; word: OrganisersWord }): Promise<WordOutcome> {
  const { eventId, personId, word } = ask;
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const event = await eventForUpdate.maybe(tx, eventId);
    if (!event?.publishedAt || !mayOrganise(by, event.hostPath)) return { kind: "not-found" };
    if (event.cancelledAt || !isBefore(at, event.endsAt)) return { kind: "over" };
    // What an offer that lapsed leaves free is the line's, also where nothing comes of this word.
    const settled = await settleOffers(tx, eventId, await placesForUpdate.one(tx, eventId), at);
    const { event: places } = await giveFreePlaces(tx, eventId, settled, at);
    const before = await standingOf.maybe(tx, eventId, personId);
    if (!before || !mayBeSaid(word, before)) return { kind: "changed-meanwhile" };
    if (word === "give-held" && heldToGive(places) === 0) return { kind: "none-held" };
    const standing = standingAfter(word, places, before, at);
    const counts = countsAfter(places, before, standing);
    const heldBack = places.heldBack - Number(word === "give-held");
    await writeAnswer.run(tx, eventId, personId, standing, counts, at);
    if (word === "give-held") await takeHeld.run(tx, eventId);
    await record(tx, { kind: KINDS[word], at, by: by.personId, personId, unitId: event.unitId, eventId, about: { answer: standing.answer } });
    await giveFreePlaces(tx, eventId, { ...places, ...counts, heldBack }, at);
    return { kind: "said", standing };
  });
}

const KINDS = { agree: "rsvp.agreed", decline: "rsvp.declined", "give-held": "rsvp.given" } as const;

function mayBeSaid(word: OrganisersWord, before: Standing): boolean {
  if (word === "agree") return isToAgree(before);
  return word === "decline" ? before.answer === "asked" : mayBeGiven(before);
}

function standingAfter(word: OrganisersWord, event: Places, before: Standing, now: Temporal.Instant): Standing {
  if (word === "agree") return agreed(event, before);
  return word === "decline" ? declined(event, before, now) : givenHeld(event, before);
}
