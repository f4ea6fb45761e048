/**
 * The way back. The schema of the backup's own moment is made by the migrations that had run then, its rows are copied in,
 * and the migrations since then run over them as they would have run over the real thing: so an old backup fits a new version.
 *
 * All of it up to that point is one transaction: a restore that fails leaves what was there before, even with `overwrite`.
 * Foreign keys are taken off and put on again, which any owner of the tables may do, and which checks them at the end.
 */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Connection } from "../db/database.ts";
import { migrate, migrationFiles } from "../db/migrate.ts";
import { SetupError } from "../errors.ts";
import { every2Seconds } from "./backup.ts";
import type { Ending, Manifest } from "./contents.ts";
import { checkBackup, readBackup } from "./read.ts";
import { type Entry } from "./tar.ts";

export interface RestoreOptions {
  readonly file: string;
  readonly filesFolder: string;
  /** Replaces what is there. */
  readonly overwrite: boolean;
  readonly tell?: (line: string) => void;
}

/** Returns the number of rows. What stands in the way is a SetupError, and then nothing was changed. */
export async function restore(connection: Connection, { file, filesFolder, overwrite, tell = () => {} }: RestoreOptions): Promise<number> {
  tell("Checking the backup from beginning to end ...");
  const { manifest, ending } = await checkBackup(file);
  const client = new pg.Client({ ...connection, application_name: "branchline restore" });
  await client.connect();
  const newFiles = `${filesFolder}.restoring`;
  try {
    await refuseWhereOthersWork(client);
    if (!overwrite) await refuseOverData(client);
    await prepareJobs(connection);
    await rm(newFiles, { recursive: true, force: true });
    await client.query("begin");
    await makeSchema(client, manifest);
    await copyIn(client, file, manifest, ending, newFiles, every2Seconds(tell));
    await client.query("commit");
  } finally {
    await client.end();
  }
  await swapFiles(filesFolder, newFiles);
  await migrate(connection, (name) => tell(`Bringing it up to date: ${name}`));
  return Object.values(ending.rows).reduce((sum, count) => sum + count, 0);
}

async function refuseWhereOthersWork(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'branchline%'",
  );
  if (rowCount) throw new SetupError("Branchline is running on this database. Stop it, then restore, then start it again.");
}

async function refuseOverData(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.person') is not null as there");
  if (!rows[0]!.there) return;
  const { rowCount } = await client.query("select from person limit 1");
  if (rowCount)
    throw new SetupError(
      "There are people in this database already, and a restore would replace everything. Make a backup of it first if you need one; then add --overwrite.",
    );
}

/** The job queue brings its own schema, always of today's version. */
async function prepareJobs(connection: Connection): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 2 });
  for (const event of ["error", "connect"] as const) pool.on(event, (...given: unknown[]) => void given); // it grumbles where nobody listens
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function makeSchema(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const known = new Map((await migrationFiles()).map((one) => [one.name, one]));
  await client.query("drop schema public cascade");
  await client.query("create schema public");
  await client.query("grant usage on schema public to public");
  await client.query("create table migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())");
  for (const { name, checksum } of migrations) {
    const file = known.get(name);
    if (file?.checksum !== checksum)
      throw new SetupError(
        `The backup comes from another version of Branchline, which had ${name} ${file ? "in another form" : "as well"}. Nothing was changed; restore it with that version or a newer one.`,
      );
    await client.query(file.text);
    await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
  }
}

async function copyIn(
  client: pg.Client,
  file: string,
  manifest: Manifest,
  ending: Ending,
  newFiles: string,
  tell: (line: string) => void,
): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const names = [...tables.keys()];
  const putBack = await takeOffKeys(client, names);
  await client.query(`truncate ${names.join(", ")}`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  let current: { name: string; stream: ReturnType<typeof copyFrom> } | undefined;
  for await (const one of readBackup(file)) {
    const name = /^tables\/(.+)\/\d+$/.exec(one.name)?.[1];
    if (current && current.name !== name) {
      await ended(current.stream);
      current = undefined;
    }
    if (name !== undefined) {
      tell(`Restoring ${name} ...`);
      const columns = tables.get(name)!.columns.join(", ");
      current ??= { name, stream: client.query(copyFrom(`copy ${name} (${columns}) from stdin`)) };
      for await (const piece of one.content) await written(current.stream, piece);
    } else if (one.name.startsWith("files/")) {
      await putFile(one, newFiles);
    }
  }
  tell("Checking that everything fits together ...");
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const statement of putBack) await client.query(statement);
  for (const { name, value } of ending.sequences) await client.query("select setval($1::regclass, $2, false)", [name, value]);
  await sameNumbers(client, ending);
}

/** Drops the foreign keys and returns the statements that make them again. */
async function takeOffKeys(client: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
       from pg_constraint
      where contype = 'f' and conparentid = 0 and conrelid = any ($1::regclass[])`,
    [tables],
  );
  for (const { off } of rows) await client.query(off);
  return rows.map(({ on }) => on);
}

async function written(stream: ReturnType<typeof copyFrom>, piece: Buffer): Promise<void> {
  await new Promise<void>((done, failed) => {
    stream.write(piece, (error) => (error ? failed(error) : done()));
    stream.once("error", failed);
  }).finally(() => stream.removeAllListeners("error"));
}

async function ended(stream: ReturnType<typeof copyFrom>): Promise<void> {
  await new Promise<void>((done, failed) => {
    stream.once("error", failed).once("finish", done).end();
  });
}

async function sameNumbers(client: pg.Client, { rows }: Ending): Promise<void> {
  for (const [name, count] of Object.entries(rows)) {
    const found = await client.query<{ count: string }>(`select count(*) from ${name}`);
    if (Number(found.rows[0]!.count) !== count) throw new Error(`${name} has ${found.rows[0]!.count} rows instead of ${count}`);
  }
}

async function putFile({ name, content }: Entry, newFiles: string): Promise<void> {
  const path = normalize(name.slice("files/".length));
  if (path.startsWith("..") || path.startsWith("/")) throw new Error(`${name} leads out of the folder`);
  const target = join(newFiles, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(content, createWriteStream(target, { mode: 0o600, flush: true }));
}

async function swapFiles(folder: string, newFiles: string): Promise<void> {
  const before = `${folder}.before`;
  await rm(before, { recursive: true, force: true });
  await mkdir(newFiles, { recursive: true, mode: 0o700 });
  await rename(folder, before).catch(() => {}); // there were none
  await rename(newFiles, folder);
  await rm(before, { recursive: true, force: true });
}
