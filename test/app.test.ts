import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "./fresh.ts";

test("health, an unknown page, and a form from another site", async () => {
  const { as, app, cast } = await fresh();
  assert.equal((await as(null).get("/health")).text, "ok");
  const missing = await as(cast.nell).get("/nothing-here");
  assert.equal(missing.status, 404);
  assert.match(missing.text, /Nothing stops here/);
  assert.match(missing.headers.get("content-security-policy") ?? "", /default-src 'none'/);
  const forged = await app.request("http://localhost:3000/nothing-here", { method: "POST", headers: { "sec-fetch-site": "cross-site" } });
  assert.equal(forged.status, 403);
});
