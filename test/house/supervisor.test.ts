import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startServer } from "../../src/platform/db/embedded.ts";
import { isAlive } from "../../src/platform/db/embedded-cluster.ts";
import { testFolder } from "../server.ts";
import { dataFolder } from "./program.ts";
import { serverIn } from "./servers.ts";

const settings = { fsync: "off" };
const place = () => dataFolder(testFolder("supervisor"));
/** To make a database takes a second of work: those tests that only start one and leave it in order use this one after the other. */
const known = place();

/** Another process that uses the server, and what it can be told to do. */
async function user(folder: string): Promise<{ child: ChildProcess; leave(): Promise<void> }> {
  const child = fork(new URL("user.ts", import.meta.url), [folder], { env: { PATH: process.env["PATH"] } }); // not as a part of this test run
  after(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return {
    child,
    async leave() {
      child.send("leave");
      await once(child, "exit");
    },
  };
}

async function ask(connection: pg.ClientConfig, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

test("it makes the database, keeps its data over a stop, and leaves nothing running", async () => {
  const folder = known;
  const first = await startServer({ folder, settings });
  const pid = first.pid()!;
  await ask(first.connection, "create table kept as select 1 as n");
  await first.stop();
  assert.equal(isAlive(pid), false);
  const second = await startServer({ folder, settings });
  assert.deepEqual(await ask(second.connection, "select n from kept"), [{ n: 1 }]);
  await second.stop();
  await second.stop(); // twice is harmless
});

test("text is sorted and changed by the rules of Unicode, and only this account can connect", async () => {
  const folder = known;
  const server = await startServer({ folder, settings });
  const [facts] = await ask(
    server.connection,
    "select upper('straße') as upper, current_setting('listen_addresses') as addresses, current_setting('jit') as jit",
  );
  assert.deepEqual(facts, { upper: "STRASSE", addresses: "", jit: "off" });
  assert.equal(statSync(server.connection.host).mode & 0o777, 0o700);
  await server.stop();
});

test("the last one out stops the server, whoever started it", async () => {
  const folder = known;
  const starter = await user(folder);
  const here = await startServer({ folder, settings });
  await starter.leave();
  assert.deepEqual(await ask(here.connection, "select 1 as n"), [{ n: 1 }]);
  const pid = here.pid()!;
  await here.stop();
  assert.equal(isAlive(pid), false);
});

test("three that start at the same moment share one server", async () => {
  const folder = place();
  const [one, two, here] = await Promise.all([user(folder), user(folder), startServer({ folder, settings })]);
  const [count] = await ask(
    here.connection,
    "select count(*)::int as n from pg_stat_activity where application_name = 'branchline keeper'",
  );
  assert.deepEqual(count, { n: 3 });
  await Promise.all([one.leave(), two.leave(), here.stop()]);
  assert.equal(serverIn(folder), undefined);
});

test("after a kill -9 of the app, the next takes up the server that still runs", async () => {
  const folder = known;
  const app = await user(folder);
  const pid = serverIn(folder)!;
  app.child.kill("SIGKILL");
  await once(app.child, "exit");
  const next = await startServer({ folder, settings });
  assert.equal(next.pid(), pid);
  await next.stop();
  assert.equal(isAlive(pid), false);
});

test("after a kill -9 of both, the next recovers what was committed", async () => {
  const folder = known;
  const app = await user(folder);
  await ask({ host: join(folder, "run"), port: 5432, user: "branchline", database: "branchline" }, "create table committed as select 7 as n");
  const pid = serverIn(folder)!;
  app.child.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await once(app.child, "exit");
  const next = await startServer({ folder, settings });
  assert.notEqual(next.pid(), pid);
  assert.deepEqual(await ask(next.connection, "select n from committed"), [{ n: 7 }]);
  await next.stop();
});

test("a server that dies under a running app is started again", async () => {
  const folder = known;
  const told: string[] = [];
  const server = await startServer({ folder, settings, tell: (line) => told.push(line) });
  const pid = server.pid()!;
  process.kill(pid, "SIGKILL");
  while (server.pid() === pid || server.pid() === undefined) await sleep(10);
  for (;;) {
    const rows = await ask(server.connection, "select 1 as n").catch(() => undefined);
    if (rows) break;
    await sleep(10);
  }
  assert.match(told.join("\n"), /starting it again/);
  await server.stop();
});

test("a lock file whose number has gone to another program does not stand in the way", async () => {
  const folder = known;
  const server = await startServer({ folder, settings });
  const lock = join(folder, "18/postmaster.pid");
  const text = readFileSync(lock, "utf8");
  await server.stop();
  const other = spawn("sleep", ["60"]);
  after(() => void other.kill());
  writeFileSync(lock, text.replace(/^\d+/, String(other.pid)));
  writeFileSync(join(folder, "run/.s.PGSQL.5432.lock"), text.replace(/^\d+/, String(other.pid)));
  const again = await startServer({ folder, settings });
  assert.deepEqual(await ask(again.connection, "select 1 as n"), [{ n: 1 }]);
  assert.ok(isAlive(other.pid!));
  await again.stop();
});

test("a half-made database of a run that was broken off is cleared away", async () => {
  const folder = place();
  const dead = spawn("true");
  await once(dead, "exit");
  mkdirSync(join(folder, `18.making-${dead.pid}`));
  const server = await startServer({ folder, settings });
  assert.equal(existsSync(join(folder, `18.making-${dead.pid}`)), false);
  await server.stop();
});

test("a data folder with a very long path works", async () => {
  const folder = join(place(), "a".repeat(60), "b".repeat(60));
  const server = await startServer({ folder, settings });
  assert.deepEqual(await ask(server.connection, "select 1 as n"), [{ n: 1 }]);
  await server.stop();
});
