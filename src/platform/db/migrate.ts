/** Numbered plain SQL, forward only. One process migrates at a time (advisory lock); a file that changed after it ran is refused. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { SetupError } from "../errors.ts";
import type { Connection } from "./database.ts";

const FOLDER = new URL("../../../db/migrations/", import.meta.url);
const LOCK = 720_926_114;

/** Brings the database to today's schema. Returns the names of the files that ran now. */
export async function migrate(connection: Connection, told: (name: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(`create table if not exists migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>("select name, checksum from migration");
    const ran = new Map(rows.map((row) => [row.name, row.checksum]));
    const now: string[] = [];
    for (const { name, text, checksum } of await migrationFiles()) {
      const before = ran.get(name);
      if (before === checksum) continue;
      if (before) throw new SetupError(`db/migrations/${name} was changed after it ran on this database. Put it back as it was; write a new file for the change.`);
      told(name);
      await client.query("begin");
      try {
        await client.query(text);
        await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`db/migrations/${name} failed: ${(error as Error).message}`, { cause: error });
      }
      now.push(name);
    }
    if (now.length > 0 || (await client.query("select to_regclass('graphile_worker._private_jobs') as jobs")).rows[0].jobs === null) {
      await migrateJobs(connection);
    }
    return now;
  } finally {
    await client.end();
  }
}

export async function migrationFiles(): Promise<{ name: string; text: string; checksum: string }[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

async function migrateJobs(connection: Connection): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 2 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: undefined as never });
  } finally {
    await pool.end();
  }
}
