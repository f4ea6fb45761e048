import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SetupError, codeOf } from "../errors.ts";
import type { Account } from "./embedded-account.ts";
import type { Binaries } from "./embedded-binaries.ts";

/** The superuser of the built-in server. Nobody else can reach its socket, so there is no password. */
export const ROLE = "branchline";

/**
 * Makes the empty database cluster, unless it is there. It is made beside its place and renamed into it, so that a power cut
 * halfway leaves nothing that looks like a database.
 */
export function makeCluster(cluster: string, binaries: Binaries, account: Account, sync: boolean): void {
  if (existsSync(join(cluster, "PG_VERSION"))) return;
  clearHalfMade(cluster);
  const making = `${cluster}.making-${process.pid}`;
  mkdirSync(making, { mode: 0o700 });
  account.own(making);
  const command = [...account.prefix, binaries.initdb, "-D", making, "-U", ROLE, "-E", "UTF8", "--locale=C"];
  command.push("--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST");
  command.push("--auth-local=trust", "--auth-host=reject", "--no-instructions", ...(sync ? [] : ["--no-sync"]));
  const made = spawnSync(command[0]!, command.slice(1), {
    ...account.ids,
    cwd: dirname(cluster),
    encoding: "utf8",
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
  });
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw cannotMake(cluster, `${made.error?.message ?? ""}${made.stderr ?? ""}`);
  }
  try {
    renameSync(making, cluster);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process that started at the same moment was quicker: then its cluster is ours, too.
    if (!["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) throw error;
  }
}

function clearHalfMade(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    const pid = name.startsWith(`${basename(cluster)}.making-`) ? Number(name.split("-").at(-1)) : 0;
    if (pid && !isAlive(pid)) rmSync(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

function cannotMake(cluster: string, words: string): SetupError {
  if (/no space left/i.test(words)) return diskFull(cluster);
  const why = words.split("\n").find((line) => /error|fatal|could not/i.test(line)) ?? words.trim();
  return new SetupError(`The database could not be made in ${cluster}: ${why.trim()}`);
}

export function diskFull(folder: string): SetupError {
  return new SetupError(
    `The disk that holds ${folder} is full. Make room there (a new database needs 100 MB), or set DATA_DIR to a folder on another disk, and start again.`,
  );
}

/** Whether a process with this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
