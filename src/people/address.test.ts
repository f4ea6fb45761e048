import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { lettersTo, linkIn } from "../../test/letters.ts";
import { createApp } from "../app.ts";
import { openAssets } from "../platform/http/assets.ts";

const PRIVATE = "nell@home.example";
const HERE = "/settings/sign-in";

/** Asks for the address and presses the button of the letter, as Nell. */
async function add({ as, cast, house }: Fresh, address: string) {
  assert.equal((await as(cast.nell).post("/settings/addresses", { address })).location, HERE);
  const link = linkIn((await lettersTo(house, address)).at(-1)!.text);
  assert.match((await as(cast.nell).get(link)).text, /Add this address\?/);
  return { link, answer: await as(cast.nell).post(link) };
}

const addressesOf = async ({ house, cast }: Fresh) => (await ask(house, "select id, address from email_address where person_id = $1 order by created_at, id", [cast.nell.id])).rows as { id: string; address: string }[];

test("a second address signs in, can have the letters, and the last one stays", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  const { link, answer } = await add(server, PRIVATE);
  assert.equal(answer.location, HERE);
  assert.equal((await as(cast.nell).post(link)).status, 404, "once");
  const told = (await lettersTo(house, cast.nell.address)).at(-1)!;
  assert.match(told.text, /nell@home\.example can now sign in as you/);

  await as(null).post("/sign-in", { address: PRIVATE, next: "/events" });
  const entered = await as(null).post(linkIn((await lettersTo(house, PRIVATE)).at(-1)!.text));
  assert.equal(entered.location, "/events", "not a new sticker");

  const [first, second] = await addressesOf(server);
  assert.match((await as(cast.nell).get(HERE)).text, /Letters go here/);
  assert.equal((await as(cast.gwen).post(`/settings/addresses/${second!.id}/letters`)).status, 404, "not hers");
  await as(cast.nell).post(`/settings/addresses/${second!.id}/letters`);
  const meetUp = await addMeetUp(house, cast);
  await as(cast.nell).post(`${meetUp.path}/answer`, { answer: "going" });
  await server.work();
  const { rows } = await ask(house, "select to_address from letter where kind = 'answer'");
  assert.deepEqual(rows, [{ to_address: PRIVATE }], "once, and there");

  await as(cast.gwen).post(`/settings/addresses/${first!.id}/removal`);
  assert.equal((await addressesOf(server)).length, 2, "not hers to remove");
  await as(cast.nell).post(`/settings/addresses/${first!.id}/removal`);
  assert.deepEqual((await addressesOf(server)).map((one) => one.address), [PRIVATE]);
  assert.match((await lettersTo(house, cast.nell.address)).at(-1)!.subject, /was removed/);
  await as(cast.nell).post(`/settings/addresses/${second!.id}/removal`);
  assert.deepEqual((await addressesOf(server)).map((one) => one.address), [PRIVATE], "the last one stays");
});

test("five are enough, also for links that were asked for before; no link is kept once its letter is sent", async () => {
  const server = await fresh();
  const { as, cast, house, work } = server;
  const more = [1, 2, 3, 4, 5].map((n) => `nell${n}@home.example`);
  for (const address of more) await as(cast.nell).post("/settings/addresses", { address });
  const links = await Promise.all(more.map(async (address) => linkIn((await lettersTo(house, address))[0]!.text)));
  await work({ send: async () => {}, close: () => {} });
  for (const address of more) assert.doesNotMatch((await lettersTo(house, address))[0]!.text, /settings\/addresses/);
  for (const link of links) await as(cast.nell).post(link);
  assert.equal((await addressesOf(server)).length, 5);
  const sixth = await as(cast.nell).post("/settings/addresses", { address: "nell6@home.example" });
  assert.equal(sixth.status, 422);
  assert.deepEqual(await lettersTo(house, "nell6@home.example"), []);
});

