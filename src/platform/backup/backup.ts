/**
 * Everything in one file: a tar archive, compressed with Zstandard. First `manifest.json`, then every table as PostgreSQL's
 * COPY writes it (in pieces, since tar wants sizes beforehand), the uploaded files, and `ending.json`.
 *
 * All tables are read in one repeatable-read transaction, so it is one moment of the data, however long it takes and
 * whatever people write meanwhile; nobody waits for it.
 */
import { createWriteStream } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Connection } from "../db/database.ts";
import { codeOf } from "../errors.ts";
import { type Ending, type Manifest, type Table, sequencesOf, tablesOf } from "./contents.ts";
import { END, entry, header, padding } from "./tar.ts";

export interface BackupOptions {
  readonly file: string;
  readonly filesFolder: string;
  readonly tell?: (line: string) => void;
}

const PIECE = 1_000_000;

/** Returns the number of rows. The file has its name only once it is complete. */
export async function backUp(connection: Connection, { file, filesFolder, tell = () => {} }: BackupOptions): Promise<number> {
  const client = new pg.Client({ ...connection, application_name: "branchline backup" });
  await client.connect();
  const part = `${file}.part`;
  try {
    await client.query("begin isolation level repeatable read read only");
    const tables = await tablesOf(client);
    const rows: Record<string, number> = {};
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_compressionLevel]: 6 } });
    const pieces = everything(client, tables, rows, filesFolder, every2Seconds(tell));
    await pipeline(Readable.from(pieces), zstd, createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, file);
    return Object.values(rows).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* everything(
  client: pg.Client,
  tables: Table[],
  rows: Record<string, number>,
  filesFolder: string,
  tell: (line: string) => void,
) {
  yield entry("manifest.json", asJson(await manifest(client, tables)));
  for (const [index, table] of tables.entries()) {
    tell(`Saving ${table.name} (${index + 1} of ${tables.length}) ...`);
    yield* rowsOf(client, table, rows);
  }
  const sequences = await sequencesOf(client);
  const counted = { files: 0 };
  yield* uploaded(filesFolder, counted, tell);
  yield entry("ending.json", asJson({ rows, sequences, files: counted.files } satisfies Ending));
  yield END;
}

async function manifest(client: pg.Client, tables: Table[]): Promise<Manifest> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>("select name, checksum from migration order by name");
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  return { product: "branchline", format: 1, madeAt: Temporal.Now.instant().toString(), postgres: rows[0]!.version, migrations, tables };
}

async function* rowsOf(client: pg.Client, { name, columns }: Table, rows: Record<string, number>) {
  const stream = client.query(copyTo(`copy ${name} (${columns.join(", ")}) to stdout`));
  let held: Buffer[] = [];
  let size = 0;
  let pieces = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield entry(pieceName(name, ++pieces), Buffer.concat(held));
    held = [];
    size = 0;
  }
  if (size > 0) yield entry(pieceName(name, ++pieces), Buffer.concat(held));
  rows[name] = stream.rowCount;
}

function pieceName(table: string, number: number): string {
  return `tables/${table}/${String(number).padStart(6, "0")}`;
}

async function* uploaded(folder: string, counted: { files: number }, tell: (line: string) => void) {
  for (const name of await filesIn(folder)) {
    await using file = await open(join(folder, name)).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return undefined; // deleted since we listed them
      throw error;
    });
    if (!file) continue;
    tell(`Saving uploaded files (${++counted.files}) ...`);
    const { size } = await file.stat();
    yield header(`files/${name}`, size);
    if (size > 0) yield* file.createReadStream({ end: size - 1, autoClose: false }) as AsyncIterable<Buffer>;
    yield padding(size);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
      .toSorted();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function asJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}

/** The latest word, at most every two seconds. */
export function every2Seconds(tell: (line: string) => void): (line: string) => void {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    tell(line);
  };
}
