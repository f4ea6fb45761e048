/** The program itself, as a person starts it: `branchline start --web` or `--worker`, against a database of a test. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { House } from "../../src/house.ts";

export type Spawned = {
  /** Where it serves; "" for a worker. */
  readonly url: string;
  /** At once and without warning. */
  kill(): Promise<void>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL("../../", import.meta.url));

export async function spawnHouse(house: House, part: "--web" | "--worker", settings: Record<string, string> = {}): Promise<Spawned> {
  const child = spawn(process.execPath, ["bin/branchline", "start", part], {
    cwd: root,
    env: { PATH: process.env["PATH"], DATABASE_URL: urlOf(house), TEST_DATABASE: "yes", PORT: "0", NOW: house.clock.now().toString(), LOG: "off", LETTERS_A_MINUTE: "60000", BRANCHLINE_STARTED_BY: String(process.pid), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (words: string) => (complaints += words));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      const at = /Branchline is at (\S+)/.exec(line);
      if (at) resolve(at[1]!);
      else if (line.includes("worker is at work")) resolve("");
    });
    void gone.then(() => reject(new Error(`It did not start: ${complaints}`)));
  });
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    child.kill(signal);
    await gone;
  };
  return { url, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

function urlOf(house: House): string {
  const { host, port, user, database } = house.db.connection;
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host as string)}&port=${port}`;
}
