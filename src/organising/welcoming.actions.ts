/** Asking somebody to make others welcome, and saying yes or no. That somebody answered is recorded, and never what: a no is between two people. */
import { eventById } from "../events/event.sql.ts";
import type { House } from "../house.ts";
import { limitedNow } from "../people/sanction.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Welcome } from "../people/wishes.ts";
import { record } from "../platform/changes/record.ts";
import type { Db } from "../platform/db/query.ts";
import { eventOnDesk } from "./duty.sql.ts";
import { agreeToWelcome, askToWelcome, couldWelcome, declineToWelcome, endWelcoming, isComing, offerToWelcome, takeBackOffers } from "./welcoming.sql.ts";
import { takesWelcoming } from "./welcoming.ts";

export type AskOutcome = { kind: "not-found" | "limited" } | { kind: "asked"; name: string; wasAsked: boolean };

export async function askForWelcome(house: House, by: Viewer, eventId: string, personId: string, ask: { kind: Welcome; note: string }): Promise<AskOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const desk = await eventOnDesk(tx, by, eventId, "see-answers", at);
    if (!desk || !takesWelcoming(desk.event, at)) return { kind: "not-found" };
    if ((await limitedNow.one(tx, by.personId)).is) return { kind: "limited" };
    const person = await couldWelcome.maybe(tx, eventId, by.personId, personId);
    if (!person) return { kind: "not-found" };
    const asked = await askToWelcome.run(tx, eventId, personId, ask, by.personId, at);
    if (asked === 1) await record(tx, { kind: "welcoming.asked", at, by: by.personId, personId, eventId, about: { welcome: ask.kind } });
    return { kind: "asked", name: person.name, wasAsked: asked === 0 };
  });
}

/** An organiser needs them no longer. Whoever had agreed is told. */
export async function endAsking(house: House, by: Viewer, eventId: string, personId: string, kind: Welcome): Promise<{ kind: "not-found" | "ended" }> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const desk = await eventOnDesk(tx, by, eventId, "see-answers", at);
    const ended = desk ? await endWelcoming.maybe(tx, eventId, personId, kind) : null;
    if (!ended) return { kind: "not-found" };
    await record(tx, { kind: "welcoming.ended", at, by: by.personId, personId, eventId, about: { welcome: kind, hadAgreed: ended.hadAgreed } });
    return { kind: "ended" };
  });
}

/** Only whoever comes, and while there is something to welcome people to. */
async function mayWelcome(db: Db, by: Viewer, eventId: string, now: Temporal.Instant): Promise<boolean> {
  const event = await eventById.maybe(db, eventId);
  return event !== null && takesWelcoming(event, now) && (await isComing.one(db, eventId, by.personId)).is;
}

export async function offerWelcome(house: House, by: Viewer, eventId: string, kinds: readonly Welcome[]): Promise<{ kind: "not-found" | "saved" }> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    if (!(await mayWelcome(tx, by, eventId, at))) return { kind: "not-found" };
    const changed = (await offerToWelcome.run(tx, eventId, by.personId, [...kinds], at)) + (await takeBackOffers.run(tx, eventId, by.personId, [...kinds]));
    if (changed > 0) await record(tx, { kind: "welcoming.offered", at, by: by.personId, personId: by.personId, eventId });
    return { kind: "saved" };
  });
}

/** Yes, with whether others see it; or no, also after a yes. */
export async function answerWelcome(house: House, by: Viewer, eventId: string, kind: Welcome, answer: { agrees: boolean; isShown: boolean }): Promise<{ kind: "not-found" | "answered" }> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    if (!(await mayWelcome(tx, by, eventId, at))) return { kind: "not-found" };
    const changed = answer.agrees ? await agreeToWelcome.run(tx, eventId, by.personId, kind, answer.isShown, at) : await declineToWelcome.run(tx, eventId, by.personId, kind, at);
    if (changed > 0) await record(tx, { kind: "welcoming.answered", at, by: by.personId, personId: by.personId, eventId, about: { welcome: kind } });
    return { kind: "answered" };
  });
}
