import assert from "node:assert/strict";
import test from "node:test";
import { survive } from "./kills.ts";

test("a few kills of app and database during writes lose nothing (many: npm run test:long)", async () => {
  const { acknowledged } = await survive(4, Math.random);
  assert.ok(acknowledged > 4);
});
