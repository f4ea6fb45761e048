import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { noteCame, noteRest, setWalkIns, takeBackCame } from "./afterwards.sql.ts";
import { eventState } from "../events/event.ts";
import { eventOnDesk } from "./duty.sql.ts";

export type CameNote = {
  readonly people: readonly { personId: string; came: "came" | "absent" | "unknown" }[];
  /** Null: as it was. */
  readonly walkIns: number | null;
  /** Whoever is not known otherwise was there. */
  readonly restCame: boolean;
};

export async function noteWhoCame(house: House, by: Viewer, eventId: string, { people, walkIns, restCame }: CameNote): Promise<{ kind: "not-found" } | { kind: "noted" }> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const desk = await eventOnDesk(tx, by, eventId, "see-answers", at);
    if (!desk || eventState(desk.event, at) !== "past") return { kind: "not-found" };
    const said = people.filter(({ came }) => came !== "unknown");
    let touched = await takeBackCame.run(tx, eventId, people.filter(({ came }) => came === "unknown").map(({ personId }) => personId));
    touched += await noteCame.run(tx, eventId, said.map(({ personId }) => personId), said.map(({ came }) => came), by.personId, at);
    if (restCame) touched += await noteRest.run(tx, eventId, by.personId, at);
    if (walkIns !== null) touched += await setWalkIns.run(tx, eventId, walkIns);
    if (touched > 0) await record(tx, { kind: "attendance.noted", at, by: by.personId, eventId });
    return { kind: "noted" };
  });
}
