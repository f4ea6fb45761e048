import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError, codeOf } from "../errors.ts";
import type { Account } from "./embedded-account.ts";
import type { Binaries } from "./embedded-binaries.ts";
import { diskFull } from "./embedded-cluster.ts";
import { clearForeignLock } from "./embedded-lock.ts";
import { PORT } from "./embedded-socket.ts";

export interface Launch {
  readonly cluster: string;
  readonly sockets: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly tell: (line: string) => void;
}

const SETTINGS = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  jit: "off", // our statements are short; compiling them costs more than running them
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
  log_min_messages: "warning",
  cluster_name: "branchline",
};

const LARGEST_LOG = 10_000_000;

/**
 * Starts the server in a session of its own and comes back when it accepts connections or has ended. Ending because another
 * process was quicker to start it is as good as having started it.
 */
export async function launch(how: Launch): Promise<void> {
  clearForeignLock(join(how.cluster, "postmaster.pid"), how.cluster);
  clearForeignLock(join(how.sockets, `.s.PGSQL.${PORT}.lock`), how.cluster);
  const log = openLog(how.log);
  const from = statSync(how.log).size;
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: how.sockets, ...how.settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const [program, ...args] = [...how.account.prefix, how.binaries.postgres, "-D", how.cluster, ...settings];
  const child = spawn(program!, args, {
    ...how.account.ids,
    cwd: how.cluster,
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
  });
  closeSync(log);
  let ended = false;
  child.once("error", () => (ended = true));
  child.once("exit", () => (ended = true));
  child.unref();

  const ready = join(how.cluster, "postmaster.pid");
  while (!ended && !saysReady(ready)) await sleep(5);
  if (ended) await judge(how, readFileSync(how.log, "utf8").slice(from));
}

/** PostgreSQL writes its state into the eighth line of its lock file; while it recovers, connecting says so, which will do. */
function saysReady(file: string): boolean {
  try {
    const state = readFileSync(file, "utf8").split("\n")[7]?.trim();
    return state === "ready";
  } catch {
    return false;
  }
}

/** Why the server ended: someone else runs it (fine), remains of a killed one are still ending (wait), or a person must act. */
async function judge(how: Launch, words: string): Promise<void> {
  if (/lock file .* already exists|is another postmaster/i.test(words)) return sleep(50);
  if (/pre-existing shared memory block/i.test(words)) return sleep(100);
  if (/no space left on device/i.test(words)) throw diskFull(how.cluster);
  if (!existsSync(how.cluster))
    throw new SetupError(`The folder ${how.cluster} has gone. Start again to make a new database, or put the folder back first.`);
  const why = words.split("\n").find((line) => /FATAL|PANIC|error/.test(line)) ?? words.trim().split("\n").at(-1) ?? "";
  throw new SetupError(
    `The database in ${how.cluster} does not start: ${why.replace(/^.*?(FATAL|PANIC):\s*/, "").trim() || "it gives no reason"} (more in ${how.log}).`,
  );
}

function openLog(file: string): number {
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) truncateSync(file);
    return openSync(file, "a", 0o600);
  } catch (error) {
    if (codeOf(error) === "ENOSPC") throw diskFull(file);
    throw new SetupError(
      `The database's log ${file} cannot be written (${codeOf(error)}). Give this account the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}
