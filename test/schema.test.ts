import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { describeSchema } from "../tools/schema.ts";
import { fresh } from "./fresh.ts";

test("db/schema.sql is the schema as it stands (else run: node tools/schema.ts)", async () => {
  const { house } = await fresh({ cast: false });
  assert.equal(readFileSync(new URL("../db/schema.sql", import.meta.url), "utf8"), await describeSchema(house.db.connection));
});
