import { createHash } from "node:crypto";
import { mkdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Server, startServer } from "../src/platform/db/embedded.ts";
import { isAlive } from "../src/platform/db/embedded-cluster.ts";

/**
 * The PostgreSQL of the tests: in memory where there is room, without fsync, kept from run to run (30 ms when it runs already,
 * 0.2 s when it has to be started, 1 s the first time). It never holds up the end of a test run. One for each process.
 */
export function startTestServer(): Promise<Server> {
  return (started ??= begin());
}

let started: Promise<Server> | undefined;

async function begin(): Promise<Server> {
  const server = await startServer({ folder: testFolder("postgresql"), settings: SETTINGS, database: "postgres" });
  await clearUp(server);
  server.unref();
  return server;
}

const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "600",
  max_wal_size: "256MB",
};

/** Databases of runs that were broken off. */
async function clearUp({ connection }: Server): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ name: string }>("select datname as name from pg_database where datname ~ '^test_[0-9]+_'");
  for (const { name } of rows) {
    if (!isAlive(Number(name.split("_")[1]))) await client.query(`drop database if exists ${name} with (force)`);
  }
  await client.end();
}

/** A folder for tests that belongs to this checkout and account. */
export function testFolder(name: string): string {
  const mark = createHash("sha256")
    .update(import.meta.dirname)
    .digest("hex")
    .slice(0, 8);
  const folder = join(roomInMemory() ? "/dev/shm" : tmpdir(), `branchline-test-${process.getuid?.() ?? 0}-${mark}`, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Containers often have 64 MB of shared memory, which a dozen test databases would fill. */
function roomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > 1_500_000_000;
  } catch {
    return false;
  }
}
