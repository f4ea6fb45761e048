/**
 * Every check by name: `npm test` runs them all, `npm test -- types lint` those two, `npm run test:long` the long ones.
 * All tests run in one go at the end, so that the last thing to read is node's summary.
 */
import { spawn } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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
  const folder = mkdtempSync(join(tmpdir(), "branchline-tests-"));
  // More processes than cores: while some wait the rest uses them.
  const { code } = await run(["--test", `--test-concurrency=${availableParallelism() + 1}`, "--test-timeout=900000", "--test-force-exit", ...together(files, folder)], "aloud");
  rmSync(folder, { recursive: true });
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

/**
 * Tests that only look through the app share a process with their folder: to read all modules takes a second of work, and what has run
 * before runs faster, so that all of them take a third. Those that start programs and browsers have a process each.
 */
function together(files: string[], folder: string): string[] {
  const shelves = Map.groupBy(files, (file) => (/^(src\/|test\/(security\/)?[^/]+$)/.test(file) ? dirname(file) : file));
  return [...shelves].map(([shelf, inIt]) => {
    if (inIt.length === 1) return inIt[0]!;
    const name = join(folder, `${shelf.replaceAll("/", "-")}.mjs`);
    writeFileSync(name, oneAfterTheOther(inIt));
    return name;
  });
}

/** The first test holds up the others until all are known: a process ends when all tests that it knows have ended. */
function oneAfterTheOther(files: string[]): string {
  const imports = files.map((file) => `await import(${JSON.stringify(pathToFileURL(join(root, file)).href)});`);
  return `import test from "node:test";
const { promise, resolve, reject } = Promise.withResolvers();
test(${JSON.stringify(`${files.length} files of ${dirname(files[0]!)} are read`)}, () => promise);
try {
${imports.join("\n")}
resolve();
} catch (error) {
reject(error);
}
`;
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
