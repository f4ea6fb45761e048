/** DATABASE_URL: the same PostgreSQL, started by hand as somebody else's would be, over TCP with a password and over a socket. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { chooseAccount } from "../../src/platform/db/embedded-account.ts";
import { findBinaries } from "../../src/platform/db/embedded-binaries.ts";
import { makeCluster } from "../../src/platform/db/embedded-cluster.ts";
import { testFolder } from "../server.ts";
import { dataFolder, freePort, serve } from "./program.ts";

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
await asAdministrator("create role anna login password 's3cret'");
for (const name of ["by_tcp", "by_socket"]) await asAdministrator(`create database ${name} owner anna`);

async function asAdministrator(statement: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ host: sockets, port, user: "branchline", database: "postgres" });
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

for (const way of ["tcp", "socket"]) {
  test(`the example network over ${way}, as an ordinary role`, async () => {
    const url =
      way === "tcp"
        ? `postgresql://anna:s3cret@127.0.0.1:${port}/by_tcp`
        : `postgresql:///by_socket?host=${encodeURIComponent(sockets)}&port=${port}&user=anna&password=s3cret`;
    const served = await serve(["--example"], { DATABASE_URL: url, TEST_DATABASE: "yes" });
    assert.equal((await fetch(`${served.url}/health`)).status, 200);
    assert.equal((await fetch(served.url)).status, 200);
    const [link] = /http:\S+\/sign-in\/\S+/.exec(served.words.out)!;
    assert.equal((await fetch(link)).status, 200);
    const { code, out, err } = await served.stop();
    assert.equal(code, 0, err);
    assert.doesNotMatch(out + err, /s3cret/);
  });
}
