/** Beginning and ending to belong. Everything that makes somebody a member ends here: joining, accepting, an invitation, an import. */
import { barredFromUnit } from "../people/sanction.sql.ts";
import type { Tx } from "../platform/db/query.ts";
import { record } from "../platform/changes/record.ts";
import { settleJoinRequests, withdrawJoinRequests } from "./join-request.sql.ts";
import { countMembers, endMemberships, insertMembership, resumeMembership, setLine } from "./membership.sql.ts";
import type { Source } from "./membership.sql.ts";
import { endOrganisersBeneath } from "./organiser.sql.ts";
import { lockUnits, unitById } from "./unit.sql.ts";

type Start = {
  personId: string;
  unitId: string;
  /** The day at the organisation. */
  on: Temporal.PlainDate;
  source: Source;
  at: Temporal.Instant;
  /** Who did it; the person themselves unless said. Null: the product. */
  by?: string | null;
};

/**
 * Makes somebody a member of a unit, and of its organisation where they are not yet. Returns the units in which a membership began: none when they
 * belonged to both already, so that doing it twice is harmless, and none for whoever is barred, by whichever door they come.
 */
export async function startMembership(tx: Tx, { personId, unitId, on, source, at, by = personId }: Start): Promise<string[]> {
  const unit = await unitById.one(tx, unitId);
  const wanted = unit.id === unit.organisationId ? [unit.id] : [unit.organisationId, unit.id];
  await lockUnits.many(tx, wanted);
  if ((await barredFromUnit.one(tx, personId, unitId)).is) return [];
  const started: string[] = [];
  for (const id of wanted) {
    const begun = (await resumeMembership.run(tx, personId, id, on)) || (await insertMembership.run(tx, personId, id, on, source, at));
    if (begun) started.push(id);
  }
  if (started.length > 0) {
    await countMembers.run(tx, started, 1);
    await settleJoinRequests.run(tx, personId, started, by, at);
    if (started.includes(unit.organisationId)) await setLine.run(tx, personId);
    for (const id of started) await record(tx, { kind: "membership.started", at, by, personId, unitId: id, about: { source } });
  }
  return started;
}

type End = {
  personId: string;
  unitId: string;
  on: Temporal.PlainDate;
  at: Temporal.Instant;
  by?: string | null;
  /** Everything under the unit ends too: memberships, what they organise, what they asked for. An organisation never ends without. */
  beneath?: boolean;
};

/** Ends a membership. Returns the units in which one ended; none when there was none. */
export async function endMembership(tx: Tx, { personId, unitId, on, at, by = personId, beneath = true }: End): Promise<string[]> {
  const unit = await unitById.one(tx, unitId);
  await lockUnits.many(tx, unit.path);
  const ended = (await endMemberships.many(tx, personId, unitId, on, beneath)).map((row) => row.unitId);
  if (ended.length > 0) {
    await lockUnits.many(tx, ended);
    await countMembers.run(tx, ended, -1);
    if (ended.includes(unit.organisationId)) await setLine.run(tx, personId);
    for (const id of ended) await record(tx, { kind: "membership.ended", at, by, personId, unitId: id });
  }
  if (beneath) {
    await withdrawJoinRequests.many(tx, personId, unitId, at);
    for (const { unitId: id } of await endOrganisersBeneath.many(tx, personId, unitId, at)) {
      await record(tx, { kind: "organiser.ended", at, by, personId, unitId: id });
    }
  }
  return ended;
}
