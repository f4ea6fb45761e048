import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";

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
