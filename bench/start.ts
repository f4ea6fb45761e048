/** A second start, from the command to /health, and the memory of a server that has just started, on a data folder of its own with fsync on. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./figure.ts";
import type { Bench } from "./figure.ts";

const branchline = fileURLToPath(new URL("../bin/branchline", import.meta.url));

export const bench: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), "branchline-start-"));
  try {
    const first = await startOnce(folder);
    const later = [];
    for (let i = 0; i < 5; i++) later.push(await startOnce(folder));
    const seconds = median(later.map((one) => one.seconds));
    const megabytes = median(later.map((one) => one.megabytes));
    return [
      { name: "first start on an empty folder (initdb, migrations)", value: first.seconds, unit: "s" },
      { name: "second start, until /health answers", value: seconds, unit: "s", aim: "< 2", holds: seconds < 2 },
      { name: "memory of the app after start (resident)", value: megabytes, unit: "MB", aim: "< 150", holds: megabytes < 150 },
      { name: "memory of PostgreSQL after start (private and shared, Pss)", value: median(later.map((one) => one.postgres)), unit: "MB" },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function startOnce(folder: string): Promise<{ seconds: number; megabytes: number; postgres: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const began = performance.now();
  const child = spawn(process.execPath, [branchline, "start"], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: "127.0.0.1", NODE_COMPILE_CACHE: join(folder, "compiled") },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  while (!(await fetch(`http://127.0.0.1:${port}/health`).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`branchline start ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seconds = (performance.now() - began) / 1000;
  await fetch(`http://127.0.0.1:${port}/`);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const megabytes = (await kilobytes(`/proc/${child.pid}/status`, "VmRSS")) / 1024;
  const postgres = await postgresMegabytes(folder);
  child.kill("SIGTERM");
  await ended;
  return { seconds, megabytes, postgres };
}

async function kilobytes(path: string, field: string): Promise<number> {
  const text = await readFile(path, "utf8");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? Number.NaN);
}

/** Of the server's main process and all that it started; shared pages are divided among those who share them. */
async function postgresMegabytes(folder: string): Promise<number> {
  const main = Number((await readFile(join(folder, "postgresql/18/postmaster.pid"), "utf8").catch(() => "")).split("\n")[0]);
  if (!main) return Number.NaN;
  const { execSync } = await import("node:child_process");
  const children = execSync(`ps -o pid= --ppid ${main} || true`).toString().split("\n").map(Number).filter(Boolean);
  let sum = 0;
  for (const pid of [main, ...children]) sum += await kilobytes(`/proc/${pid}/smaps_rollup`, "Pss").catch(() => 0);
  return sum / 1024;
}
