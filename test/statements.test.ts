/** Every statement of the program is prepared against the real schema, and what it returns is held against what its query promises. */
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import test from "node:test";
import pg from "pg";
import { statements } from "../src/platform/db/query.ts";

import { fresh } from "./fresh.ts";

const root = new URL("../", import.meta.url);

test("every statement fits the schema, and its columns are what it says", async () => {
  for (const file of globSync(["src/**/*.sql.ts", "src/platform/jobs/enqueue.ts"], { cwd: root })) await import(new URL(file, root).href);
  const { house } = await fresh();
  const client = new pg.Client(house.db.connection);
  await client.connect();
  const typeNames = new Map<number, string>((await client.query("select oid::int, typname from pg_type")).rows.map(({ oid, typname }) => [oid, typname]));
  const notNull = new Set<string>((await client.query("select attrelid::int || ' ' || attnum as key from pg_attribute where attnotnull")).rows.map(({ key }) => key));
  assert.ok(statements.length > 20, "the statements were loaded");

  const faults: string[] = [];
  for (const { build, columns } of statements) {
    const { text } = build(...(Array.from({ length: 20 }, () => blank) as never[]));
    const fields = await describe(client, text).catch((error: Error) => {
      faults.push(`${error.message}\n${text}`);
      return null;
    });
    if (!fields || !columns) continue;
    const names = fields.map((field) => field.name);
    const promised = Object.keys(columns);
    if (names.toSorted().join() !== promised.toSorted().join()) faults.push(`returns ${names.join()} but promises ${promised.join()}\n${text}`);
    for (const field of fields) {
      const column = columns[field.name];
      if (!column) continue;
      const type = typeNames.get(field.dataTypeID) ?? "?";
      if (!column.postgres.includes(type)) faults.push(`"${field.name}" is ${type}, not ${column.postgres.join(" or ")}\n${text}`);
      const isNotNull = notNull.has(`${field.tableID} ${field.columnID}`);
      if (field.tableID !== 0 && !isNotNull && !column.nullable) faults.push(`"${field.name}" may be null\n${text}`);
    }
  }
  await client.end();
  assert.deepEqual(faults, []);
});

/** Whatever a builder reads of it is blank again, and it has no rows. */
const blank: unknown = new Proxy(() => {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : name === Symbol.iterator ? [][Symbol.iterator] : name === "text" || name === "values" ? undefined : blank),
  has: () => false,
  apply: () => [],
});

type Field = { name: string; tableID: number; columnID: number; dataTypeID: number };

/** Parse and Describe (protocol 3.0), without running anything. */
async function describe(client: pg.Client, text: string): Promise<Field[]> {
  const named = text.slice(0, 20);
  await client.query("begin");
  try {
    return await new Promise((resolve, reject) => {
      let fields: Field[] = [];
      const query = {
        submit(connection: any) {
          connection.parse({ text, name: "", types: [] });
          connection.describe({ type: "S", name: "" });
          connection.sync();
        },
        handleRowDescription: (message: { fields: Field[] }) => (fields = message.fields),
        handleError: (error: Error) => reject(Object.assign(error, { near: named })),
        handleReadyForQuery: () => resolve(fields),
        handleParameterDescription() {},
        handleNoData() {},
        handleParseComplete() {},
        handleDataRow() {},
        handleCommandComplete() {},
      };
      client.query(query as never);
    });
  } finally {
    await client.query("rollback");
  }
}
