/** Load from a process of its own: wrk where it is installed, else autocannon. The two are never mixed in one run. */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const LOADER: "wrk" | "autocannon" = spawnSync("wrk", ["-v"]).error ? "autocannon" : "wrk";

const CONNECTIONS = 32;

/** Requests answered per second over `seconds`, all with status 2xx; anything else throws, since a fast error is no page. */
export async function requestsPerSecond(url: string, headers: Record<string, string>, seconds: number): Promise<number> {
  return LOADER === "wrk" ? wrk(url, headers, seconds) : autocannon(url, headers, seconds);
}

async function wrk(url: string, headers: Record<string, string>, seconds: number): Promise<number> {
  const output = await run("wrk", ["-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]), url]);
  if (/Non-2xx|Socket errors/.test(output)) throw new Error(`Not every answer was a page:\n${output}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)![1]);
}

async function autocannon(url: string, headers: Record<string, string>, seconds: number): Promise<number> {
  const script = fileURLToPath(import.meta.resolve("autocannon"));
  const output = await run(process.execPath, [script, "-j", "-c", String(CONNECTIONS), "-d", String(seconds), ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]), url]);
  const result = JSON.parse(output) as { requests: { average: number }; non2xx: number; errors: number };
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} answers were no page, ${result.errors} failed`);
  return result.requests.average;
}

function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}\n${output}`))));
  });
}
