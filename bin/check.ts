/**
 * Every check by name: `npm test` runs them all, `npm test -- types lint` those two, `npm run test:long` the long ones.
 * All tests run in one go at the end, so that the last thing to read is node's summary.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { browserFor } from "../test/look/chromium-here.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const bin = (path: string) => ["node_modules", path].join("/");

/** Programs that look at the code. */
const LOOKS: Record<string, string[]> = {
  types: [bin("typescript/bin/tsc"), "-p", "."],
  lint: [bin("oxlint/bin/oxlint"), "--format=unix"],
  unused: [bin("knip/bin/knip.js"), "--no-progress"],
};

/** Tests, by what they need. */
const TESTS: Record<string, string[]> = {
  imports: ["test/import-rules.test.ts"],
  unit: ["src/**/*.test.ts", "test/*.test.ts", "test/house/*.test.ts", "test/security/*.test.ts", "test/mail/*.test.ts", "test/processes/*.test.ts"],
  browser: ["test/look/*.test.ts", "test/e2e/*.test.ts"],
  long: ["test/long/*.test.ts"],
};

const STANDARD = [...Object.keys(LOOKS), "imports", "unit", "browser"];

const asked = process.argv.slice(2);
const steps = asked.length > 0 ? asked : STANDARD;
const unknown = steps.find((step) => !(step in LOOKS) && !(step in TESTS));
if (unknown !== undefined) {
  console.error(`There is no step ${unknown}. The steps are ${[...Object.keys(LOOKS), ...Object.keys(TESTS)].join(", ")}.`);
  process.exit(1);
}

let failed = 0;
for (const step of steps.filter((one) => one in LOOKS)) {
  const began = Date.now();
  const { code, words } = await run(LOOKS[step]!, "quietly");
  console.log(`${code === 0 ? "ok" : "FAILED"}  ${step} (${seconds(began)})`);
  if (code !== 0) {
    console.log(words);
    failed++;
  }
}

const files = await testFiles(steps.filter((one) => one in TESTS));
if (files.length > 0) {
  const began = Date.now();
  // Each file in a process of its own: one that breaks takes no other with it, and while some wait the rest uses the cores.
  const { code } = await run(["--test", `--test-concurrency=${availableParallelism() + 1}`, "--test-timeout=900000", "--test-force-exit", ...files], "aloud");
  console.log(`${code === 0 ? "ok" : "FAILED"}  tests in ${files.length} files (${seconds(began)})`);
  if (code !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;

async function testFiles(kinds: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const kind of kinds) {
    if (kind === "browser" && !(await browserFor(console.log))) continue;
    for (const file of globSync(TESTS[kind]!, { cwd: root })) found.add(file);
  }
  return [...found].toSorted();
}

function run(args: string[], how: "aloud" | "quietly"): Promise<{ code: number; words: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: how === "aloud" ? "inherit" : ["ignore", "pipe", "pipe"] });
    const words: Buffer[] = [];
    child.stdout?.on("data", (piece: Buffer) => words.push(piece));
    child.stderr?.on("data", (piece: Buffer) => words.push(piece));
    child.on("close", (code) => done({ code: code ?? 1, words: String(Buffer.concat(words)) }));
  });
}

function seconds(since: number): string {
  return `${Math.round((Date.now() - since) / 100) / 10} s`;
}
