/** What the machine has left, in bytes. */
import { statfsSync } from "node:fs";
import { freemem } from "node:os";

export function freeMemory(): number {
  return freemem();
}

/** Null where the folder is not there yet. */
export function freeDisk(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
