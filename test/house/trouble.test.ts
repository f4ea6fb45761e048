/** Whatever stands in the way of a start is said in one sentence that says what to do, without a stack trace. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { whatIsWrong } from "../../src/platform/db/server-check.ts";
import { startTestServer, testFolder } from "../server.ts";
import { emptyDatabase } from "./empty.ts";
import { type Environment, branchline, dataFolder } from "./program.ts";
import { stopServerIn } from "./servers.ts";

const root = process.getuid?.() === 0;
const memory = () => dataFolder(testFolder("trouble"));

async function refuses(args: string[], environment: Environment, sentence: RegExp): Promise<void> {
  const { code, err } = await branchline(args, environment, dataFolder());
  assert.match(err, sentence);
  assert.doesNotMatch(err, /\n {4}at |secret/);
  assert.equal(code, 1);
}

test("a taken port", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  await refuses(
    ["start"],
    { PORT: String(port), DATA_DIR: memory() },
    new RegExp(`^Port ${port} is taken .* PORT=${port + 1} npm start\\.\n$`),
  );
  other.close();
});

test("an address that is not ours", () =>
  refuses(["start"], { HOST: "192.0.2.1", DATA_DIR: memory() }, /^HOST is 192\.0\.2\.1, which is no address of this machine/));

test("a folder in which nothing can be written", async () => {
  await refuses(
    ["migrate"],
    { DATA_DIR: "/proc/branchline" },
    /^Branchline cannot write in \/proc\/branchline\/postgresql \(\w+\)\. Give this account the right/,
  );
  await refuses(["migrate"], { DATA_DIR: "/dev/null" }, /^Branchline cannot write in \/dev\/null/);
});

test("a folder that belongs to somebody else", { skip: root && "root may write everywhere" }, async () => {
  const folder = dataFolder();
  chmodSync(folder, 0o500);
  await refuses(["migrate"], { DATA_DIR: folder }, /^Branchline cannot write in/);
});

test("a wrong DATABASE_URL", async () => {
  const { host } = (await startTestServer()).connection;
  const socket = (name: string) => `postgresql:///${name}?host=${encodeURIComponent(host)}&user=branchline&password=secret`;
  await refuses(
    ["migrate"],
    { DATABASE_URL: "postgresql://me:secret@127.0.0.1:1/x" },
    /^No PostgreSQL answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)\. Start it, or correct DATABASE_URL/,
  );
  await refuses(
    ["migrate"],
    { DATABASE_URL: "postgresql://me:secret@nowhere.invalid/x" },
    /^No machine is called nowhere\.invalid\. Correct DATABASE_URL/,
  );
  await refuses(["migrate"], { DATABASE_URL: socket("not_there"), TEST_DATABASE: "yes" }, /has no database not_there\. Make it/);
  await refuses(["migrate"], { DATABASE_URL: "secret" }, /^DATABASE_URL must look like/);
});

test("a PostgreSQL that may lose data, unless it is a test's", async () => {
  const { host, database } = await emptyDatabase();
  const url = `postgresql:///${database}?host=${encodeURIComponent(host)}&user=branchline`;
  await refuses(["migrate"], { DATABASE_URL: url }, /runs with fsync off, so a power cut would lose/);
  assert.equal((await branchline(["migrate"], { DATABASE_URL: url, TEST_DATABASE: "yes" })).code, 0);
});

test("a PostgreSQL that is too old, or not made for us", () => {
  const good = { version: "18.4", versionNumber: 180004, encoding: "UTF8", fsync: true, mayCreate: true, database: "b", role: "r" };
  assert.equal(whatIsWrong(good, false), undefined);
  assert.match(
    whatIsWrong({ ...good, version: "17.6", versionNumber: 170006 }, false)!,
    /^DATABASE_URL leads to PostgreSQL 17\.6, and Branchline needs 18 or newer/,
  );
  assert.match(whatIsWrong({ ...good, encoding: "SQL_ASCII" }, false)!, /Make one in UTF-8/);
  assert.match(whatIsWrong({ ...good, mayCreate: false }, false)!, /grant create on database b to r/);
});

const mountable = root && spawnSync("mount", ["--version"]).status === 0;
const small = { skip: !mountable && "only root can mount a small disk" };

/** A disk of its own, so small that it can be filled. Undefined where the container does not let us mount. */
function disk(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "branchline-disk-"));
  after(async () => {
    await stopServerIn(folder);
    spawnSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]).status === 0 ? folder : undefined;
}

test("a disk too small for a database", small, async (t) => {
  const folder = disk(20);
  if (!folder) return t.skip("this container does not let us mount");
  await refuses(["migrate"], { DATA_DIR: join(folder, "data") }, /^The disk that holds .* is full\. Make room there/);
});

test("a disk that has filled up since", small, async (t) => {
  const folder = disk(120);
  if (!folder) return t.skip("this container does not let us mount");
  const data = { DATA_DIR: join(folder, "data") };
  assert.equal((await branchline(["migrate"], data)).code, 0);
  spawnSync("dd", ["if=/dev/zero", `of=${join(folder, "films")}`, "bs=64k"]);
  await refuses(["example"], data, /The disk .*is full.* Make room/);
  rmSync(join(folder, "films"));
  assert.equal((await branchline(["example"], data)).code, 0);
});

test("root without user namespaces, where the other account cannot go", { skip: !root && "we are not root" }, async () => {
  // Without unshare on the path there is no way into a user namespace.
  const folder = dataFolder();
  await refuses(
    ["migrate"],
    { PATH: "/nowhere", DATA_DIR: join(folder, "data") },
    /PostgreSQL does not run as root.*(Set DATA_DIR to a folder that everyone can enter|Move Branchline to a folder)/,
  );
});

test("root without user namespaces, in a folder open to all", { skip: !root && "we are not root" }, async (t) => {
  const folder = dataFolder();
  chmodSync(folder, 0o755);
  const { code, err } = await branchline(["migrate"], { PATH: "/nowhere", DATA_DIR: join(folder, "data") });
  if (/Move Branchline to a folder that everyone can read/.test(err))
    return t.skip("this copy of Branchline is in a folder closed to others");
  assert.equal(code, 0, err);
});

test("a command or option that does not exist", async () => {
  await refuses(["strat"], {}, /^There is no command strat\. The commands are start, /);
  await refuses(["backup"], {}, /^Write it like this: branchline backup FILE/);
  await refuses(["start", "--wbe"], {}, /^Unknown option '--wbe'\. Write it like this/);
});