test("somebody else's address, a stranger's and a wrong one: nobody learns who is here", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  const known = await as(cast.nell).post("/settings/addresses", { address: "GWEN@example.org" });
  const unknown = await as(cast.nell).post("/settings/addresses", { address: "nobody@example.org" });
  assert.deepEqual([known.status, known.location, known.text], [unknown.status, unknown.location, unknown.text]);
  const [letter] = await lettersTo(house, "GWEN@example.org");
  assert.match(letter!.text, /nothing has changed/);
  assert.doesNotMatch(letter!.text, /settings\/addresses|Nell/);
  const link = linkIn((await lettersTo(house, "nobody@example.org"))[0]!.text);
  assert.equal((await as(cast.gwen).get(link)).status, 404, "only whoever asked");
  assert.equal((await as(cast.gwen).post(link)).status, 404);
  assert.match((await as(null).get(link)).location ?? "", /^\/sign-in\?next=/);
  // It became somebody's before the button was pressed
  await ask(house, "insert into email_address (person_id, address, verified_at, created_at) values ($1, 'nobody@example.org', $2, $2)", [cast.zoe.id, NOW.toString()]);
  await as(cast.nell).post(link);
  assert.equal((await addressesOf(server)).length, 1);
  const own = await as(cast.nell).post("/settings/addresses", { address: "nell@example.org" });
  assert.equal(own.status, 422);
  assert.match(own.text, /yours already/);
  const wrong = await as(cast.nell).post("/settings/addresses", { address: "nell at home" });
  assert.match(wrong.text, /value="nell at home"/);
  for (let n = 0; n < 10; n++) await as(cast.nell).post("/settings/addresses", { address: `n${n}@example.org` });
  assert.equal((await as(cast.nell).post("/settings/addresses", { address: "one-more@example.org" })).status, 429);
});

test("this was not me: what came in goes, the address is hers again, and no link of the thief undoes that", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  await ask(house, "insert into passkey (person_id, credential_id, public_key, counter, name, created_at) values ($1, '\\x01', '\\x01', 0, 'Her phone', $2)", [cast.nell.id, NOW.subtract({ hours: 48 }).toString()]);
  await add(server, "thief@bad.example");
  await add(server, "thief2@bad.example");
  await ask(house, "insert into passkey (person_id, credential_id, public_key, counter, name, created_at) values ($1, '\\x02', '\\x02', 0, 'Bad laptop', $2)", [cast.nell.id, NOW.toString()]);
  await as(cast.nell).post("/settings/addresses", { address: "thief3@bad.example" });
  const [hers] = await addressesOf(server);
  const way = linkIn((await lettersTo(house, cast.nell.address)).find((letter) => /can now sign in/.test(letter.text))!.text);
  const thiefs = linkIn((await lettersTo(house, "thief@bad.example")).find((letter) => /thief2.* can now sign in/.test(letter.text))!.text);
  await as(cast.nell).post(`/settings/addresses/${hers!.id}/removal`);

  const asked = await as(null).get(way);
  for (const words of [/Bad laptop/, /thief@bad\.example/, /thief2@bad\.example/]) assert.match(asked.text, words);
  assert.doesNotMatch(asked.text, /Her phone/);
  assert.equal((await addressesOf(server)).length, 2, "to look changes nothing");
  assert.equal((await as(null).post(way)).status, 200);
  assert.deepEqual((await addressesOf(server)).map((one) => one.address), [cast.nell.address]);
  assert.deepEqual((await ask(house, "select name from passkey where person_id = $1", [cast.nell.id])).rows, [{ name: "Her phone" }]);
  assert.equal((await as(cast.nell).get(HERE)).status, 303, "signed out everywhere");
  for (const link of [way, thiefs]) assert.equal((await as(null).post(link)).status, 404, link);
  assert.equal((await ask(house, "select from address_link where person_id = $1", [cast.nell.id])).rowCount, 0, "nor does what the thief asked for and did not open yet");
});

test("the way back is open for a week; the ways in are listed for everybody", async () => {
  const server = await fresh();
  const { as, house } = server;
  await add(server, PRIVATE);
  const way = linkIn((await lettersTo(house, server.cast.nell.address)).at(-1)!.text);
  const later = createApp(server.at(NOW.add({ hours: 24 * 8 })), await openAssets());
  assert.equal((await later.request(`http://localhost:3000${way}`, { method: "POST", headers: { "sec-fetch-site": "same-origin" } })).status, 404);
  assert.match((await as(null).get("/sign-in")).text, /href="\/sign-in\/help"/);
  assert.match((await as(null).get("/sign-in/help")).text, /an organiser of your branch/);
});
