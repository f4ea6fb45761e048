/** Reads the whole file once, row by row, and notes what each row would do. Holds one piece of the file and one batch of rows at a time. */
import type { House } from "../house.ts";
import type { Db, Tx } from "../platform/db/query.ts";
import { guessColumns } from "./import-columns.ts";
import { CsvReader, EndlessRow } from "./import-csv.ts";
import type { Cells } from "./import-csv.ts";
import { isSeparatorLine } from "./import-dialect.ts";
import { readRow } from "./import-rows.ts";
import type { Facts, RowOutcome } from "./import-rows.ts";
import { standingOf } from "./import-status.ts";
import { BATCH, MOST_FAULTS } from "./import.ts";
import type { Counts, Problem } from "./import.ts";
import { chunk, filesOf, forgetRows, importById, lockImport, setChecked, setProgress, takeTime } from "./import.sql.ts";
import { countFates, findFates, stageRows } from "./import-write.sql.ts";
import type { Staged } from "./import-write.sql.ts";
import { dayAt } from "./membership.ts";
import { unitById } from "./unit.sql.ts";

type File = Awaited<ReturnType<typeof filesOf.many>>[number];

/** Doing it twice finds the same. An import that is confirmed, or was thrown away, is left alone. */
export async function checkImport(house: House, importId: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    await takeTime.run(tx);
    await lockImport.run(tx, importId);
    const found = await importById.maybe(tx, importId);
    if (!found?.columns || found.confirmedAt || found.checkedAt) return;
    const unit = await unitById.one(tx, found.unitId);
    const [people, facts] = await filesOf.many(tx, importId);
    if (!people) return;
    await forgetRows.run(tx, importId);
    try {
      const extra = facts && (await readFacts(tx, importId, facts));
      const today = dayAt(house.clock.now(), unit.zone);
      const read = await stage(tx, importId, people, (cells) => readRow(cells, { columns: found.columns!, dateOrder: found.dateOrder }, today, extra), (bytes) => tellProgress(house.db, importId, bytes));
      if (read.rows === 0) return await conclude("no-rows");
      await findFates.run(tx, importId, unit.id, unit.organisationId);
      const counts = await countsOf(tx, importId);
      await setChecked.run(tx, importId, house.clock.now(), JSON.stringify({ ...counts, ...(read.faults ? { fault: read.faults } : {}) }), read.rows, null, null);
    } catch (error) {
      if (!(error instanceof EndlessRow)) throw error;
      await conclude("endless-row", error.line);
    }
    async function conclude(problem: Problem, line: number | null = null) {
      await forgetRows.run(tx, importId);
      await setChecked.run(tx, importId, house.clock.now(), "{}", 0, problem, line);
    }
  });
}

export async function countsOf(db: Db, importId: string): Promise<Counts> {
  const counts: Counts = {};
  for (const { fate, count, silent } of await countFates.many(db, importId)) {
    counts[fate] = count;
    if (fate === "new" || fate === "added") counts.silent = (counts.silent ?? 0) + silent;
  }
  return counts;
}

/** For those who wait; outside the transaction, so that they see it. Losing one of these costs nothing. */
export async function tellProgress(db: Db, importId: string, done: number): Promise<void> {
  await setProgress.run(db, importId, done).catch(() => 0);
}

async function stage(tx: Tx, importId: string, file: File, read: (cells: string[]) => RowOutcome, told: (bytes: number) => Promise<void>): Promise<{ rows: number; faults: number }> {
  let batch = blankBatch();
  let rows = 0;
  let faults = 0;
  for await (const { cells: some, bytes } of pieces(tx, importId, file)) {
    for (const { line, cells } of some) {
      const outcome = read(cells);
      rows++;
      if (outcome.kind === "fault" && ++faults > MOST_FAULTS) continue;
      add(batch, rows, line, outcome);
      if (batch.n.length < BATCH) continue;
      await stageRows.run(tx, importId, batch);
      batch = blankBatch();
    }
    await told(bytes);
  }
  if (batch.n.length > 0) await stageRows.run(tx, importId, batch);
  return { rows, faults };
}

/** The rows under the header, a piece of the file at a time. */
async function* pieces(db: Db, importId: string, file: File): AsyncGenerator<{ cells: Cells[]; bytes: number }> {
  const decoder = new TextDecoder(file.encoding);
  const reader = new CsvReader(file.delimiter);
  const people = (rows: Cells[]) => rows.filter((row) => row.line > file.headerLine && !isSeparatorLine(row));
  let bytes = 0;
  for (let position = 0; ; position++) {
    const piece = await chunk.maybe(db, importId, file.position, position);
    if (!piece) break;
    bytes += piece.bytes.length;
    yield { cells: people(reader.push(decoder.decode(piece.bytes, { stream: true }))), bytes };
  }
  yield { cells: people([...reader.push(decoder.decode()), ...reader.end()]), bytes };
}

/** A second file by member number. Who has several memberships there has the best of them. */
async function readFacts(db: Db, importId: string, file: File): Promise<Map<string, Facts>> {
  const columns = guessColumns(file.header);
  const facts = new Map<string, Facts>();
  const of = (cells: string[], target: "memberNo" | "since" | "status") => cells[columns.indexOf(target)]?.trim() ?? "";
  for await (const { cells: rows } of pieces(db, importId, file)) {
    for (const { cells } of rows) {
      const memberNo = of(cells, "memberNo");
      const before = facts.get(memberNo);
      const next = { since: of(cells, "since"), status: of(cells, "status") };
      if (!before || (standingOf(before.status) === "gone" && standingOf(next.status) !== "gone")) facts.set(memberNo, next);
    }
  }
  return facts;
}

function blankBatch(): Staged {
  return { n: [], line: [], fate: [], name: [], latinName: [], pronouns: [], employer: [], area: [], address: [], since: [], memberNo: [], status: [], silent: [], fault: [], cell: [] };
}

function add(batch: Staged, n: number, line: number, outcome: RowOutcome): void {
  const draft = outcome.kind === "draft" ? outcome.draft : null;
  batch.n.push(n);
  batch.line.push(line);
  batch.fate.push(draft ? (draft.gone ? "gone" : "new") : "fault");
  batch.name.push(outcome.kind === "draft" ? outcome.draft.name : outcome.name);
  batch.latinName.push(draft?.latinName ?? null);
  batch.pronouns.push(draft?.pronouns ?? null);
  batch.employer.push(draft?.employer ?? null);
  batch.area.push(draft?.area ?? null);
  batch.address.push(draft?.address ?? null);
  batch.since.push(draft?.since ?? null);
  batch.memberNo.push(draft?.memberNo ?? null);
  batch.status.push(draft?.status ?? null);
  batch.silent.push(draft?.silent ?? false);
  batch.fault.push(outcome.kind === "fault" ? outcome.fault : null);
  batch.cell.push(outcome.kind === "fault" ? outcome.cell : null);
}
