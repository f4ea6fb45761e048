/**
 * Kills the app, the database, or both with SIGKILL at random moments while rows are being written, over and over, and then
 * counts: a row that was acknowledged must be there. On a disk, with fsync on, through the same door as the real start.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startServer } from "../../src/platform/db/embedded.ts";
import { dataFolder } from "./program.ts";
import { serverIn } from "./servers.ts";

const VICTIMS = ["app", "database", "both", "one connection"] as const;

export async function survive(rounds: number, chance: () => number): Promise<{ acknowledged: number; kills: Record<string, number> }> {
  const folder = dataFolder(existsSync("/var/tmp") ? "/var/tmp" : tmpdir());
  const kills: Record<string, number> = {};
  let last = 0;
  let writer = start(folder, last + 1);
  for (let round = 0; round < rounds; round++) {
    const target = last + 1 + Math.floor(chance() * 40);
    for await (const line of writer.lines) {
      assert.equal(Number(line), last + 1, "numbers come in order");
      last = Number(line);
      if (last >= target) break;
    }
    assert.ok(last >= target, "the app itself ended");
    const victim = VICTIMS[Math.floor(chance() * VICTIMS.length)]!;
    kills[victim] = (kills[victim] ?? 0) + 1;
    await sleep(chance() * 20);
    if (victim === "one connection") await killOneConnection(folder);
    if (victim === "both" || victim === "database") process.kill(await runningServer(folder), "SIGKILL");
    if (victim === "both" || victim === "app") {
      writer.child.kill("SIGKILL");
      for await (const line of writer.lines) last = Number(line); // said before it died: acknowledged
      writer = start(folder, last + 1);
    }
  }
  writer.child.kill("SIGKILL");
  for await (const line of writer.lines) last = Number(line);
  await everyRowIsThere(folder, last);
  return { acknowledged: last, kills };
}

/** Lines that were said before the last kill may still be coming while the server that was killed is started anew. */
async function runningServer(folder: string): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const server = serverIn(folder);
    if (server) return server;
    await sleep(50);
  }
  throw new Error("No server came back within half a minute");
}

function start(folder: string, from: number): { child: ChildProcess; lines: AsyncIterableIterator<string> } {
  const child = spawn(process.execPath, [fileURLToPath(new URL("writer.ts", import.meta.url)), folder, String(from)], {
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const reader = createInterface({ input: child.stdout });
  const iterator = reader[Symbol.asyncIterator]();
  // Leaving a for-await must not close it: the next round goes on reading.
  const lines: AsyncIterableIterator<string> = { next: () => iterator.next(), [Symbol.asyncIterator]: () => lines };
  return { child, lines };
}

/** PostgreSQL restarts itself when one of its processes is killed, and every connection breaks. */
async function killOneConnection(folder: string): Promise<void> {
  const client = new pg.Client({ host: join(folder, "postgresql/run"), port: 5432, user: "branchline", database: "branchline" });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity where application_name = 'branchline' limit 1");
    if (rows[0]) process.kill(rows[0].pid, "SIGKILL");
  } catch {
    // The server is just now recovering from the kill before this one.
  } finally {
    await client.end().catch(() => {});
  }
}

async function everyRowIsThere(folder: string, last: number): Promise<void> {
  const server = await startServer({ folder: join(folder, "postgresql") });
  const client = new pg.Client(server.connection);
  await client.connect();
  const { rows } = await client.query("select count(*)::int as n from setting where name ~ '^[0-9]+$' and name::int <= $1", [last]);
  const [{ fsync }] = (await client.query("show fsync")).rows;
  await client.end();
  await server.stop();
  assert.equal(fsync, "on");
  assert.equal(rows[0].n, last, "acknowledged rows were lost");
}
