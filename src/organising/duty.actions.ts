import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { endOtherDuty, eventOnDesk, insertDuty, memberToAsk } from "./duty.sql.ts";
import type { Duty } from "./duty.ts";

export type GiveOutcome = { kind: "not-found" } | { kind: "no-member" } | { kind: "given"; name: string; wasHeld: boolean };

/** Asks a member of the hosts to look after part of the event, in place of what they looked after before. They are told by letter. */
export async function giveDuty(house: House, by: Viewer, eventId: string, { personId, duty }: { personId: string; duty: Duty }): Promise<GiveOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const desk = await eventOnDesk(tx, by, eventId, "give-duties", at);
    if (!desk?.event.publishedAt) return { kind: "not-found" };
    const member = await memberToAsk.maybe(tx, personId, desk.event.hostOrganisations);
    if (!member) return { kind: "no-member" };
    await endOtherDuty.run(tx, eventId, personId, duty, by.personId, at);
    const made = await insertDuty.run(tx, eventId, personId, duty, by.personId, at);
    if (made === 1) await record(tx, { kind: "duty.given", at, by: by.personId, personId, eventId, about: { duty } });
    return { kind: "given", name: member.name, wasHeld: made === 0 };
  });
}

export type TakeOutcome = { kind: "not-found" } | { kind: "ended"; own: boolean };

/** An organiser takes it back, or whoever holds it gives it back. */
export async function endDuty(house: House, by: Viewer, eventId: string, personId: string): Promise<TakeOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const own = personId === by.personId;
    const desk = await eventOnDesk(tx, by, eventId, "give-duties", at);
    if (!desk && !own) return { kind: "not-found" };
    const ended = await endOtherDuty.run(tx, eventId, personId, NO_DUTY, by.personId, at);
    if (ended === 0 && !desk) return { kind: "not-found" };
    if (ended > 0) await record(tx, { kind: "duty.ended", at, by: by.personId, personId, eventId });
    return { kind: "ended", own };
  });
}

/** Every duty is another than none. */
const NO_DUTY = "";
