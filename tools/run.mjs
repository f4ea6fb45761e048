// The way in for every npm script. It must run on Node 20 with nothing installed, so: plain JavaScript, no packages.
//
//   node tools/run.mjs start            the server            node tools/run.mjs check [step ...]   the tests
//   node tools/run.mjs backup FILE      any other command     node tools/run.mjs bench [name ...]   the measurements
//
// It installs what package-lock.json asks for when that has changed, finds or installs Node 26, and hands over.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WANTED_NODE = 26;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...rest] = process.argv.slice(2);

ensureInstalled(root, "what Branchline needs");
const node = node26();
const script = { check: "bin/check.ts", bench: "bench/main.ts" }[command];
const args = script ? [join(root, script), ...rest] : [join(root, "bin/branchline"), ...process.argv.slice(2)];
handOver(node, args, { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules/.compile-cache") });

/** Brings node_modules in `folder` up to its lock file. Does nothing, in a few milliseconds, when it already is. */
function ensureInstalled(folder, what) {
  const lock = readFileSync(join(folder, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).update(process.platform).update(process.arch).digest("hex");
  const stamp = join(folder, "node_modules/.stamp");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const release = oneAtATime(folder, stamp, wanted);
  try {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
    if (!isAsLocked(folder, JSON.parse(lock))) npmCi(folder, what);
    writeFileSync(stamp, wanted);
  } finally {
    release();
  }
}

/** Somebody may have run npm by hand: then what it noted about node_modules already agrees with the lock file. */
function isAsLocked(folder, lock) {
  const notes = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(notes)) return false;
  const installed = JSON.parse(readFileSync(notes, "utf8")).packages;
  return Object.entries(lock.packages).every(
    ([path, wanted]) => path === "" || (installed[path] ? installed[path].version === wanted.version : wanted.optional === true),
  );
}

function npmCi(folder, what) {
  console.error(`Installing ${what} (a minute or so, only when it has changed) ...`);
  const began = Date.now();
  // npm hands its own settings down as npm_* variables; a nested npm would take them for ours.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_ENV$/i.test(name)));
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const asked = [
    ...npm.slice(1),
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const done = spawnSync(npm[0], asked, { cwd: folder, env, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) {
    const why = done.error?.code === "ENOENT" ? "npm was not found" : "npm could not finish (its own words are above)";
    stop(`The installation stopped: ${why}. Check the network connection and run the same command again.`);
  }
  console.error(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Two commands started together on a fresh copy must not both run npm in the same folder. */
function oneAtATime(folder, stamp, wanted) {
  const gate = join(folder, ".installing");
  for (let told = false; ; told = true) {
    try {
      mkdirSync(gate);
      return () => rmSync(gate, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST")
        stop(`Cannot write in ${folder} (${error.code}). Give your account the right to write there, or copy Branchline elsewhere.`);
    }
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return () => {};
    const age = Date.now() - (statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10 * 60_000) rmSync(gate, { recursive: true, force: true }); // left behind by a command that was killed
    else if (!told) console.error("Another command is installing; waiting for it ...");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
}

function node26() {
  if (Number(process.versions.node.split(".")[0]) >= WANTED_NODE) return process.execPath;
  const runtime = join(root, "runtime");
  ensureInstalled(runtime, `Node ${WANTED_NODE}`);
  const os = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const found = [`node-${os}-${process.arch}`, `node-bin-${os}-${process.arch}`]
    .map((name) => join(runtime, "node_modules", name, "bin", file))
    .find((path) => existsSync(path));
  return (
    found ??
    stop(
      `Branchline needs Node ${WANTED_NODE}, and there is no ready-made one for ${process.platform} ${process.arch}. Install Node ${WANTED_NODE} from https://nodejs.org and try again.`,
    )
  );
}

/**
 * Runs Node 26 with every signal passed on. The traps: npm does not pass SIGTERM on, and may be killed outright; so when our
 * parents are gone, we tell the program to stop. It watches us in the same way.
 */
function handOver(node, args, env) {
  const child = spawn(node, args, { stdio: "inherit", env: { ...env, BRANCHLINE_STARTED_BY: String(process.pid) } });
  for (const signal of ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"]) {
    // On Ctrl-C the terminal has told the child already; telling it twice would mean "at once".
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  if (process.env.npm_lifecycle_event) {
    const parents = lineage();
    setInterval(() => lineage() === parents || child.kill("SIGTERM"), 500).unref();
  }
  child.on("error", (error) =>
    stop(`Node ${WANTED_NODE} did not start (${error.message}). Remove the folder runtime/node_modules and try again.`),
  );
  child.on("exit", (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : code));
}

/** Our parent and, where the system tells, its parent: npm starts us through a shell, which outlives it. */
function lineage() {
  try {
    return `${process.ppid} ${/\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, "utf8"))[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
