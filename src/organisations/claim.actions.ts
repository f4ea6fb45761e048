/** The owner of an address answers a list that has it: "it is me, and I join", "it is not me", or "take me off". */
import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { hashToken } from "../platform/ids.ts";
import { emptyMerged, entryByToken, fillBlanks, lengthenMemberships, listsWaiting, lockUnclaimed, moveMemberships, notThem, rememberTakenOff, unitsOfEntry } from "./claim.sql.ts";
import { eraseFromList } from "./list.sql.ts";
import { startMembership } from "./membership.actions.ts";
import { countMembers, setLine } from "./membership.sql.ts";
import { dayAt } from "./membership.ts";
import { lockUnits, unitById } from "./unit.sql.ts";

/** What shows that an entry is theirs to answer: a verified address, or the link of the letter. */
export type Proof = { by: "address"; listedId: string } | { by: "letter"; token: string };

export type ClaimOutcome = { kind: "joined"; organisation: string; organisationSlug: string } | { kind: "not-found" };

/**
 * The imported row becomes part of their person: memberships move with their periods, their own words win, and nobody saw anything of it before.
 * Being on the list is the organisers' yes, so no join policy stands in the way.
 */
export async function joinFromList(house: House, by: Viewer, proof: Proof): Promise<ClaimOutcome> {
  return house.db.transaction(async (tx): Promise<ClaimOutcome> => {
    const entry = await entryFor(tx, by, proof);
    if (!entry) return { kind: "not-found" };
    const units = await unitsOfEntry.many(tx, entry.personId);
    await lockUnits.many(tx, [entry.organisationId, ...units.map((unit) => unit.unitId)]);
    if (!(await lockUnclaimed.maybe(tx, entry.personId))) return { kind: "not-found" };
    const at = house.clock.now();
    await lengthenMemberships.run(tx, entry.personId, by.personId);
    const begun = (await moveMemberships.many(tx, entry.personId, by.personId)).filter((moved) => moved.endsOn === null).map((moved) => moved.unitId);
    await countMembers.run(tx, begun, 1);
    for (const unitId of begun) await record(tx, { kind: "membership.started", at, by: by.personId, personId: by.personId, unitId, about: { source: "imported" } });
    const on = dayAt(at, (await unitById.one(tx, entry.organisationId)).zone);
    for (const { unitId, current } of units) if (current) await startMembership(tx, { personId: by.personId, unitId, on, source: "imported", at });
    await setLine.run(tx, by.personId);
    await fillBlanks.run(tx, entry.personId, by.personId, at);
    await emptyMerged.run(tx, entry.personId, by.personId, at);
    await record(tx, { kind: "list.joined", at, by: by.personId, personId: by.personId, unitId: entry.organisationId, about: { listed: entry.personId } });
    return { kind: "joined", organisation: entry.organisation, organisationSlug: entry.organisationSlug };
  });
}

export async function notMe(house: House, by: Viewer, listedId: string): Promise<{ kind: "noted" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const entry = await entryFor(tx, by, { by: "address", listedId });
    if (!entry || !(await lockUnclaimed.maybe(tx, entry.personId))) return { kind: "not-found" };
    const at = house.clock.now();
    await notThem.run(tx, entry.personId, at);
    await record(tx, { kind: "list.not-me", at, by: by.personId, unitId: entry.organisationId, about: { listed: entry.personId } });
    return { kind: "noted" };
  });
}

/** Takes them off for good, by the letter's link, without an account: the row is erased, and a later import leaves the address out. */
export async function eraseByLetter(house: House, token: string): Promise<{ kind: "erased"; organisation: string } | { kind: "gone" }> {
  return house.db.transaction(async (tx) => {
    const entry = await entryByToken.maybe(tx, hashToken(token));
    if (!entry) return { kind: "gone" };
    return erase(tx, house, entry, null);
  });
}

/** The same for someone signed in. */
export async function eraseMine(house: House, by: Viewer, listedId: string): Promise<{ kind: "erased"; organisation: string } | { kind: "gone" }> {
  return house.db.transaction(async (tx) => {
    const entry = await entryFor(tx, by, { by: "address", listedId });
    if (!entry) return { kind: "gone" };
    return erase(tx, house, entry, by.personId);
  });
}

type Entry = Awaited<ReturnType<typeof listsWaiting.many>>[number];

async function erase(tx: Tx, house: House, entry: Entry, by: string | null): Promise<{ kind: "erased"; organisation: string }> {
  const at = house.clock.now();
  await rememberTakenOff.run(tx, entry.organisationId, entry.address, at);
  await eraseFromList.run(tx, entry.organisationId, [entry.personId]);
  await record(tx, { kind: "list.erased", at, by, unitId: entry.organisationId });
  return { kind: "erased", organisation: entry.organisation };
}

async function entryFor(tx: Tx, by: Viewer, proof: Proof): Promise<Entry | null> {
  if (proof.by === "letter") return entryByToken.maybe(tx, hashToken(proof.token));
  return (await listsWaiting.many(tx, by.personId)).find((entry) => entry.personId === proof.listedId) ?? null;
}
