import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import pg from "pg";
import { loadExample } from "../../src/example/load.ts";
import { backUp } from "../../src/platform/backup/backup.ts";
import { tablesOf } from "../../src/platform/backup/contents.ts";
import { restore } from "../../src/platform/backup/restore.ts";
import { SetupError } from "../../src/platform/errors.ts";
import { fresh } from "../fresh.ts";
import { emptyDatabase } from "./empty.ts";

let folder: string;
before(async () => void (folder = await mkdtemp(join(tmpdir(), "branchline-backup-"))));
after(() => rm(folder, { recursive: true }));

test("a backup, restored into an empty place, is the same row for row, with its files", async () => {
  const { house } = await fresh({ cast: false });
  await loadExample(house);
  const files = join(folder, "files");
  mkdirSync(join(files, "photos"), { recursive: true });
  writeFileSync(join(files, "photos/a"), Buffer.alloc(3_000_001, "x"));
  writeFileSync(join(files, "photos/empty"), "");
  const file = join(folder, "example.tar.zst");
  const rows = await backUp(house.db.connection, { file, filesFolder: files });
  assert.ok(rows > 1000);

  const elsewhere = await emptyDatabase();
  const filesThere = join(folder, "files-there");
  assert.equal(await restore(elsewhere, { file, filesFolder: filesThere, overwrite: false }), rows);
  assert.deepEqual(await fingerprints(elsewhere), await fingerprints(house.db.connection));
  assert.deepEqual(readFileSync(join(filesThere, "photos/a")), readFileSync(join(files, "photos/a")));
  assert.ok(existsSync(join(filesThere, "photos/empty")));

  // Its foreign keys hold again, and its sequences go on where they were.
  const client = await connected(elsewhere);
  await assert.rejects(client.query("insert into account (person_id, created_at) values (gen_random_uuid(), now())"), { code: "23503" });
  await client.query("select graphile_worker.add_job('consequences', '{}')");
  await client.end();
});

test("a restore over people is refused until it is told to overwrite", async () => {
  const { house } = await fresh();
  const file = join(folder, "cast.tar.zst");
  const filesFolder = join(folder, "none-there");
  await backUp(house.db.connection, { file, filesFolder });
  await assert.rejects(restore(house.db.connection, { file, filesFolder, overwrite: true }), /Stop it, then restore/);

  const there = await emptyDatabase();
  await restore(there, { file, filesFolder, overwrite: false });
  const client = await connected(there);
  await client.query("update person set name = 'Somebody else'");
  await client.end();
  await assert.rejects(restore(there, { file, filesFolder, overwrite: false }), /add --overwrite/);
  assert.notDeepEqual(await fingerprints(there), await fingerprints(house.db.connection));
  await restore(there, { file, filesFolder, overwrite: true });
  assert.deepEqual(await fingerprints(there), await fingerprints(house.db.connection));
});

test("a damaged backup changes nothing", async () => {
  const { house } = await fresh();
  const file = join(folder, "damaged.tar.zst");
  await backUp(house.db.connection, { file, filesFolder: join(folder, "none") });
  const whole = readFileSync(file);
  const elsewhere = await emptyDatabase();
  const attempt = () => restore(elsewhere, { file, filesFolder: join(folder, "none"), overwrite: true });

  truncateSync(file, whole.length - 20);
  await assert.rejects(attempt(), SetupError);
  const flipped = Buffer.from(whole);
  flipped[flipped.length >> 1]! ^= 1;
  writeFileSync(file, flipped);
  await assert.rejects(attempt(), SetupError);
  writeFileSync(file, "something else");
  await assert.rejects(attempt(), SetupError);
  const client = await connected(elsewhere);
  assert.deepEqual(await tablesOf(client), []);
  await client.end();
});

test("a backup is one moment of the data, whatever is written meanwhile", async () => {
  const { house } = await fresh();
  const client = await connected(house.db.connection);
  await client.query("insert into setting (name, value) select 'a' || n, '0' from generate_series(1, 20000) n");
  await client.query("insert into announcement_choice (person_id, choice, chosen_at) select id, 'each', now() from person limit 1");
  // Every write moves one row from `change` to `setting`: together they are always the same number.
  await client.query("insert into change (id, kind, at) select gen_random_uuid(), 'test.moved', now() from generate_series(1, 2000)");
  let writing = true;
  const writer = (async () => {
    for (let n = 0; writing; n++) {
      await client.query(
        "with gone as (delete from change where id = (select id from change where kind = 'test.moved' limit 1) returning id) insert into setting (name, value) select id::text, '1' from gone",
      );
    }
  })();
  const file = join(folder, "busy.tar.zst");
  await backUp(house.db.connection, { file, filesFolder: join(folder, "none") });
  writing = false;
  await writer;
  await client.end();

  const elsewhere = await emptyDatabase();
  await restore(elsewhere, { file, filesFolder: join(folder, "none"), overwrite: false });
  const restored = await connected(elsewhere);
  const { rows } = await restored.query(
    "select (select count(*) from setting where name not like 'a%' or value = '1') + (select count(*) from change where kind = 'test.moved') as all",
  );
  await restored.end();
  assert.equal(Number(rows[0].all), 2000);
});

/** For each table, a hash over all its rows as PostgreSQL writes them. */
async function fingerprints(connection: pg.ClientConfig): Promise<Record<string, string>> {
  const client = await connected(connection);
  const prints: Record<string, string> = {};
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as print from ${name} t`,
    );
    prints[name] = rows[0].print;
  }
  await client.end();
  return prints;
}

async function connected(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, options: "-c timezone=UTC" });
  await client.connect();
  return client;
}
