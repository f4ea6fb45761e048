import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../../src/platform/db/embedded-cluster.ts";

/** The main process of the database somewhere in this folder, if one runs. */
export function serverIn(folder: string): number | undefined {
  const [file] = globSync(join(folder, "**/postmaster.pid"));
  const pid = file ? Number.parseInt(readFileSync(file, "utf8"), 10) : 0;
  return pid > 0 && isAlive(pid) ? pid : undefined;
}

export async function stopServerIn(folder: string): Promise<void> {
  const pid = serverIn(folder);
  if (pid === undefined) return;
  process.kill(pid, "SIGQUIT");
  while (isAlive(pid)) await sleep(5);
}
