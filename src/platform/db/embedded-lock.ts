import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./embedded-cluster.ts";

/** The process that PostgreSQL's lock file names, or undefined when there is no such file. */
export function lockHolder(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL clears the lock file of a dead process by itself. It stops, however, when the number has meanwhile gone to some
 * other process of the same account: after a reboot, and nearly always in a container. Only then is the file removed here, and
 * only when that process provably is not PostgreSQL and no orphaned one still works in the cluster's folder.
 */
export function clearForeignLock(file: string, cluster: string): boolean {
  const pid = lockHolder(file);
  if (pid === undefined || !isAlive(pid) || mayBePostgres(pid) || someoneWorksIn(cluster)) return false;
  rmSync(file, { force: true });
  return true;
}

function mayBePostgres(pid: number): boolean {
  const name = process.platform === "linux" ? commandOf(pid) : String(spawnSync("ps", ["-p", String(pid), "-o", "comm="]).stdout);
  return name === undefined || name.trim() === "" || /postgres|postmaster/.test(name);
}

function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8");
  } catch {
    return undefined;
  }
}

/** Every PostgreSQL process stands in the folder of its cluster. Elsewhere than on Linux this cannot be asked cheaply. */
function someoneWorksIn(cluster: string): boolean {
  if (process.platform !== "linux") return false;
  const folder = realpathSync(cluster);
  return readdirSync("/proc").some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(join("/proc", pid, "cwd")) === folder;
    } catch {
      return false; // gone meanwhile, or not ours to see
    }
  });
}
