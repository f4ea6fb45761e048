import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { conductOf, contactsPossible, saveConduct } from "./conduct.sql.ts";
import type { Conduct } from "./conduct.ts";
import { lockUnits, unitById } from "./unit.sql.ts";

/** Whoever is newly named by another is told, by the change that says so. */
export async function sayConduct(house: House, by: Viewer, organisationId: string, ask: Conduct): Promise<{ kind: "saved" | "not-found" | "nobody-of-ours" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await lockUnits.many(tx, [organisationId]);
    const organisation = await unitById.maybe(tx, organisationId);
    if (organisation?.kind !== "organisation" || !mayOrganise(by, organisation.path)) return { kind: "not-found" };
    const before = (await conductOf.maybe(tx, organisationId, null)) ?? { words: "", link: null, contactId: null, contactAddress: null };
    const isNew = ask.contactId !== null && ask.contactId !== before.contactId;
    if (isNew && !(await contactsPossible.many(tx, organisationId)).some(({ personId }) => personId === ask.contactId)) return { kind: "nobody-of-ours" };
    const fields = (["words", "link", "contactId", "contactAddress"] as const).filter((field) => ask[field] !== before[field]);
    if (fields.length === 0) return { kind: "saved" };
    await saveConduct.run(tx, organisationId, ask.words, ask.link, ask.contactId, ask.contactAddress, at);
    await record(tx, { kind: "conduct.changed", at, by: by.personId, unitId: organisationId, fields });
    if (isNew && ask.contactId !== by.personId) await record(tx, { kind: "conduct.contact-named", at, by: by.personId, personId: ask.contactId, unitId: organisationId });
    return { kind: "saved" };
  });
}
