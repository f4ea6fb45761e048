import { spawnSync } from "node:child_process";
import { chownSync, readFileSync, statSync } from "node:fs";
import { SetupError, messageOf } from "../errors.ts";

/** As whom PostgreSQL runs, which refuses to run as root: a prefix to its command line, and perhaps another account. */
export interface Account {
  readonly prefix: readonly string[];
  readonly ids: { uid?: number; gid?: number };
  /** Hands a folder that we made over to that account. */
  own(folder: string): void;
}

const OURSELVES: Account = { prefix: [], ids: {}, own: () => {} };

/**
 * An ordinary user runs PostgreSQL as themselves. For root there are three ways, in this order: the account that owns the
 * database already; a user namespace, in which root is called 1000 (no account and no chown, and it works below /root); the
 * account `postgres` or `nobody`.
 */
export function chooseAccount(cluster: string, postgres: string): Account {
  const uid = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner && owner.uid !== uid) {
      throw new SetupError(
        `The database in ${cluster} belongs to another account (number ${owner.uid}). Start Branchline as that account, or give yourself the folder with chown.`,
      );
    }
    return OURSELVES;
  }
  if (owner && owner.uid !== 0) return other(owner.uid, owner.gid);
  const unshare = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  if (spawnSync(unshare[0]!, [...unshare.slice(1), postgres, "--version"]).status === 0) return { ...OURSELVES, prefix: unshare };
  return fallback(postgres);
}

/** Folders above may be closed to that other account, as /root always is. */
export function mustEnter(account: Account, folder: string): void {
  if (account.ids.uid === undefined) return;
  if (spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], account.ids).status === 0) return;
  throw new SetupError(
    `PostgreSQL does not run as root, so it runs as account number ${account.ids.uid} here, which cannot enter ${folder}. Set DATA_DIR to a folder that everyone can enter, such as DATA_DIR=/var/lib/branchline, or start Branchline as an ordinary user.`,
  );
}

function fallback(postgres: string): Account {
  const account = accountNamed("postgres") ?? accountNamed("nobody");
  if (!account) {
    throw new SetupError(
      "PostgreSQL does not run as root, and here is neither a user namespace nor an account postgres or nobody. Start Branchline as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 or newer.",
    );
  }
  const tried = spawnSync(postgres, ["--version"], account.ids);
  if (tried.status === 0) return account;
  const why = tried.error ? messageOf(tried.error) : String(tried.stderr).trim();
  throw new SetupError(
    `PostgreSQL does not run as root, and the account number ${account.ids.uid} cannot run it from ${postgres} (${why}). Move Branchline to a folder that everyone can read, such as /opt/branchline, start it as an ordinary user, or set DATABASE_URL.`,
  );
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? other(Number(uid), Number(gid)) : undefined;
}

function other(uid: number, gid: number): Account {
  return { prefix: [], ids: { uid, gid }, own: (folder) => chownSync(folder, uid, gid) };
}
