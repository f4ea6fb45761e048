import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";

test("the icebreaker: who reads, who writes, and who finds nothing here", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.zoe);
  await meetUp.answers("maybe", cast.tomasz);
  await meetUp.answers("waitlisted", cast.misaki);
  const at = `${meetUp.path}/conversation`;
  const reads = async (person: Parameters<typeof as>[0]) => (await as(person).get(at)).status;

  assert.equal(await reads(null), 303);
  assert.equal(await reads(cast.ada), 404, "an administrator is not a guest");
  assert.equal(await reads(cast.hal), 404);
  assert.equal(await reads(cast.misaki), 200);
  assert.match((await as(cast.misaki).get(at)).text, /while you are in line/);
  assert.match((await as(cast.nell).get(at)).text, /What is the oddest thing/);
  assert.match((await as(cast.nell).get(at)).text, /Everyone coming can read this, and so can members of The Library Guild/);

  for (const person of [cast.nell, cast.zoe, cast.tomasz, cast.gwen, cast.idris]) {
    assert.equal((await as(person).post(at, { body: `Hello from ${person.name}`, once: person.id })).status, 303, person.name);
  }
  assert.equal((await as(cast.misaki).post(at, { body: "May I?", once: "1" })).status, 422);
  assert.equal((await as(cast.hal).post(at, { body: "May I?", once: "1" })).status, 404);
  const { text } = await as(cast.misaki).get(at);
  assert.ok(text.indexOf("Hello from Nell") < text.indexOf("Hello from Idris"), "in order");
  assert.doesNotMatch(text, /May I\?/);
});

test("pressing Send twice writes once, and what is wrong comes back with the words", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell);
  const at = `${meetUp.path}/conversation`;
  const nell = as(cast.nell);
  const [one, two] = await Promise.all([nell.post(at, { body: "Hello", once: "x", from: "event" }), nell.post(at, { body: "Hello", once: "x", from: "event" })]);
  assert.equal(one.location, `${meetUp.path}#message-1`);
  assert.equal(two.location, `${meetUp.path}#message-1`);
  assert.deepEqual((await ask(house, "select message_count, revision from conversation")).rows, [{ message_count: 1, revision: 1 }]);
  assert.deepEqual((await ask(house, "select kind from change")).rows, [{ kind: "message.sent" }]);

  const nothing = await nell.post(at, { body: "  ", once: "y" });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Write a few words before you send/);
  const long = await nell.post(at, { body: `${"long ".repeat(900)}end`, once: "y" });
  assert.equal(long.status, 422);
  assert.match(long.text, /Shorten your message/);
  assert.match(long.text, /long end<\/textarea>/);
  for (let i = 0; i < 40; i++) await nell.post(at, { body: `${i}`, once: `z${i}` });
  const flood = await nell.post(at, { body: "Once more, please", once: "zz" });
  assert.equal(flood.status, 429);
  const [{ id }] = (await ask(house, "select id from message limit 1")).rows;
  const edited = await as(cast.nell).post(`/messages/${id}/edit`, { body: "Changed once more" });
  assert.equal(edited.status, 429, "editing is no way around it");
  assert.match(edited.text, /Changed once more/);
  assert.match(flood.text, /Once more, please<\/textarea>/);
});

test("words keep their lines and links, and nothing else of theirs is markup", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell);
  await as(cast.nell).post(`${meetUp.path}/conversation`, { body: "One\ntwo https://maps.example/x <img src=x onerror=alert(1)> ![x](https://spy.example/p.gif)", once: "1" });
  const { text } = await as(cast.gwen).get(`${meetUp.path}/conversation`);
  assert.match(text, /One<br>\s*two <a href="https:\/\/maps\.example\/x" rel="nofollow ugc">/);
  assert.doesNotMatch(text, /<img/);
});

test("it opens on its day, and closes when the meet-up is called off or long over", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast, { conversation_opens_at: "2026-07-08T08:00:00Z" });
  await meetUp.answers("going", cast.nell);
  const at = `${meetUp.path}/conversation`;
  assert.match((await as(cast.nell).get(at)).text, /opens on Wednesday 8 July, 09:00/);
  assert.equal((await as(cast.nell).post(at, { body: "Early", once: "1" })).status, 422);
  await meetUp.set({ conversation_opens_at: null });
  assert.equal((await as(cast.nell).post(at, { body: "On time", once: "1" })).status, 303);
  await meetUp.set({ cancelled_at: "2026-07-07T08:00:00Z" });
  const closed = await as(cast.nell).post(at, { body: "Too late", once: "2" });
  assert.equal(closed.status, 422);
  assert.match(closed.text, /takes no more messages/);
  assert.match(closed.text, /On time/);
  await meetUp.set({ cancelled_at: null, published_at: null, going_count: 0 });
  assert.equal((await as(cast.gwen).get(at)).status, 404, "a draft has none");
});

