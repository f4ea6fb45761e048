import { mkdirSync, statfsSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Server, startServer } from "../src/platform/db/embedded.ts";

/**
 * The PostgreSQL of the tests: in memory where there is room, without fsync, kept from run to run (30 ms when it runs already,
 * 0.1 s when it has to be started, 0.7 s the first time). It never holds up the end of a test run.
 */
export async function startTestServer(): Promise<Server> {
  const folder = testFolder("postgresql");
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300", autovacuum: "off", max_wal_size: "256MB", file_copy_method: "copy" };
  const server = await startServer({ folder, settings, database: "postgres" });
  server.unref();
  return server;
}

/** A folder for tests that belongs to this checkout and account. */
export function testFolder(name: string): string {
  const mark = createHash("sha256").update(import.meta.dirname).digest("hex").slice(0, 8);
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
