import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { request } from "node:https";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isAlive } from "../../src/platform/db/embedded-cluster.ts";
import { testFolder } from "../server.ts";
import { branchline, dataFolder, freePort, serve } from "./program.ts";
import { serverIn } from "./servers.ts";

/** To make a database takes seconds of work: the tests use one after the other, as a person starts the same one again and again. */
const folder = dataFolder(testFolder("start"));

test("it says where it is, with a link for whoever is first, and stops in order", async () => {
  const served = await serve([], { DATA_DIR: folder });
  assert.match(served.words.out, new RegExp(`^Branchline is at ${served.url}\n`));
  while (!served.words.out.includes("/first-run/")) await sleep(10);
  const health = await fetch(`${served.url}/health`);
  assert.deepEqual([health.status, await health.text()], [200, "ok"]);
  assert.ok(serverIn(folder));
  const { code, err } = await served.stop();
  assert.equal(code, 0, err);
  assert.equal(serverIn(folder), undefined);
});

test("web and worker apart share one database; the last to stop stops it", async () => {
  const web = await serve(["--web"], { DATA_DIR: folder });
  const worker = await serve(["--worker"], { DATA_DIR: folder });
  assert.equal((await web.stop("SIGINT")).code, 0);
  assert.ok(serverIn(folder), "the worker still uses it");
  assert.equal((await worker.stop()).code, 0);
  assert.equal(serverIn(folder), undefined);
});

test("after a kill -9 it starts again with the database that still runs", async () => {
  const first = await serve([], { DATA_DIR: folder });
  const pid = serverIn(folder);
  await first.stop("SIGKILL");
  const second = await serve([], { DATA_DIR: folder });
  assert.equal(serverIn(folder), pid);
  assert.equal((await fetch(`${second.url}/health`)).status, 200);
  assert.equal((await second.stop()).code, 0);
});

test("commands work beside it: an account, a backup", async () => {
  const served = await serve([], { DATA_DIR: folder });
  const made = await branchline(["account", "administrator", "ann@example.org", "--name", "Ann O'Nym"], {
    DATA_DIR: folder,
    BASE_URL: served.url,
  });
  assert.equal(made.code, 0, made.err);
  const [link] = /http:\S+/.exec(made.out)!;
  assert.equal((await fetch(link)).status, 200);
  const backup = await branchline(["backup", join(folder, "b.tar.zst")], { DATA_DIR: folder });
  assert.match(backup.out, /holds \d+ rows/);
  assert.equal((await fetch(`${served.url}/health`)).status, 200);
  assert.equal((await served.stop()).code, 0);
  assert.equal((await branchline(["doctor"], { DATA_DIR: folder, SMTP_URL: "smtp://localhost" })).code, 0);
  const unwell = await branchline(["doctor"], { DATA_DIR: folder, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
  assert.equal(unwell.code, 1);
  assert.match(unwell.out, /^look {4}SMTP_URL is not set[\s\S]* to look at\.\n$/m);
});

const openssl = spawnSync("openssl", ["version"]).status === 0;
test("https with an own certificate", { skip: !openssl && "there is no openssl to make a certificate with" }, async () => {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const renew = () =>
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-subj",
        "/CN=localhost",
        "-days",
        "2",
        "-keyout",
        key,
        "-out",
        cert,
      ],
      { stdio: "ignore" },
    );
  renew();
  const served = await serve([], { DATA_DIR: folder, TLS_CERT: cert, TLS_KEY: key });
  const first = await fingerprint(served.url);
  renew();
  served.child.kill("SIGHUP");
  while (!served.words.err.includes("has been read again")) await sleep(10);
  assert.notEqual(await fingerprint(served.url), first);
  assert.equal((await served.stop()).code, 0);
});

async function fingerprint(url: string): Promise<string> {
  const asked = request(`${url}/health`, { rejectUnauthorized: false, agent: false }).end();
  const [answer] = await once(asked, "response");
  assert.equal(answer.statusCode, 200);
  const { fingerprint256 } = answer.socket.getPeerCertificate();
  answer.resume();
  return fingerprint256;
}

test("when tools/run.mjs and what started it are gone, it stops by itself", async () => {
  const port = await freePort();
  const run = fileURLToPath(new URL("../../tools/run.mjs", import.meta.url));
  const parent = spawn("sh", ["-c", `"${process.execPath}" "${run}" start; true`], {
    env: { PATH: process.env["PATH"], DATA_DIR: folder, PORT: String(port), npm_lifecycle_event: "start" },
    stdio: "ignore",
  });
  after(() => void parent.kill("SIGKILL"));
  while (
    !(await fetch(`http://localhost:${port}/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await sleep(50);
  const pid = serverIn(folder)!;
  parent.kill("SIGKILL");
  while (isAlive(pid)) await sleep(50);
});
