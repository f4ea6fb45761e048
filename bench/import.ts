/**
 * A hundred thousand people from a file: read, checked, shown to nobody, written. Against it the bare inserts of the same rows (person, address,
 * two memberships) by unnest in batches of a thousand, in one transaction on the same PostgreSQL, in the same run.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { fresh } from "../test/fresh.ts";
import type { Fresh } from "../test/fresh.ts";
import { importFile } from "../src/cli/import.ts";
import { newId } from "../src/platform/ids.ts";
import type { Bench } from "./figure.ts";

const ROWS = 100_000;

export const bench: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), "branchline-import-"));
  const home = await fresh();
  try {
    const path = join(folder, "members.csv");
    await writeFile(path, membersCsv(ROWS));
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const began = performance.now();
    const { counts } = await importFile(home.house, { paths: [path], unit: "library-guild/east-anglia" });
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watch);
    if (counts.new !== ROWS) throw new Error(`Of ${ROWS} rows ${counts.new} were new`);
    const bare = await bareInserts(home, ROWS);
    const ratio = bare / seconds;
    return [
      { name: "import of 100,000 rows, from the file to the list", value: ROWS / seconds, unit: "rows/s" },
      { name: "bare inserts of the same rows", value: ROWS / bare, unit: "rows/s" },
      { name: "import against bare inserts", value: ratio, unit: "of their speed", aim: "> 1/3", holds: ratio > 1 / 3 },
      { name: "memory that the import took at its height", value: (peak - before) / 1024 / 1024, unit: "MB", aim: "< 150", holds: peak - before < 150 * 1024 * 1024 },
    ];
  } finally {
    await home.close();
    await rm(folder, { recursive: true, force: true });
  }
};

export function membersCsv(rows: number): string {
  const lines = ["First name,Last name,Email,Employer,Town,Member since,Status"];
  for (let i = 0; i < rows; i++) lines.push(`Given${i},"Family, ${i}",member${i}@example.org,County Library ${i % 400},Town ${i % 900},${1990 + (i % 36)}-0${1 + (i % 9)}-1${i % 10},Active`);
  return `${lines.join("\n")}\n`;
}

/** Seconds. */
async function bareInserts({ house, cast }: Fresh, rows: number): Promise<number> {
  const client = new pg.Client(house.db.connection);
  await client.connect();
  const at = house.clock.now().toString();
  const began = performance.now();
  await client.query("begin");
  for (let from = 0; from < rows; from += 1000) {
    const ns = Array.from({ length: 1000 }, (_, i) => from + i);
    const ids = ns.map(() => newId());
    await client.query({
      name: "people",
      text: `insert into person (id, name, employer, home_area, line, imported_at, imported_by_unit, created_at, updated_at)
             select *, 1, $5, $6, $5, $5 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
      values: [ids, ns.map((n) => `Given${n} Family, ${n}`), ns.map((n) => `County Library ${n % 400}`), ns.map((n) => `Town ${n % 900}`), at, cast.wales.id],
    });
    await client.query({ name: "addresses", text: "insert into email_address (person_id, address, created_at) select *, $3 from unnest($1::uuid[], $2::citext[])", values: [ids, ns.map((n) => `bare${n}@example.org`), at] });
    for (const unit of [cast.tlg.id, cast.wales.id]) {
      await client.query({ name: "memberships", text: "insert into membership (person_id, unit_id, starts_on, source, created_at) select p, $3, s, 'imported', $4 from unnest($1::uuid[], $2::date[]) as t (p, s)", values: [ids, ns.map((n) => `${1990 + (n % 36)}-0${1 + (n % 9)}-1${n % 10}`), unit, at] });
    }
  }
  await client.query("commit");
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return seconds;
}
