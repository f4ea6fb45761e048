/** A backup is as good as its last restore: brings one into a database of its own, counts, and takes that away again. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Connection } from "../db/database.ts";
import { codeOf, SetupError } from "../errors.ts";
import { checkBackup } from "./read.ts";
import { restore } from "./restore.ts";

export type Drilled = { readonly madeAt: Temporal.Instant; readonly rows: number };

/** Restoring itself counts every table against what the backup says of it. Nothing of the running house is touched. */
export async function drill(connection: Connection, file: string, tell: (line: string) => void = () => {}): Promise<Drilled> {
  const { manifest } = await checkBackup(file);
  const database = `branchline_drill_${randomBytes(6).toString("hex")}`;
  const folder = await mkdtemp(join(tmpdir(), "branchline-drill-"));
  await outside(connection, `create database ${database} template template0`);
  try {
    const rows = await restore({ ...connection, database }, { file, filesFolder: join(folder, "files"), overwrite: true, tell });
    return { madeAt: Temporal.Instant.from(manifest.madeAt), rows };
  } finally {
    await outside(connection, `drop database if exists ${database} with (force)`);
    await rm(folder, { recursive: true, force: true });
  }
}

async function outside(connection: Connection, statement: string): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: "branchline drill" });
  await client.connect();
  try {
    await client.query(statement);
  } catch (error) {
    if (codeOf(error) === "42501") throw new SetupError("This account may not make a database for the drill. Let it: alter role ... createdb.");
    throw error;
  } finally {
    await client.end();
  }
}
