import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import { importFile } from "./import.ts";

test("from the command line: a dry run writes nothing, a mapping overrides a guess, and what is wrong is one sentence", async (t) => {
  const { house } = await fresh();
  const folder = await mkdtemp(join(tmpdir(), "branchline-cli-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return [join(folder, name)];
  };
  const people = await file("people.csv", "Who;Mail\nIda Penn;ida@example.org\nWrong;nowhere\n");
  const unit = "fenbridge-circle";
  await assert.rejects(importFile(house, { paths: people, unit }), /Say which column holds the name.*Who, Mail/);
  await assert.rejects(importFile(house, { paths: people, unit: "nowhere" }), /There is no organisation or unit nowhere/);
  await assert.rejects(importFile(house, { paths: people, unit, map: "What=name" }), /There is no column What/);
  await assert.rejects(importFile(house, { paths: people, unit, map: "Who=nonsense" }), /A column holds one of/);
  await assert.rejects(importFile(house, { paths: await file("page.csv", "<html>"), unit }), /is a web page/);
  await assert.rejects(
    importFile(house, { paths: await file("open.csv", 'Name,Mail\nA,b\nC,"d\n'), unit, map: "Name=name" }),
    /does not end.*line 3/,
  );

  const told: string[] = [];
  const ask = { paths: people, unit, map: "Who=name", tell: (line: string) => told.push(line) };
  const dry = await importFile(house, { ...ask, dryRun: true });
  assert.deepEqual([dry.counts, dry.faults], [{ new: 1, silent: 0, fault: 1 }, ["Line 3: nowhere is not an email address"]]);
  assert.match(told[0]!, /Who is name, Mail is email/);
  const real = await importFile(house, ask);
  assert.equal(real.counts.new, 1, "the dry run had written nothing");
  assert.equal((await importFile(house, ask)).counts.listed, 1);
});
