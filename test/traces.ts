/** Looks through every column of every table for any of these words, as somebody with a dump would. */
import type { House } from "../src/house.ts";
import { ask } from "./event.ts";

/** Where one of them was found, as "table.column", sorted. */
export async function tracesOf(house: House, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await ask(
    house,
    `select c.table_schema as schema, c.table_name as "table", array_agg(c.column_name::text) as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'graphile_worker')
      group by 1, 2`,
  );
  const patterns = words.map((word) => `%${word}%`);
  const found: string[] = [];
  for (const { schema, table, columns } of tables) {
    // Whole rows first, byte by byte: most tables hold nothing, and comparing by the rules of a language takes a hundred times as long.
    const holds = async (what: string) => (await ask(house, `select exists (select from "${schema}"."${table}" t where (${what})::text collate "C" like any($1)) as found`, [patterns])).rows[0].found;
    if (!(await holds("t"))) continue;
    for (const column of columns) if (await holds(`t."${column}"`)) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}
