/** Founding an organisation and changing what it says of itself. */
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { newId } from "../platform/ids.ts";
import { dayAt } from "./membership.ts";
import { setLinesOf } from "./membership.sql.ts";
import { startMembership } from "./membership.actions.ts";
import { insertOrganiser } from "./organiser.sql.ts";
import { freeSlug, slugFrom } from "./unit.ts";
import type { OrganisationAsk } from "./unit.ts";
import { keepValues } from "./unit-log.sql.ts";
import { valuesChanged } from "./unit-log.ts";
import { codesTaken, insertOrganisation, insertUnit, lockNames, lockUnits, slugsTaken, unitById, updateOrganisation, updateUnit } from "./unit.sql.ts";

export type { OrganisationAsk };

export type CreateOutcome = { kind: "created"; id: string; slug: string; path: string } | { kind: "code-taken" };

/** Whoever founds an organisation is its first member and organiser. The same code twice (or the same form) is refused. */
export async function createOrganisation(house: House, by: { personId: string }, ask: OrganisationAsk): Promise<CreateOutcome> {
  return house.db.transaction((tx) => createOrganisationIn(tx, house, by, ask));
}

export async function createOrganisationIn(tx: Tx, house: House, by: { personId: string }, ask: OrganisationAsk): Promise<CreateOutcome> {
  const at = house.clock.now();
  await lockNames.run(tx);
  if ((await codesTaken.many(tx)).some(({ code }) => code === ask.code)) return { kind: "code-taken" };
  const id = newId(at.epochMilliseconds);
  const wanted = slugFrom(ask.name, "organisation");
  const taken = new Set((await slugsTaken.many(tx, null, wanted)).map((row) => row.slug));
  const slug = freeSlug(wanted, taken);
  await insertOrganisation.run(tx, { ...ask, id }, at);
  await insertUnit.run(tx, { ...ask, id, organisationId: id, parentId: null, kind: "organisation", slug }, at);
  await record(tx, { kind: "organisation.created", at, by: by.personId, unitId: id });
  await startMembership(tx, { personId: by.personId, unitId: id, on: dayAt(at, ask.zone), source: "founded", at });
  await insertOrganiser.run(tx, by.personId, id, at, by.personId);
  await record(tx, { kind: "organiser.started", at, by: by.personId, personId: by.personId, unitId: id });
  return { kind: "created", id, slug, path: `/organisations/${slug}` };
}

/** The address stays as it was, whatever the new name: others have written it down. */
export async function editOrganisation(house: House, by: Viewer, organisationId: string, ask: OrganisationAsk): Promise<{ kind: "saved" | "not-found" | "code-taken" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await lockNames.run(tx);
    const [locked] = await lockUnits.many(tx, [organisationId]);
    const before = locked && (await unitById.maybe(tx, organisationId));
    if (!before || before.kind !== "organisation" || !mayOrganise(by, before.path)) return { kind: "not-found" };
    if (ask.code !== before.code && (await codesTaken.many(tx)).some(({ code }) => code === ask.code)) return { kind: "code-taken" };
    const fields = (Object.keys(ask) as (keyof OrganisationAsk)[]).filter((field) => ask[field] !== before[field]);
    if (fields.length === 0) return { kind: "saved" };
    await updateOrganisation.run(tx, organisationId, ask);
    await updateUnit.run(tx, organisationId, ask);
    if (fields.includes("line")) await setLinesOf.run(tx, organisationId);
    const changeId = await record(tx, { kind: "organisation.edited", at, by: by.personId, unitId: organisationId, fields });
    await keepValues.run(tx, changeId, organisationId, valuesChanged(before, ask, fields));
    return { kind: "saved" };
  });
}