test("edit and take back one's own; organisers remove; the place stays marked", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.tomasz);
  const at = `${meetUp.path}/conversation`;
  await as(cast.nell).post(at, { body: "I shall be near the teapot", once: "1" });
  await as(cast.tomasz).post(at, { body: "Something unkind", once: "2" });
  const { rows } = await ask(house, "select id from message order by number");
  const [own, unkind] = rows.map(({ id }) => `/messages/${id}`);

  assert.match((await as(cast.nell).get(`${own}/edit`)).text, /near the teapot<\/textarea>/);
  assert.equal((await as(cast.nell).post(`${own}/edit`, { body: "" })).status, 422);
  assert.equal((await as(cast.nell).post(`${own}/edit`, { body: "I shall be near the tea" })).location, `${at}#message-1`);
  for (const other of [cast.tomasz, cast.gwen]) assert.equal((await as(other).post(`${own}/edit`, { body: "Words in her mouth" })).status, 404);
  assert.equal((await as(cast.tomasz).post(`${own}/removal`)).status, 404);
  assert.equal((await as(cast.hal).get(`${own}/removal`)).status, 404);

  assert.match((await as(cast.gwen).get(`${unkind}/removal`)).text, /The words of Tomasz Wierzba are erased for good/);
  assert.equal((await as(cast.gwen).post(`${unkind}/removal`)).status, 303);
  assert.equal((await as(cast.gwen).post(`${unkind}/removal`)).status, 303, "twice is harmless");
  const seen = (await as(cast.tomasz).get(at)).text;
  assert.match(seen, /near the tea</);
  assert.match(seen, /edited/);
  assert.match(seen, /Removed by an organiser/);
  assert.doesNotMatch(seen, /unkind/);

  await meetUp.set({ cancelled_at: "2026-07-07T08:00:00Z" });
  assert.equal((await as(cast.nell).post(`${own}/edit`, { body: "Now" })).status, 404, "closed");
  assert.equal((await as(cast.nell).post(`${own}/removal`)).status, 303, "own words can always be taken back");
  assert.match((await as(cast.gwen).get(at)).text, /Taken back by its author/);
  assert.deepEqual((await ask(house, "select revision from conversation")).rows, [{ revision: 5 }]);
});

test("what is new is counted, marked and, once seen, read", async () => {
  const { as, cast, house } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.tomasz);
  const at = `${meetUp.path}/conversation`;
  assert.match((await as(cast.nell).get("/messages")).text, /No conversations yet/);
  await as(cast.nell).post(at, { body: "Number one", once: "1" });
  await as(cast.nell).get(at);
  for (let i = 2; i <= 60; i++) await ask(house, "with c as (update conversation set message_count = $1, revision = $1 returning id) insert into message (conversation_id, number, revision, author_id, body, once, sent_at) select id, $1, $1, $2, $3, $4, $5 from c", [i, cast.tomasz.id, `Number ${i}`, `${i}`, "2026-07-07T08:00:00Z"]);

  assert.match((await as(cast.nell).get("/messages")).text, /Tomasz Wierzba: “Number 60”[\s\S]*59 new/);
  const newest = (await as(cast.nell).get(at)).text;
  assert.match(newest, /59 new since you were here/);
  assert.doesNotMatch(newest, /New from here/, "the first one is on an earlier page");
  assert.match((await as(cast.nell).get("/messages")).text, /59 new/, "so it is still unread");
  const jump = /href="([^"#]*)#new"/.exec(newest)![1]!;
  const earlier = (await as(cast.nell).get(jump)).text;
  assert.match(earlier, /id="new">New from here<\/li><li id="message-2"/);
  assert.match(earlier, /Later messages/);
  await as(cast.nell).get(at);
  assert.doesNotMatch((await as(cast.nell).get("/messages")).text, /\d new/);
  assert.doesNotMatch((await as(cast.nell).get(at)).text, /since you were here/);
  assert.match((await as(cast.nell).get(`${at}?before=11`)).text, /Number 10<[\s\S]*Later messages/);

  assert.match((await as(cast.tomasz).get("/messages")).text, /You: “Number 60”/);
  assert.match((await as(cast.gwen).get("/messages")).text, /No conversations yet/, "she neither answered nor wrote");
  const { rows } = await ask(house, "select id from conversation");
  assert.equal((await as(cast.tomasz).post(`/conversations/${rows[0].id}/reading`, { number: "60" })).status, 204);
  assert.equal((await as(cast.hal).post(`/conversations/${rows[0].id}/reading`, { number: "60" })).status, 404);
  assert.equal((await as(cast.tomasz).post(`/conversations/${rows[0].id}/reading`, { number: "many" })).status, 404);
});
