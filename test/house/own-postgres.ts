/** The same PostgreSQL, started by hand as somebody else's would be: over TCP with a password, and over a socket. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { chooseAccount } from "../../src/platform/db/embedded-account.ts";
import { findBinaries } from "../../src/platform/db/embedded-binaries.ts";
import { makeCluster } from "../../src/platform/db/embedded-cluster.ts";
import { testFolder } from "../server.ts";
import { dataFolder, freePort } from "./program.ts";

export type Way = "tcp" | "socket";

/** Makes databases with nothing in them, for an ordinary role, and says the DATABASE_URL of each. The server goes when the test file has ended. */
export async function startOwnPostgres(...databases: string[]): Promise<(database: string, way: Way) => string> {
  const folder = dataFolder(testFolder("own-postgres"));
  const cluster = join(folder, "cluster");
  const sockets = join(folder, "run");
  mkdirSync(sockets);
  const port = await freePort();
  const binaries = findBinaries();
  const account = chooseAccount(cluster, binaries.postgres);
  for (const each of [folder, sockets]) account.own(each);
  makeCluster(cluster, binaries, account, false);
  writeFileSync(
    join(cluster, "pg_hba.conf"),
    "local all branchline trust\nlocal all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n",
  );
  appendFileSync(
    join(cluster, "postgresql.conf"),
    `listen_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = '${sockets}'\nfsync = off\n`,
  );
  const [program, ...args] = [...account.prefix, binaries.postgres, "-D", cluster];
  spawn(program, args, { ...account.ids, stdio: "ignore" }).unref();
  await asAdministrator(sockets, port, "create role anna login password 's3cret'");
  for (const name of databases) await asAdministrator(sockets, port, `create database ${name} owner anna`);
  return (database, way) =>
    way === "tcp"
      ? `postgresql://anna:s3cret@127.0.0.1:${port}/${database}`
      : `postgresql:///${database}?host=${encodeURIComponent(sockets)}&port=${port}&user=anna&password=s3cret`;
}

/** Tries until the server answers. */
async function asAdministrator(host: string, port: number, statement: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ host, port, user: "branchline", database: "postgres" });
    try {
      await client.connect();
      await client.query(statement);
      return await client.end();
    } catch (error) {
      if ((error as { code: string }).code === "42710") throw error;
      await sleep(20);
    }
  }
}
