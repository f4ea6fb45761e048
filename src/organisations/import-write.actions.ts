/** The one transaction in which an import is written, and the one that takes it back. */
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { countsOf, tellProgress } from "./import-check.actions.ts";
import { askUndo, confirm, forgetFiles, forgetRows, importById, lockImport, setFinished, setUndone, takeTime, tryAgain } from "./import.sql.ts";
import { countKept, erasePeople, rowsToUndo, unlist } from "./import-undo.sql.ts";
import { findFates, renewListings, writeAddresses, writeListings, writeMemberships, writePeople } from "./import-write.sql.ts";
import { dayAt } from "./membership.ts";
import { lockUnits, unitById } from "./unit.sql.ts";

export type ConfirmOutcome = { kind: "confirmed" | "not-found" | "too-late" };

/** Says yes to the preview; a job writes. Saying it twice writes once. */
export async function confirmImport(house: House, by: Viewer | null, importId: string): Promise<ConfirmOutcome> {
  return house.db.transaction(async (tx): Promise<ConfirmOutcome> => {
    const found = await theirs(tx, by, importId);
    if (!found) return { kind: "not-found" };
    await tryAgain.run(tx, importId);
    if ((await confirm.run(tx, importId, house.clock.now())) === 0) return { kind: "too-late" };
    await enqueue(tx, "write-import", { importId }, { key: `write-import:${importId}` });
    return { kind: "confirmed" };
  });
}

const STEP = 2000;

/**
 * Everybody or nobody. Whom the rows are is found again here, under the organisation's lock: another import, or somebody who joined since the
 * preview, may have changed it.
 */
export async function writeImport(house: House, importId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    await takeTime.run(tx);
    await lockImport.run(tx, importId);
    const found = await importById.maybe(tx, importId);
    if (!found?.confirmedAt || found.finishedAt) return;
    const unit = await unitById.one(tx, found.unitId);
    await lockUnits.many(tx, [unit.organisationId, unit.id]);
    await findFates.run(tx, importId, unit.id, unit.organisationId);
    const at = house.clock.now();
    const today = dayAt(at, unit.zone);
    const unitIds = [...new Set([unit.organisationId, unit.id])];
    for (let from = 1; from <= found.rowCount; from += STEP) {
      const until = from + STEP;
      await writePeople.run(tx, importId, from, until, unit.id, unit.line, unit.zone, at);
      await writeAddresses.run(tx, importId, from, until, at);
      await writeMemberships.run(tx, importId, from, until, unitIds, today, at);
      await writeListings.run(tx, importId, from, until, unit.id, unit.organisationId, at);
      await tellProgress(house.db, importId, Math.min(until - 1, found.rowCount));
    }
    await renewListings.run(tx, importId, at);
    const counts = { ...(await countsOf(tx, importId)), ...(found.counts.fault ? { fault: found.counts.fault } : {}) };
    await setFinished.run(tx, importId, at, JSON.stringify(counts));
    await forgetFiles.run(tx, importId);
    await forgetRows.run(tx, importId);
    await record(tx, { kind: "import.finished", at, by: found.byPersonId, unitId: unit.id, about: { importId, ...counts } });
  });
}

/** Asks for the import to be taken back; a job does it. */
export async function undoImport(house: House, by: Viewer, importId: string): Promise<{ kind: "asked" | "not-found" | "too-late" }> {
  return house.db.transaction(async (tx) => {
    if (!(await theirs(tx, by, importId))) return { kind: "not-found" };
    if ((await askUndo.run(tx, importId, house.clock.now())) === 0) return { kind: "too-late" };
    await enqueue(tx, "undo-import", { importId }, { key: `undo-import:${importId}` });
    return { kind: "asked" };
  });
}

export async function takeBackImport(house: House, importId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    await takeTime.run(tx);
    await lockImport.run(tx, importId);
    const found = await importById.maybe(tx, importId);
    if (!found?.undoAskedAt || found.undoneAt) return;
    const unit = await unitById.one(tx, found.unitId);
    await lockUnits.many(tx, [unit.organisationId, unit.id]);
    let undone = 0;
    for (let after = 0; ; ) {
      const rows = await rowsToUndo.many(tx, importId, after, STEP);
      if (rows.length === 0) break;
      after = rows.at(-1)!.line;
      await unlist.run(tx, rows.filter((row) => !row.erase).map((row) => row.id));
      await erasePeople.run(tx, rows.filter((row) => row.erase).map((row) => row.personId));
      await tellProgress(house.db, importId, (undone += rows.length));
    }
    const at = house.clock.now();
    const { kept } = await countKept.one(tx, importId);
    await setUndone.run(tx, importId, at, undone, kept);
    await record(tx, { kind: "import.undone", at, by: found.byPersonId, unitId: unit.id, about: { importId, undone, kept } });
  });
}

async function theirs(tx: Tx, by: Viewer | null, importId: string) {
  const found = await importById.maybe(tx, importId);
  const unit = found && (await unitById.maybe(tx, found.unitId));
  return unit && (!by || mayOrganise(by, unit.path)) ? found : null;
}
