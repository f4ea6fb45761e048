import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo, linkIn } from "../../test/letters.ts";
import { tasksOf } from "../work.ts";

test("an administrator suspends without a report: she is out, in no list, told why, and may object; another cannot, nor about themselves", async () => {
  const { as, cast, house, work } = await fresh();
  const { nell, gwen, tomasz, ada } = cast;
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", nell, tomasz);
  await ask(house, "insert into connection (asker_id, asked_id, asked_at) values ($1, $2, $3)", [nell.id, tomasz.id, house.clock.now().toString()]);
  const lists: [person: typeof nell, path: string][] = [
    [tomasz, "/organisations/library-guild/east-anglia"],
    [tomasz, "/people"],
    [gwen, "/organisations/library-guild/east-anglia/members"],
    [gwen, "/organisations/library-guild/east-anglia/organisers?q=nell"],
    [gwen, "/organisations/library-guild/east-anglia/export"],
    [gwen, `${meetUp.path}/duties?q=nell`],
    [gwen, `${meetUp.path}/organise/people`],
  ];
  const named = async () => (await Promise.all(lists.map(async ([who, path]) => ((await as(who).get(path)).text.includes("Nell Ashworth") ? path : "")))).filter(Boolean);
  assert.deepEqual(await named(), lists.map(([, path]) => path), "she is in each before");

  const path = `/admin/people/${nell.id}/sanction`;
  const decision = { act: "suspension", reason: "Enough of this", length: "week", hides: "yes" };
  for (const who of [gwen, nell]) assert.equal((await as(who).post(path, decision)).status, 404, who.name);
  assert.equal((await as(ada).post(`/admin/people/${ada.id}/sanction`, decision)).status, 404);
  const empty = await as(ada).post(path, { act: "limit", reason: "", length: "year" });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write the reason/);
  assert.match((await as(ada).get(`/admin/people/${nell.id}`)).text, /Limit or suspend/);
  assert.equal((await as(ada).post(path, decision)).location, `/admin/people/${nell.id}`);
  assert.match((await as(ada).post(path, decision)).text, /That is so already/);

  assert.equal((await as(nell).get("/settings")).status, 303, "signed out");
  assert.equal((await ask(house, "select from session where person_id = $1", [nell.id])).rowCount, 0, "for good: no device is in again once it ends");
  assert.deepEqual(await named(), []);
  assert.match((await as(ada).get(`/admin/people/${nell.id}`)).text, /Suspended since/);
  const told = (await lettersTo(house, nell.address)).filter((letter) => letter.kind === "safety");
  assert.equal(told.length, 1);
  assert.match(told[0]!.text, /Enough of this[^]*\/appeals\//);

  // Should an answer of hers still stand when the meet-up is called off: no letter all the same
  await work();
  await ask(house, "update rsvp set answer = 'going' where person_id = $1", [nell.id]);
  await as(gwen).post(`${meetUp.path}/cancellation`, { reason: "The room is flooded" });
  await work();
  assert.deepEqual((await ask(house, "select to_address from letter where kind = 'cancelled'")).rows, [{ to_address: tomasz.address }]);
});

test("whoever is barred, leaves and comes back with the same address stays barred, and is told so", async () => {
  const server = await fresh();
  const { as, at, cast, house, work } = server;
  const { nell, eastAnglia } = cast;
  const now = house.clock.now();
  await ask(house, "insert into sanction (id, kind, person_id, unit_id, reason, set_at, set_by, token_hash) values (uuidv7(), 'bar', $1, $2, 'Enough', $3, $4, '\\x07')", [nell.id, eastAnglia.id, now.toString(), cast.idris.id]);
  await ask(house, "update account set leaves_at = $2 where person_id = $1", [nell.id, now.toString()]);
  await tasksOf(at(now.add({ hours: 1 })), null)["erase-those-who-left"]!({}, { attempts: 1, maxAttempts: 1 });
  const kept = await ask(house, "select address_hash from kept_bar where unit_id = $1", [eastAnglia.id]);
  assert.equal(kept.rowCount, 1);
  assert.notDeepEqual(kept.rows[0].address_hash, createHash("sha256").update(nell.address).digest(), "a list of addresses alone does not tell whose it is");

  await as(null).post("/sign-in", { address: "NELL@example.org" });
  const entered = await as(null).post(linkIn((await lettersTo(house, "NELL@example.org")).at(-1)!.text));
  const welcome = entered.headers.getSetCookie().find((each) => each.startsWith("welcome="))!.split(";")[0]!;
  const made = await server.app.request("http://localhost:3000/welcome", { method: "POST", body: new URLSearchParams({ name: "N. A." }), headers: { cookie: welcome, "sec-fetch-site": "same-origin" } });
  const session = made.headers.getSetCookie().find((each) => each.startsWith("session="))!.split(";")[0]!;
  await server.app.request("http://localhost:3000/organisations/library-guild/east-anglia/joining", { method: "POST", headers: { cookie: session, "sec-fetch-site": "same-origin" } });
  assert.equal((await ask(house, "select from membership m join person p on p.id = m.person_id where p.name = 'N. A.'")).rowCount, 0);
  await work();
  const [letter] = (await lettersTo(house, "NELL@example.org")).filter(({ kind }) => kind === "safety");
  assert.match((await as(null).get(/localhost:\d+(\/appeals\/\S+)/.exec(letter!.text)![1]!)).text, /Do you object\?/);
  assert.equal((await ask(house, "select from kept_bar")).rowCount, 0);
});

test("a bar that holds again ends what its owner has begun in the meantime under another address", async () => {
  const server = await fresh();
  const { as, at, cast, house, work } = server;
  const { nell, zoe, eastAnglia } = cast;
  const now = house.clock.now();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", nell);
  await ask(house, "insert into sanction (id, kind, person_id, unit_id, reason, set_at, set_by, token_hash) values (uuidv7(), 'bar', $1, $2, 'Enough', $3, $4, '\\x08')", [zoe.id, eastAnglia.id, now.toString(), cast.idris.id]);
  await ask(house, "update account set leaves_at = $2 where person_id = $1", [zoe.id, now.toString()]);
  await tasksOf(at(now.add({ hours: 1 })), null)["erase-those-who-left"]!({}, { attempts: 1, maxAttempts: 1 });

  await as(nell).post("/settings/addresses", { address: zoe.address });
  await as(nell).post(linkIn((await lettersTo(house, zoe.address)).at(-1)!.text));
  await work();
  const { rows } = await ask(house, "select u.slug from membership m join unit u on u.id = m.unit_id where m.person_id = $1 and m.ends_on is null order by 1", [nell.id]);
  assert.deepEqual(rows.map(({ slug }) => slug), ["fenbridge-circle", "library-guild", "new-professionals"], "out of the branch, and of nothing else");
  assert.deepEqual((await ask(house, "select answer from rsvp where person_id = $1", [nell.id])).rows, [{ answer: "not_going" }]);
  assert.equal((await ask(house, "select member_count from unit where id = $1", [eastAnglia.id])).rows[0].member_count, 3);
});
