/** `npm run bench [-- name ...] [--json]`: what must be fast, measured. Prints; asserts nothing about the clock. */
import { parseArgs } from "node:util";
import { table } from "./figure.ts";
import type { Bench, Figure } from "./figure.ts";

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  "event-page": () => import("./event-page.ts"),
  rush: () => import("./rush.ts"),
  import: () => import("./import.ts"),
  start: () => import("./start.ts"),
  weight: () => import("./weight.ts"),
  search: () => import("./search.ts"),
  "search-million": async () => ({ bench: (await import("./search.ts")).atAMillion }),
  scale: () => import("./scale.ts"),
  "scale-million": async () => ({ bench: (await import("./scale.ts")).atAMillion }),
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
const unknown = positionals.find((name) => !BENCHES[name]);
if (unknown) {
  console.error(`There is no measurement "${unknown}"; there are ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(1);
}
const all: Figure[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
  if (!values.json) console.error(`Measuring ${name} ...`);
  const { bench } = await BENCHES[name]!();
  const figures = await bench();
  all.push(...figures);
  if (!values.json) console.log(`\n${name}\n${table(figures)}\n`);
}
if (values.json) console.log(JSON.stringify(all, null, 2));
process.exit(0);
