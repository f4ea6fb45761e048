import type { House } from "../house.ts";
import { claimedMember } from "../organisations/member.sql.ts";
import { insertOrganiser } from "../organisations/organiser.sql.ts";
import { lockUnits } from "../organisations/unit.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { mayHandOver } from "./organisation.ts";
import { organisationInCare } from "./organisation.sql.ts";

/** A member becomes its organiser, and is told by letter as anybody who does. Those who organised before stay what they were. */
export async function handOver(house: House, by: Viewer, ask: { organisationId: string; personId: string }): Promise<{ kind: "handed" | "already" | "not-member" | "in-care" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await lockUnits.many(tx, [ask.organisationId]);
    const organisation = await organisationInCare.maybe(tx, ask.organisationId);
    if (!organisation) return { kind: "not-found" };
    if (!mayHandOver(organisation, at)) return { kind: "in-care" };
    if (!(await claimedMember.one(tx, ask.organisationId, ask.personId)).is) return { kind: "not-member" };
    if ((await insertOrganiser.run(tx, ask.personId, ask.organisationId, at, by.personId)) === 0) return { kind: "already" };
    await record(tx, { kind: "organiser.started", at, by: by.personId, personId: ask.personId, unitId: ask.organisationId });
    return { kind: "handed" };
  });
}
