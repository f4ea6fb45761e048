import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SetupError } from "../errors.ts";
import type { Account } from "./embedded-account.ts";

export const PORT = 5432; // never a real port: PostgreSQL listens on the socket only, and names it after this number

/** The longest address of a Unix socket is 103 bytes on macOS, 107 on Linux, and PostgreSQL makes a `.lock` beside it. */
const LONGEST = 98;

/**
 * The folder for the socket: beside the database, so that every process that can reach the one finds the other (whatever its
 * /tmp is), or, where that path is too long, in a folder below /tmp that only we can enter.
 */
export function socketFolder(folder: string, account: Account): string {
  const beside = join(folder, "run");
  if (Buffer.byteLength(join(beside, `.s.PGSQL.${PORT}`)) <= LONGEST) return privateFolder(beside, account);
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 12);
  return privateFolder(join(tmpdir(), `branchline-${process.getuid?.() ?? 0}-${name}`), account);
}

function privateFolder(folder: string, account: Account): string {
  mkdirSync(folder, { mode: 0o700, recursive: true });
  const found = lstatSync(folder);
  const ours = found.uid === process.getuid?.() || found.uid === account.ids.uid;
  if (!found.isDirectory() || !ours || found.mode & 0o077) {
    throw new SetupError(`${folder} should be a folder that only this account can enter, and is not. Remove it and start again.`);
  }
  account.own(folder);
  return folder;
}
