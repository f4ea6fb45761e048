import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { asking, standing } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { connectionRequests } from "./connection.sql.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import type { Browser } from "../../test/fresh.ts";
import type { Person } from "../../test/cast.ts";

const at = (person: Person, what = "") => `/people/${person.id}/connection${what}`;
const CAN = { ask: /Ask to connect/, answer: /Yes, connect us/, withdraw: /Take it back/, end: /End the connection/ };

async function sees(browser: Browser, other: Person): Promise<string> {
  const { text } = await browser.get(`/people/${other.id}`);
  return (Object.keys(CAN) as (keyof typeof CAN)[]).filter((what) => CAN[what].test(text)).join();
}

test("one asks, the other agrees, either ends it", async () => {
  const { as, cast } = await fresh();
  const [nell, gwen] = [as(cast.nell), as(cast.gwen)];
  assert.equal(await sees(nell, cast.gwen), "ask");
  assert.equal((await nell.post(at(cast.gwen))).status, 303);
  await nell.post(at(cast.gwen)); // twice is harmless
  assert.equal(await sees(nell, cast.gwen), "withdraw");
  assert.equal(await sees(gwen, cast.nell), "answer");
  assert.match((await gwen.get("/people")).text, /Nell Ashworth/);
  assert.equal((await gwen.post(at(cast.nell, "/acceptance"), { back: "/people" })).location, "/people");
  assert.equal(await sees(nell, cast.gwen), "end");
  assert.match((await nell.get("/people")).text, /Gwen Prydderch/);
  await nell.post(at(cast.gwen, "/end"));
  assert.equal(await sees(nell, cast.gwen), "ask");
  assert.equal(await sees(gwen, cast.nell), "ask");
});

test("whoever declines may change their mind, and whoever asked never learns of it", async () => {
  const { as, cast, house } = await fresh();
  const [nell, gwen] = [as(cast.nell), as(cast.gwen)];
  await nell.post(at(cast.gwen));
  await gwen.post(at(cast.nell, "/refusal"));
  assert.equal(await sees(nell, cast.gwen), "withdraw", "for Nell it goes on");
  assert.equal(await sees(gwen, cast.nell), "ask");
  await nell.post(at(cast.gwen, "/withdrawal"));
  await nell.post(at(cast.gwen));
  assert.equal(await sees(nell, cast.gwen), "withdraw");
  assert.deepEqual(await connectionRequests.many(house.db, cast.gwen.id), [], "asking again does not ask again");
  await gwen.post(at(cast.nell));
  assert.equal(await sees(gwen, cast.nell), "end", "both have asked");
});

test("two who ask each other at once are connected", async () => {
  const { as, cast } = await fresh();
  await Promise.all([as(cast.nell).post(at(cast.gwen)), as(cast.gwen).post(at(cast.nell))]);
  assert.equal(await sees(as(cast.nell), cast.gwen), "end");
});

test("nobody asks someone whose page they may not see, or themselves", async () => {
  const { as, cast } = await fresh();
  assert.equal((await as(cast.zoe).post(at(cast.nell))).status, 404);
  assert.equal((await as(cast.nell).post(at(cast.nell))).status, 404);
  assert.match((await as(null).post(at(cast.nell))).location ?? "", /^\/sign-in/);
  await as(cast.nell).post(at(cast.gwen));
  await as(cast.tomasz).post(at(cast.gwen, "/acceptance"));
  assert.equal(await sees(as(cast.nell), cast.gwen), "withdraw", "nobody else answers");
  await as(cast.nell).post(at(cast.gwen, "/acceptance"));
  assert.equal(await sees(as(cast.nell), cast.gwen), "withdraw", "nor whoever asked");
});

test("in no state does asking undo a connection, and a refusal looks like waiting", () => {
  const instant = fc.option(fc.constant(NOW), { nil: null });
  const anyPair = fc.record({ askerId: fc.constantFrom("a", "b"), acceptedAt: instant, declinedAt: instant, endedAt: instant });
  fc.assert(
    fc.property(anyPair, (row) => {
      const pair: Connection = { ...row, askedId: row.askerId === "a" ? "b" : "a" };
      if (standing(pair, "a") === "connected") assert.equal(asking(pair, "a"), "nothing");
      assert.equal(standing(pair, pair.askerId), standing({ ...pair, declinedAt: null }, pair.askerId));
      assert.equal(standing(pair, "a") === "connected", standing(pair, "b") === "connected");
    }),
  );
});
