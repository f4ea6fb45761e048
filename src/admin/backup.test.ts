import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { TestContext } from "node:test";
import { bucket } from "../../test/bucket.ts";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import { drill } from "../platform/backup/drill.ts";
import { backupName } from "../platform/backup/keep.ts";
import { checkBackup } from "../platform/backup/read.ts";
import { isDue, isLate } from "./backup.ts";
import { backUpWhenDue } from "./backup.jobs.ts";

async function withFolder(t: TestContext, settings: Record<string, string> = {}): Promise<Fresh & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "branchline-backups-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const all = await fresh({ settings: { DATA_DIR: folder, BACKUP_TO: join(folder, "safe"), ...settings } });
  return { ...all, folder };
}

const runs = async ({ house }: Fresh) => (await ask(house, "select name, finished_at is not null as done, problem from backup_run order by started_at, id")).rows;

test("made when due, once over all processes, readable by its owner only, and whole", async (t) => {
  const all = await withFolder(t);
  await Promise.all([backUpWhenDue(all.house), backUpWhenDue(all.house), backUpWhenDue(all.at("2026-07-07T09:00:01Z"))]);
  await backUpWhenDue(all.at("2026-07-07T20:00:00Z"));
  const there = readdirSync(join(all.folder, "safe"));
  assert.equal(there.length, 1);
  assert.equal(statSync(join(all.folder, "safe", there[0]!)).mode & 0o077, 0);
  await checkBackup(join(all.folder, "safe", there[0]!));
  await backUpWhenDue(all.at("2026-07-08T09:00:00Z"));
  assert.equal(readdirSync(join(all.folder, "safe")).length, 2);
});

test("old ones go by age after a new one is there, and never what is not ours", async (t) => {
  const all = await withFolder(t);
  await backUpWhenDue(all.house);
  const safe = join(all.folder, "safe");
  await writeFile(join(safe, "holiday.tar.zst"), "x");
  for (let day = 1; day < 60; day++) await writeFile(join(safe, backupName(all.house.clock.now().subtract({ hours: 24 * day }))), "x");
  await backUpWhenDue(all.at("2026-07-08T09:00:00Z"));
  const there = readdirSync(safe);
  assert.ok(there.includes("holiday.tar.zst"));
  assert.equal(there.length, 1 + 7 + 3 + 1, "a week of days, three more weeks, one more month");
});

test("one that fails is told to administrators once a day, prunes nothing, and is tried again", async (t) => {
  const all = await withFolder(t);
  await writeFile(join(all.folder, "safe"), "a file where the folder should be");
  await backUpWhenDue(all.house);
  await backUpWhenDue(all.at("2026-07-07T10:00:00Z"));
  assert.deepEqual((await runs(all)).map(({ done, problem }) => [done, /EEXIST|ENOTDIR/.test(problem)]), [[false, true], [false, true]]);
  const letters = await lettersTo(all.house, "ada@example.org");
  assert.equal(letters.length, 1);
  assert.match(letters[0]!.text, /could not[\s\S]*(EEXIST|ENOTDIR)/);
  await rm(join(all.folder, "safe"));
  await backUpWhenDue(all.at("2026-07-07T11:00:00Z"));
  assert.equal((await runs(all)).at(-1)!.done, true);
});

test("to a bucket: whole there, nothing left here; a refusal prunes nothing", async (t) => {
  const { address, objects } = await bucket(t);
  const url = (secret: string) => `s3+http://${address.keyId}:${encodeURIComponent(secret)}@${new URL(address.endpoint).host}/safe/our%20house/?region=${address.region}`;
  const all = await withFolder(t, { BACKUP_TO: url(address.secret) });
  await backUpWhenDue(all.house);
  const [key] = objects.keys();
  assert.match(key!, /^our house\/branchline-20260707T090000Z\.tar\.zst$/);
  assert.deepEqual(readdirSync(join(all.folder, "backups")), []);
  const { rows: [{ place }] } = await ask(all.house, "select place from backup_run");
  assert.doesNotMatch(place, /AKID|EXAMPLEKEY/, "no keys in the database");
  const refused = await withFolder(t, { BACKUP_TO: url("wrong") });
  await backUpWhenDue(refused.house);
  assert.match((await runs(refused))[0]!.problem, /403 SignatureDoesNotMatch/);
  assert.equal(objects.size, 1);
});

test("a drill restores into a place of its own, and leaves nothing", async (t) => {
  const all = await withFolder(t);
  await backUpWhenDue(all.house);
  const [name] = readdirSync(join(all.folder, "safe"));
  const { rows } = await drill(all.house.db.connection, join(all.folder, "safe", name!));
  assert.ok(rows > 50);
  assert.equal((await ask(all.house, "select 1 from pg_database where datname like 'branchline_drill_%'")).rowCount, 0);
  assert.equal((await all.as(all.cast.nell).get("/")).status, 200);
  const torn = join(all.folder, "torn.tar.zst");
  await writeFile(torn, "not a backup");
  await assert.rejects(drill(all.house.db.connection, torn), /no whole backup/);
  assert.ok(!existsSync(`${torn}.part`));
});

test("due and late", () => {
  const now = Temporal.Instant.from("2026-07-07T09:00:00Z");
  const ago = (hours: number) => now.subtract({ minutes: hours * 60 });
  assert.deepEqual([isDue(null, null, now), isDue(24, null, now), isDue(24, ago(23), now), isDue(24, ago(23.8), now)], [false, true, false, true]);
  assert.deepEqual([isLate(24, ago(30), now), isLate(24, ago(50), now), isLate(null, ago(500), now)], [false, true, false]);
});
