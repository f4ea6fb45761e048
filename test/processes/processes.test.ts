/** Several processes of the program against one database: two that serve, two that work. */
import assert from "node:assert/strict";
import test from "node:test";
import { SESSION_COOKIE } from "../../src/people/session-cookie.ts";
import { idFrom } from "../../src/platform/ids.ts";
import { writeLetter } from "../../src/platform/mail/letter.ts";
import type { House } from "../../src/house.ts";
import { addMeetUp, ask } from "../event.ts";
import { fresh } from "../fresh.ts";
import { openPostOffice } from "../mail/post-office.ts";
import { spawnHouse } from "./spawn-house.ts";

test("what is said at one process appears at once at the other", async (t) => {
  const { house, cast } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.tomasz);
  const [here, there] = await Promise.all([spawnHouse(house, "--web"), spawnHouse(house, "--web")]);
  t.after(() => Promise.all([here.kill(), there.kill()]));
  const signedIn = (token: string) => ({ cookie: `${SESSION_COOKIE(false)}=${token}` });
  const page = `${meetUp.path}/conversation`;
  const seen = await (await fetch(there.url + page, { headers: signedIn(cast.nell.token) })).text();
  const stream = await fetch(there.url + /data-stream="([^"]+)"/.exec(seen)![1]!, { headers: { ...signedIn(cast.nell.token), accept: "text/event-stream" } });
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();

  const body = new URLSearchParams({ body: "Hello across", once: "1" });
  const sent = await fetch(here.url + page, { method: "POST", body, headers: { ...signedIn(cast.tomasz.token), origin: here.url }, redirect: "manual" });
  assert.equal(sent.status, 303);
  let heard = "";
  while (!heard.includes("Hello across")) {
    const { done, value } = await reader.read();
    assert.ok(!done, "the stream stays open");
    heard += value;
  }

  const ended = (async () => {
    while (!(await reader.read()).done);
  })().catch(() => {}); // cut off is as good as ended: the browser comes back
  await there.stop();
  await ended;
});

test("three hundred letters by two workers: each is sent once", async (t) => {
  const { house } = await fresh();
  const post = await openPostOffice();
  const workers = await Promise.all([spawnHouse(house, "--worker", { SMTP_URL: post.url }), spawnHouse(house, "--worker", { SMTP_URL: post.url })]);
  t.after(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await post.close();
  });
  await write(house, 300);
  await until(async () => (await ask(house, "select 1 from letter where sent_at is null")).rowCount === 0, 120);
  assert.equal(post.delivered.length, 300);
  assert.equal(new Set(post.delivered.map((letter) => letter.messageId)).size, 300);
});

test("what a killed worker held is done by the other, and one that is only slow keeps its own", async (t) => {
  const { house } = await fresh();
  let slow = true;
  let held = () => {};
  const post = await openPostOffice({
    onLetter: async () => {
      held();
      while (slow) await new Promise((resolve) => setTimeout(resolve, 100));
    },
  });
  const killed = await spawnHouse(house, "--worker", { SMTP_URL: post.url });
  await write(house, 4);
  let taken = 0;
  await new Promise<void>((resolve) => (held = () => ++taken === 4 && resolve()));
  const other = await spawnHouse(house, "--worker", { SMTP_URL: post.url });
  t.after(async () => {
    slow = false;
    await killed.kill();
    await other.stop();
    await post.close();
  });

  await new Promise((resolve) => setTimeout(resolve, 22_000)); // longer than a silence that counts as death
  assert.equal(taken, 4, "it beats, so nobody took its jobs");
  await killed.kill();
  slow = false;
  await until(async () => (await ask(house, "select 1 from letter where sent_at is null")).rowCount === 0, 60);
});

async function write(house: House, count: number): Promise<void> {
  await house.db.transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      await writeLetter(tx, idFrom(`letter ${i}`), { kind: "answer", to: `p${i}@example.org`, subject: `${i}`, text: "x", html: "x" }, { now: house.clock.now(), host: "meet.example" });
    }
  });
}

async function until(question: () => Promise<boolean>, seconds: number): Promise<void> {
  for (let i = 0; i < seconds * 5 && !(await question()); i++) await new Promise((resolve) => setTimeout(resolve, 200));
  assert.ok(await question(), `it came about within ${seconds} seconds`);
}
