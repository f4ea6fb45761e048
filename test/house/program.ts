/** The program as a person runs it: a process of its own, with nothing in its environment but what a test says. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { stopServerIn } from "./servers.ts";

const program = fileURLToPath(new URL("../../bin/branchline", import.meta.url));

export type Environment = Record<string, string>;

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command to its end. */
export async function branchline(args: string[], environment: Environment = {}, folder = tmpdir()): Promise<Ended> {
  const { child, words } = begin(args, environment, folder);
  await once(child, "close");
  return { code: child.exitCode, ...words };
}

export interface Served {
  child: ChildProcess;
  url: string;
  words: { out: string; err: string };
  /** Asks it to stop and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts it on a free port and waits until it says where it is. */
export async function serve(args: string[], environment: Environment, folder = tmpdir()): Promise<Served> {
  const port = await freePort();
  const { child, words } = begin(["start", ...args], { PORT: String(port), ...environment }, folder);
  const ended = once(child, "close");
  after(() => void (child.exitCode === null && child.kill("SIGKILL")));
  while (!/Stop it with Ctrl-C/.test(words.out)) {
    const over = await Promise.race([ended, once(child.stdout, "data").then(() => undefined)]);
    if (over) throw new Error(`It ended instead of starting: ${words.err}${words.out}`);
  }
  return {
    child,
    url: `${environment["TLS_CERT"] ? "https" : "http"}://localhost:${port}`,
    words,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await ended;
      return { code: child.exitCode, ...words };
    },
  };
}

function begin(args: string[], environment: Environment, folder: string) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"]!, HOME: process.env["HOME"] ?? "/", ...environment },
  });
  const words = { out: "", err: "" };
  child.stdout.on("data", (piece: Buffer) => (words.out += piece));
  child.stderr.on("data", (piece: Buffer) => (words.err += piece));
  return { child, words };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** A folder for data, removed when the test has ended, with the server in it stopped. */
export function dataFolder(inside = tmpdir()): string {
  const folder = mkdtempSync(join(inside, "branchline-house-"));
  after(async () => {
    await stopServerIn(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
