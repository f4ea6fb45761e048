import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import { english } from "../platform/i18n/catalogue.ts";
import { KEPT } from "./privacy.ts";

test("the privacy notice says of everything what, why, for whom and how long, with the numbers that hold", async () => {
  const { as } = await fresh({ cast: false });
  const { status, text } = await as(null).get("/privacy");
  assert.equal(status, 200);
  for (const { name } of KEPT) for (const part of ["what", "why", "who"] as const) assert.ok(text.includes(english[`privacy.${name}.${part}`]), `${name} ${part}`);
  assert.match(text, /12 months after the list last named them/);
  assert.match(text, /90 days after you last used it/);
  assert.match(text, /<footer.*href="\/privacy"/s);
});
