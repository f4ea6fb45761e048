/** Making, changing and closing the branches, groups and committees of an organisation. */
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { newId } from "../platform/ids.ts";
import { closeUnits, insertUnit, lockNames, lockUnits, slugsTaken, unitById, updateUnit } from "./unit.sql.ts";
import { freeSlug, slugFrom, unitUrl } from "./unit.ts";
import type { UnitAsk, UnitKind } from "./unit.ts";
import { keepValues } from "./unit-log.sql.ts";
import { valuesChanged } from "./unit-log.ts";

export type CreateUnitOutcome = { kind: "created"; id: string; path: string } | { kind: "not-found" };

/** Under any unit that is open. Pressing twice makes one: a sister of the same name and kind is the one that was meant. */
export async function createUnit(house: House, by: Viewer, ask: UnitAsk & { kind: Exclude<UnitKind, "organisation">; parentId: string }): Promise<CreateUnitOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const parent = await unitById.maybe(tx, ask.parentId);
    if (!parent || parent.closedAt || !mayOrganise(by, parent.path)) return { kind: "not-found" };
    await lockNames.run(tx);
    await lockUnits.many(tx, parent.path);
    const wanted = slugFrom(ask.name, ask.kind);
    const rows = await slugsTaken.many(tx, parent.organisationId, wanted);
    const same = rows.find((row) => row.name === ask.name && row.kind === ask.kind && row.parentId === parent.id && row.isOpen);
    if (same) return { kind: "created", id: same.id, path: unitUrl({ ...same, organisationSlug: parent.organisationSlug }) };
    const id = newId(at.epochMilliseconds);
    const slug = freeSlug(wanted, new Set(rows.map((row) => row.slug)));
    await insertUnit.run(tx, { ...ask, id, organisationId: parent.organisationId, slug }, at);
    await record(tx, { kind: "unit.created", at, by: by.personId, unitId: id });
    return { kind: "created", id, path: unitUrl({ kind: ask.kind, slug, organisationSlug: parent.organisationSlug }) };
  });
}

export async function editUnit(house: House, by: Viewer, unitId: string, ask: UnitAsk): Promise<{ kind: "saved" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const before = await unitById.maybe(tx, unitId);
    if (!before || before.kind === "organisation" || before.closedAt || !mayOrganise(by, before.path)) return { kind: "not-found" };
    const fields = (Object.keys(ask) as (keyof UnitAsk)[]).filter((field) => ask[field] !== before[field]);
    if (fields.length > 0) {
      await updateUnit.run(tx, unitId, ask);
      const changeId = await record(tx, { kind: "unit.edited", at, by: by.personId, unitId, fields });
      await keepValues.run(tx, changeId, unitId, valuesChanged(before, ask, fields));
    }
    return { kind: "saved" };
  });
}

/** Closing keeps everything that happened; nobody joins any more. Closing what is closed changes nothing. */
export async function closeUnit(house: House, by: Viewer, unitId: string): Promise<{ kind: "closed" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await unitById.maybe(tx, unitId);
    if (!unit || unit.kind === "organisation" || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, unit.path);
    for (const { id } of await closeUnits.many(tx, unitId, at)) await record(tx, { kind: "unit.closed", at, by: by.personId, unitId: id });
    return { kind: "closed" };
  });
}
