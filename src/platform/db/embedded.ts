/**
 * The built-in PostgreSQL. One cluster in a folder, used by any number of Branchline processes on this machine: whoever comes
 * first starts the server, whoever leaves last stops it. The server runs detached, so a process that is killed leaves it
 * running, and the next one takes it up again.
 *
 * Who still uses it is known to the server itself. Every process keeps one connection with a shared advisory lock; the one
 * that leaves tries to get the same lock alone. A killed process loses its connection and so its share, and nobody has to
 * tidy up. Someone who arrives during a stop waits for the lock, is thrown out with the rest, and starts the server anew.
 */
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { SetupError, codeOf } from "../errors.ts";
import { chooseAccount, mustEnter } from "./embedded-account.ts";
import { findBinaries } from "./embedded-binaries.ts";
import { ROLE, diskFull, isAlive, makeCluster } from "./embedded-cluster.ts";
import { lockHolder } from "./embedded-lock.ts";
import { type Launch, launch } from "./embedded-launch.ts";
import { PORT, socketFolder } from "./embedded-socket.ts";

export interface ServerOptions {
  /** Holds the cluster (in a folder named after the major version), the socket and the server's log. */
  readonly folder: string;
  /** Further PostgreSQL settings. Switching fsync off is for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly database?: string;
  readonly tell?: (line: string) => void;
}

export interface Server {
  readonly connection: { host: string; port: number; user: string; database: string };
  /** The number of the server's main process, for those who watch or kill it. */
  pid(): number | undefined;
  /** Stops the server, unless other processes use it. Close your own connections first. */
  stop(): Promise<void>;
  /** Lets the process end without `stop`, leaving the server running. */
  unref(): void;
}

const MAJOR = "18";
const IN_USE = 0x6272616e; // "bran"

export async function startServer({ folder, settings = {}, database = "branchline", tell = () => {} }: ServerOptions): Promise<Server> {
  const binaries = findBinaries();
  const home = resolve(folder);
  const cluster = join(home, MAJOR);
  makeHome(home);
  const account = chooseAccount(cluster, binaries.postgres);
  account.own(home);
  mustEnter(account, home);
  if (!lockHolder(join(cluster, "postmaster.pid"))) makeCluster(cluster, binaries, account, settings["fsync"] !== "off");
  const sockets = socketFolder(home, account);
  const how: Launch = { cluster, sockets, log: join(home, "server.log"), binaries, account, settings, tell };
  const connection = { host: sockets, port: PORT, user: ROLE, database };

  let leaving = false;
  let mayEnd = false;
  let keeper = await enter();
  await makeDatabase(keeper, database);

  /** Connects to the server, starting it if need be, and takes a share of it. When it dies, it is started again at once. */
  async function enter(): Promise<pg.Client> {
    const client = await attach(how, connection);
    client.once("end", () => void again());
    if (mayEnd) holdsUpTheEnd(client, false);
    return client;
  }

  async function again(): Promise<void> {
    if (leaving) return;
    tell("The database has stopped; starting it again ...");
    try {
      keeper = await enter();
      if (leaving) await keeper.end();
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      await sleep(2000, undefined, { ref: !mayEnd });
      await again();
    }
  }

  return {
    connection,
    pid: () => lockHolder(join(cluster, "postmaster.pid")),
    unref() {
      mayEnd = true;
      holdsUpTheEnd(keeper, false);
    },
    async stop() {
      if (leaving) return;
      leaving = true;
      holdsUpTheEnd(keeper, true);
      const pid = await lastOneOut(keeper, cluster);
      if (pid === undefined) return;
      process.kill(pid, "SIGINT"); // "fast": throws out who is left, writes a checkpoint, ends
      while (isAlive(pid)) await sleep(5);
    },
  };
}

function makeHome(folder: string): void {
  try {
    makeFolder(dirname(folder), 0o755);
    makeFolder(folder, 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (codeOf(error) === "ENOSPC") throw diskFull(folder);
    throw new SetupError(
      `Branchline cannot write in ${folder} (${codeOf(error)}). Give this account the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}

/** Not mkdir's `recursive`, which never comes back where a folder exists and yet takes no new ones (/proc). */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** A connection that holds a share of the server, whatever state the server is in when we come. */
async function attach(how: Launch, connection: Server["connection"]): Promise<pg.Client> {
  const began = Date.now();
  let told = false;
  for (;;) {
    const client = new pg.Client({ ...connection, database: "postgres", application_name: "branchline keeper" });
    client.on("error", () => {}); // its end is what counts
    try {
      await client.connect();
      await client.query("select pg_advisory_lock_shared($1)", [IN_USE]);
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const code = codeOf(error) ?? "";
      if (NOBODY_THERE.has(code)) await launch(how);
      else if (!IN_TRANSIT.has(code)) throw error;
    }
    if (!told && Date.now() - began > 2000) {
      told = true;
      how.tell("The database is putting itself in order after an interruption; this can take a minute ...");
    }
    await sleep(10);
  }
}

const NOBODY_THERE = new Set(["ENOENT", "ECONNREFUSED"]);
/** Starting, stopping, recovering, or gone between two words of ours. */
const IN_TRANSIT = new Set(["57P01", "57P02", "57P03", "ECONNRESET", "EPIPE", ""]);

async function makeDatabase(keeper: pg.Client, name: string): Promise<void> {
  const { rowCount } = await keeper.query("select from pg_database where datname = $1", [name]);
  if (rowCount) return;
  try {
    await keeper.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!["42P04", "23505"].includes(codeOf(error) ?? "")) throw error; // made by another process at this moment
  }
}

/** Gives our share back. The number of the server's process when nobody else has one, so that it is ours to stop. */
async function lastOneOut(keeper: pg.Client, cluster: string): Promise<number | undefined> {
  try {
    await keeper.query("select pg_advisory_unlock_shared($1)", [IN_USE]);
    const { rows } = await keeper.query("select pg_try_advisory_lock($1) as alone", [IN_USE]);
    if (rows[0].alone) return lockHolder(join(cluster, "postmaster.pid")); // still connected: nobody new gets in before the end
    await keeper.end();
  } catch {
    // The server is gone already.
  }
  return undefined;
}

/** Whether the process may end while this connection is open. */
function holdsUpTheEnd(keeper: pg.Client, yes: boolean): void {
  const client = keeper as unknown as { ref(): void; unref(): void };
  if (yes) client.ref();
  else client.unref();
}
