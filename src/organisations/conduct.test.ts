import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";

const CODE = "Make room at the table, and let people finish.";

test("an organisation says how people treat each other, on every event and in the letters about it", async () => {
  const { house, cast, as, work } = await fresh();
  const { nell, gwen, idris, hal, zoe, tlg } = cast;
  const meetUp = await addMeetUp(house, cast);
  const edit = `${tlg.path}/conduct/edit`;
  const letters = async (kind: string) => (await ask(house, "select to_address, subject, body_text from letter where kind = $1", [kind])).rows;

  assert.equal((await as(null).get(`${tlg.path}/conduct`)).status, 404, "nothing is said yet");
  assert.match((await as(idris).get(tlg.path)).text, /Say how you look after each other/, "a line on the list of what to do");
  assert.doesNotMatch((await as(null).get(meetUp.path)).text, /Looking after each other/);

  const both = await as(idris).post(edit, { words: CODE, link: "https://guild.example/conduct", contactAddress: "ring the bell" });
  assert.equal(both.status, 422);
  assert.ok(both.text.includes(CODE) && both.text.includes("ring the bell"), "what was typed is kept");
  assert.equal((await as(idris).post(edit, { words: CODE, contactId: zoe.id })).status, 422, "only somebody who organises here");

  const saved = await as(idris).post(edit, { words: CODE, contactId: gwen.id, contactAddress: "safety@guild.example" });
  assert.deepEqual([saved.status, saved.location?.split("?")[0]], [303, `${tlg.path}/conduct`]);
  await work();
  assert.deepEqual((await letters("conduct")).map((letter) => letter.to_address), [gwen.address], "whoever was named is told");
  await as(idris).post(edit, { words: CODE, contactId: gwen.id, contactAddress: "safety@guild.example" });
  await work();
  assert.equal((await letters("conduct")).length, 1, "once");
  assert.match((await as(idris).get(tlg.path)).text, /Code of conduct and contact for safety/);

  const [stranger, signedIn] = [await as(null).get(meetUp.path), await as(nell).get(meetUp.path)];
  for (const { text } of [stranger, signedIn]) assert.ok(text.includes(`${tlg.path}/conduct"`) && text.includes("mailto:safety@guild.example"));
  assert.ok(!stranger.text.includes(gwen.name), "strangers are told no names");
  assert.match(signedIn.text, /Contact for safety: <bdi>Gwen Prydderch/);
  const page = { stranger: await as(null).get(`${tlg.path}/conduct`), zoe: await as(zoe).get(`${tlg.path}/conduct`) };
  assert.ok(page.stranger.text.includes(CODE) && !page.stranger.text.includes(gwen.name) && page.zoe.text.includes(gwen.name));

  await as(nell).post(`${meetUp.path}/answer`, { answer: "going" });
  await work();
  const [letter] = await letters("answer");
  assert.match(letter.body_text, /How we look after each other at The Library Guild: http:\/\/localhost:3000\/organisations\/library-guild\/conduct\nContact for safety: safety@guild\.example/);

  await ask(house, "update membership set ends_on = $2 where person_id = $1", [gwen.id, "2026-07-06"]);
  assert.ok(!(await as(nell).get(`${tlg.path}/conduct`)).text.includes(gwen.name), "whoever has left is nobody to turn to");

  const host = (await ask(house, "select id from event_host")).rows;
  assert.equal(host.length, 0);
  await ask(house, "insert into event_host (event_id, unit_id, asked_at, accepted_at) values ($1, $2, now(), now())", [meetUp.id, cast.flc.id]);
  await as(hal).post(`${cast.flc.path}/conduct/edit`, { link: "https://fenbridge.example/kind" });
  const shared = (await as(null).get(meetUp.path)).text;
  assert.ok(shared.indexOf(`${tlg.path}/conduct"`) < shared.indexOf(`${cast.flc.path}/conduct"`), "each host's, the first one's first");
});
