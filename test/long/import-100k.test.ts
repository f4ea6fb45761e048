import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { membersCsv } from "../../bench/import.ts";
import { importFile } from "../../src/cli/import.ts";
import { confirmImport, takeBackImport, undoImport } from "../../src/organisations/import-write.actions.ts";
import { importById } from "../../src/organisations/import.sql.ts";
import { fresh } from "../fresh.ts";

const ROWS = 100_000;
const MOST_MEGABYTES = 200;

test("a hundred thousand rows come in whole, in bounded memory, and go again", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "branchline-import-"));
  const { house, cast } = await fresh();
  try {
    const path = join(folder, "members.csv");
    const wrong = Array.from({ length: 1500 }, (_, i) => `Wrong,${i},no address,,,,\n`).join("");
    await writeFile(path, membersCsv(ROWS) + wrong);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const { id, counts, faults } = await importFile(house, { paths: [path], unit: "library-guild/east-anglia" });
    clearInterval(watch);
    const megabytes = (peak - before) / 1024 / 1024;
    t.diagnostic(`${megabytes.toFixed(0)} MB more at the height`);
    assert.deepEqual(counts, { new: ROWS, silent: 0, fault: 1500 });
    assert.equal(faults.length, 1000, "a thousand faults are listed, the rest counted");
    assert.match(faults[0]!, new RegExp(`^Line ${ROWS + 2}: no address`));
    assert.ok(megabytes < MOST_MEGABYTES, `${megabytes} MB`);

    assert.equal((await confirmImport(house, null, id)).kind, "too-late");
    const gwen = { personId: cast.gwen.id, organises: new Set([cast.eastAnglia.id]) } as never;
    assert.equal((await undoImport(house, gwen, id)).kind, "asked");
    await takeBackImport(house, id);
    const { undoneCount, keptCount } = await importById.one(house.db, id);
    assert.deepEqual([undoneCount, keptCount], [ROWS, 0]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
