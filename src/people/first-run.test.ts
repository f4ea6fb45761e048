import assert from "node:assert/strict";
import test from "node:test";
import { insertFirstRun } from "./first-run.sql.ts";
import { hashToken } from "../platform/ids.ts";
import { fresh, NOW } from "../../test/fresh.ts";

async function emptyHouse() {
  const all = await fresh({ cast: false });
  await insertFirstRun.run(all.house.db, hashToken("on-the-console"), NOW);
  return all;
}
const FORM = { name: "Ada Lindqvist", address: "ada@guild.example", organisation: "Fenbridge Library Circle", zone: "Europe/London" };

test("the link on the console makes the first account and organisation, once", async () => {
  const { as, house } = await emptyHouse();
  assert.equal((await as(null).get("/first-run/guessed")).status, 404);
  assert.equal((await as(null).post("/first-run/guessed", FORM)).status, 404);
  const wrong = await as(null).post("/first-run/on-the-console", { ...FORM, address: "ada", code: "F1" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="Fenbridge Library Circle"/);
  const answers = await Promise.all([as(null).post("/first-run/on-the-console", FORM), as(null).post("/first-run/on-the-console", FORM)]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted((a, b) => a - b), [303, 404]);
  const begun = answers.find(({ status }) => status === 303)!;
  assert.equal(begun.location, "/organisations/fenbridge-library-circle");
  assert.ok(begun.headers.getSetCookie().some((cookie) => cookie.startsWith("session=")));
  const { rows } = await house.db.query({
    name: "",
    text: "select p.name, a.administrator_since is not null as administrator, o.code, (select count(*)::int from organiser) as organisers from person p join account a on a.person_id = p.id, organisation o",
    values: [],
  });
  assert.deepEqual(rows, [{ name: "Ada Lindqvist", administrator: true, code: "FLC", organisers: 1 }]);
  assert.equal((await as(null).get("/first-run/on-the-console")).status, 404);
});

test("or it loads the example network and shows its people's links", async () => {
  const { as } = await emptyHouse();
  const loaded = await as(null).post("/first-run/on-the-console/example");
  assert.equal(loaded.status, 200);
  const path = /href="(\/sign-in\/[^"]+)"/.exec(loaded.text)![1]!;
  assert.equal((await as(null).post(path)).status, 303);
  assert.equal((await as(null).post("/first-run/on-the-console/example")).status, 404, "there are accounts now");
});
