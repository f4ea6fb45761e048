import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh, type Fresh } from "../../test/fresh.ts";
import type { Person } from "../../test/cast.ts";
import { SESSION_COOKIE } from "../people/session-cookie.ts";

type News = { id: string; number: number; html: string; said: string | null };

/** A browser's EventSource: hands out what comes, one by one; null when the stream has ended. */
async function listenTo({ app }: Fresh, person: Person, path: string, lastEventId?: string) {
  const headers = { cookie: `${SESSION_COOKIE(false)}=${person.token}`, accept: "text/event-stream", ...(lastEventId ? { "last-event-id": lastEventId } : {}) };
  const response = await app.request(`http://localhost:3000${path}`, { headers });
  assert.equal(response.status, 200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async next(): Promise<(News & { revision: number }) | null> {
      for (;;) {
        const event = /id: (\d+)\ndata: (.*)\n\n/.exec(text);
        if (event) {
          text = text.slice(event.index + event[0].length);
          return { ...(JSON.parse(event[2]!) as News), revision: Number(event[1]) };
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
}

async function evening() {
  const all = await fresh();
  const meetUp = await addMeetUp(all.house, all.cast);
  await meetUp.answers("going", all.cast.nell, all.cast.tomasz, all.cast.zoe);
  const page = `${meetUp.path}/conversation`;
  const { text } = await all.as(all.cast.nell).get(page);
  const stream = /data-stream="([^"]+)"/.exec(text)![1]!;
  return { ...all, meetUp, page, stream };
}

test("what one says comes to the others while they look, drawn for each", async () => {
  const it = await evening();
  const { as, cast, page } = it;
  const nell = await listenTo(it, cast.nell, it.stream);
  const gwen = await listenTo(it, cast.gwen, it.stream);
  await as(cast.tomasz).post(page, { body: "I shall know **nobody**", once: "1" });
  const toNell = (await nell.next())!;
  assert.equal(toNell.id, "message-1");
  assert.equal(toNell.said, "Tomasz Wierzba: I shall know nobody");
  assert.doesNotMatch(toNell.html, /removal/);
  assert.match((await gwen.next())!.html, /Remove/, "an organiser may remove it");

  await as(cast.nell).post(page, { body: "You know me now", once: "2" });
  const own = (await nell.next())!;
  assert.match(own.html, /class="mine"/);
  assert.equal(own.said, null, "nobody is read their own words");
  assert.doesNotMatch((await gwen.next())!.html, /class="mine"/);

  const { rows } = await ask(it.house, "select id from message where number = 1");
  await as(cast.tomasz).post(`/messages/${rows[0].id}/edit`, { body: "I shall know one person" });
  const edited = (await nell.next())!;
  assert.deepEqual([edited.id, edited.revision, edited.said], ["message-1", 3, null]);
  assert.match(edited.html, /one person/);
  await Promise.all([nell.leave(), gwen.leave()]);
});

test("whoever comes back is brought what they missed, in order, and nothing twice", async () => {
  const it = await evening();
  const { as, cast, page } = it;
  for (let i = 1; i <= 5; i++) await as(cast.tomasz).post(page, { body: `Number ${i}`, once: `${i}` });
  const back = await listenTo(it, cast.nell, it.stream, "2");
  assert.deepEqual([(await back.next())!.number, (await back.next())!.number, (await back.next())!.number], [3, 4, 5]);
  await as(cast.tomasz).post(page, { body: "Number 6", once: "6" });
  assert.equal((await back.next())!.number, 6);
  await back.leave();
});

test("whoever may no longer read hears nothing more", async () => {
  const it = await evening();
  const { as, cast, house, page } = it;
  const zoe = await listenTo(it, cast.zoe, it.stream); // reads only because she is coming
  const nell = await listenTo(it, cast.nell, it.stream);
  const gwen = await listenTo(it, cast.gwen, it.stream);
  await as(cast.tomasz).post(page, { body: "To all", once: "1" });
  for (const each of [zoe, nell, gwen]) assert.equal((await each.next())!.number, 1);
  await ask(house, "update rsvp set answer = 'not_going' where person_id = $1", [cast.zoe.id]);
  await ask(house, "delete from session where person_id = $1", [cast.nell.id]);
  await as(cast.tomasz).post(page, { body: "To fewer", once: "2" });
  assert.equal((await gwen.next())!.number, 2);
  assert.equal(await zoe.next(), null);
  assert.equal(await nell.next(), null, "signed out elsewhere");
  await gwen.leave();
});

test("strangers and outsiders have no stream", async () => {
  const { as, cast, stream } = await evening();
  for (const person of [null, cast.hal, cast.ada]) assert.equal((await as(person).get(stream)).status, 404);
  assert.equal((await as(cast.nell).get("/conversations/nonsense/stream")).status, 404);
});

test("sixty listeners all hear all of it", async () => {
  const it = await evening();
  const { as, cast, page } = it;
  const people = [cast.nell, cast.gwen, cast.idris, cast.tomasz, cast.zoe];
  const listeners = await Promise.all(Array.from({ length: 60 }, (_, i) => listenTo(it, people[i % 5]!, it.stream)));
  const saying = Array.from({ length: 10 }, (_, i) => as(cast.tomasz).post(page, { body: `Number ${i}`, once: `${i}` }));
  await Promise.all(saying);
  for (const listener of listeners) {
    for (let i = 1; i <= 10; i++) assert.equal((await listener.next())!.revision, i);
    await listener.leave();
  }
});

test("one person holds a dozen streams open and no more; each that ends makes room for another", async () => {
  const it = await evening();
  const open = [];
  for (let i = 0; i < 12; i++) open.push(await listenTo(it, it.cast.nell, it.stream));
  assert.equal((await it.as(it.cast.nell).get(it.stream)).status, 429);
  const tomasz = await listenTo(it, it.cast.tomasz, it.stream);
  await open.pop()!.leave();
  open.push(await listenTo(it, it.cast.nell, it.stream));
  await Promise.all([tomasz, ...open].map((each) => each.leave()));
});
