/** Who may import whom (ARCHITECTURE.md), by role, by shelf, and behind fences. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** From the ground up. The files directly in src/ wire everything together and stand above all. */
const SHELVES = ["platform", "ui", "server", "people", "organisations", "calendar", "conversations", "events", "attendance", "notifications", "organising", "safety", "search", "home", "leaving", "admin", "example", "cli"];

/** The inside of a folder keeps to the order of shelves; these are its outside. `ui/*.pages.ts` is the page for what could not be done. */
const OUTSIDE = ["pages", "routes", "jobs", "client"];

/** What each role may import, besides plain nouns. */
const MAY_IMPORT: Record<string, string[]> = {
  noun: [],
  sql: ["sql"],
  letters: ["letters"],
  actions: ["sql", "actions", "letters"], // a letter that carries a secret is written by the action that made the secret
  parts: ["parts", "sql"], // of a query, the type of its rows
  pages: ["parts", "pages", "sql"],
  routes: ["sql", "actions", "parts", "pages", "routes", "live"],
  live: ["sql"],
  jobs: ["sql", "actions", "letters", "jobs"],
  client: ["client"],
};

/** Commands, the example's generator and the browser's entry are what they are: they may call what they need. */
const ROLELESS = ["cli", "example", "client"];

type Import = { from: string; to: string; isType: boolean; specifier: string };

const files = globSync("src/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
const imports = files.flatMap(importsOf);

test("roles: noun <- sql <- actions <- routes, jobs; noun <- parts <- pages <- routes", () => {
  const faults = imports
    .filter(({ from, to }) => isRoom(from) && isRoom(to))
    .filter(({ from, to }) => roleOf(to) !== "noun" && !MAY_IMPORT[roleOf(from)]!.includes(roleOf(to)))
    .filter(({ from, to, isType }) => !(isType && roleOf(to) === "sql") && shelfOf(to) !== "platform" && !ROLELESS.includes(shelfOf(from)))
    .map(told);
  assert.deepEqual(faults, []);
});

test("pages and parts take only types from queries", () => {
  const faults = imports.filter(({ from, to, isType }) => ["parts", "pages"].includes(roleOf(from)) && roleOf(to) === "sql" && !isType).map(told);
  assert.deepEqual(faults, []);
});

test("shelves: the inside of a folder imports its own or a lower shelf", () => {
  const faults = imports
    .filter(({ from, to }) => isRoom(from) && isRoom(to) && !OUTSIDE.includes(roleOf(from)))
    .filter(({ from, to, isType }) => rank(to) > rank(from) && !isType)
    .map(told);
  assert.deepEqual(faults, []);
});

test("nothing imports the outside of another folder but the registries", () => {
  const faults = imports
    .filter(({ from, to }) => isRoom(from) && isRoom(to) && shelfOf(from) !== shelfOf(to))
    .filter(({ to }) => ["routes", "jobs"].includes(roleOf(to)))
    .filter(({ from, to }) => shelfOf(from) !== "cli" && shelfOf(to) !== "platform")
    .map(told);
  assert.deepEqual(faults, []);
});

test("fences: SQL, the environment, the HTTP library", () => {
  const faults: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(root, file), "utf8");
    const inPlatform = file.startsWith("src/platform/");
    if (!inPlatform && !file.endsWith(".sql.ts") && /\bsql`/.test(text)) faults.push(`${file} writes SQL`);
    const handsOn = file.startsWith("src/platform/db/embedded-"); // the environment of the server that it starts
    if (/process\.env/.test(text) && file !== "src/platform/config.ts" && !handsOn) faults.push(`${file} reads the environment`);
    if (/\bDate\.now\(\)/.test(text) && !inPlatform && !file.endsWith(".client.ts") && !file.startsWith("src/client/")) faults.push(`${file} asks the machine for the time`);
  }
  for (const { from, specifier } of imports) {
    const mayHono = from.startsWith("src/platform/http/") || ["src/app.ts", "src/web.ts", "src/ui/html.ts"].includes(from) || roleOf(from) === "routes";
    if (/^(hono|@hono)/.test(specifier) && specifier !== "hono/html" && specifier !== "hono/utils/html" && !mayHono) faults.push(`${from} imports ${specifier}`);
  }
  assert.deepEqual(faults, []);
});

test("no drawer, and nobody keeps one", () => {
  assert.deepEqual(files.filter((file) => /(^|[/.-])(util|helper|common|manager|service|misc)s?([/.-]|$)/.test(file) && !file.includes("service-worker")), []);
});

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(\{[^}]*\}|[\w*\s,{}]+?)\s+from\s+"([^"]+)"/gms)].map(([, type, names = "", specifier = ""]) => {
    const onlyTypes = Boolean(type) || (names.startsWith("{") && names.slice(1, -1).split(",").map((name) => name.trim()).filter(Boolean).every((name) => name.startsWith("type ")));
    return { from, to: specifier.startsWith(".") ? normalize(join(dirname(from), specifier)) : specifier, isType: onlyTypes, specifier };
  });
}

function isRoom(file: string): boolean {
  return /^src\/\w+\/.+\.ts$/.test(file);
}

function shelfOf(file: string): string {
  return file.split("/")[1]!;
}

function rank(file: string): number {
  const found = SHELVES.indexOf(shelfOf(file));
  return found === -1 ? SHELVES.length : found;
}

/** `rsvp.sql.ts` is sql, `rsvp.ts` is a noun. */
function roleOf(file: string): string {
  const role = /\.(sql|actions|letters|parts|pages|routes|live|jobs|client)\.ts$/.exec(file)?.[1];
  return role ?? "noun";
}

function told({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
