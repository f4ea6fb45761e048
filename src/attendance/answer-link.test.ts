/** Answering from a letter, without an account. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { browser, linkFor } from "../../test/guest-browser.ts";
import { lettersTo, linkIn } from "../../test/letters.ts";
import { holderOf } from "./answer-link.ts";

const ZELDA = { name: "Zelda Quince", address: "zelda@example.org" };

test("a stranger asks, opens the letter, comes for part of it, changes it, and gives it back", async () => {
  const it = await fresh();
  const { house, cast, work, as } = it;
  const event = await addMeetUp(house, cast, { online_url: "https://meet.example.org/secret" });
  const here = browser(it);
  assert.match((await here.get(event.path)).text, new RegExp(`href="${event.path}/answer/letter"`));
  assert.equal((await here.post(`${event.path}/answer/letter`, { ...ZELDA, address: "zelda" })).status, 422);
  const sent = await here.post(`${event.path}/answer/letter`, ZELDA);
  assert.match((await here.get(sent.location)).text, /Look in your mailbox/);
  assert.equal((await ask(house, "select 1 from person where name = $1", [ZELDA.name])).rowCount, 0, "nothing is kept of them until they open it");

  const link = await linkFor(it, ZELDA.address);
  assert.doesNotMatch((await here.get(link)).text, /meet\.example/);
  const saved = await here.post(link, { answer: "part", untilTime: "19:00" });
  assert.equal(saved.status, 303, saved.text);
  const mine = await here.get(saved.location);
  assert.match(mine.text, /I can only stay until 19:00/);
  assert.match(mine.text, /meet\.example\.org\/secret/, "those who come have the link");
  assert.equal((await event.row())["going_count"], 1);
  await work();
  const [letter] = (await lettersTo(house, ZELDA.address)).filter(({ kind }) => kind === "answer");
  assert.match(letter!.text, /Until 19:00/);
  assert.ok(letter!.text.includes(saved.location), "its link is theirs, not the event's page");
  assert.match((await as(cast.nell).get(`${event.path}/people`)).text, /Zelda Quince/);
  assert.doesNotMatch((await as(cast.nell).get(`${event.path}/people`)).text, /\/people\/[0-9a-f-]{36}"[^>]*>[^<]*<[^>]*>[^<]*Zelda/, "guests have no page");
  assert.match((await as(cast.gwen).get(`${event.path}/people`)).text, /Without an account/);

  assert.equal((await here.post(saved.location, { answer: "not_going" })).status, 303);
  assert.equal((await event.row())["going_count"], 0);
  assert.equal((await here.post(link, { answer: "going" })).status, 303, "the first link goes on working in this browser");
});

test("a letter that was passed on shows little, and changes nothing until a fresh link is opened there", async () => {
  const it = await fresh();
  const { house, cast, work } = it;
  const event = await addMeetUp(house, cast);
  const here = browser(it);
  await here.post(`${event.path}/answer/letter`, ZELDA);
  const first = await linkFor(it, ZELDA.address);
  const elsewhere = browser(it);
  const unopened = await elsewhere.get(first);
  assert.match(unopened.text, /z…@example\.org/);
  assert.doesNotMatch(unopened.text, /Zelda|zelda@/);
  assert.equal((await elsewhere.post(first, { answer: "going" })).status, 403);
  assert.equal((await event.row())["going_count"], 0);

  const { location } = await here.post(first, { answer: "going" });
  await work();
  for (const link of [first, location]) {
    assert.doesNotMatch((await elsewhere.get(link)).text, /Zelda|zelda@|You said yes/);
    assert.equal((await elsewhere.post(link, { answer: "not_going" })).status, 403);
  }
  assert.equal((await event.row())["going_count"], 1);

  assert.match((await elsewhere.post(`${location}/link`)).text, /Look in your mailbox/);
  const second = await linkFor(it, ZELDA.address);
  assert.match((await browser(it).get(second)).text, /Is this your letter/, "a third browser has not asked for it");
  assert.equal((await elsewhere.post(second, { answer: "maybe" })).status, 303, "whoever reads the mailbox may");
  assert.match((await elsewhere.get(location)).text, /Maybe/);
});

test("nobody learns whose address is known; letters to one address are few", async () => {
  const it = await fresh();
  const { house, cast } = it;
  const event = await addMeetUp(house, cast);
  const words = async (address: string) => {
    const one = browser(it);
    const sent = await one.post(`${event.path}/answer/letter`, { name: "Anybody", address });
    return `${sent.status} ${sent.location} ${(await one.get(sent.location)).text}`;
  };
  assert.equal(await words(cast.nell.address), await words("unknown@example.org"));
  for (let i = 0; i < 8; i++) await words("victim@example.org");
  assert.equal((await ask(house, "select 1 from letter where to_address = 'victim@example.org'")).rowCount, 5);
  assert.equal((await ask(house, "select 1 from person where name = 'Anybody'")).rowCount, 0);
});

test("the address of somebody with an account answers for them", async () => {
  const it = await fresh();
  const event = await addMeetUp(it.house, it.cast);
  const here = browser(it);
  await here.post(`${event.path}/answer/letter`, { name: "Somebody Else", address: it.cast.nell.address });
  await here.post(await linkFor(it, it.cast.nell.address), { answer: "going" });
  assert.match((await it.as(it.cast.nell).get(event.path)).text, /You said yes/);
  assert.equal((await ask(it.house, "select 1 from person where name = 'Somebody Else'")).rowCount, 0);
});

test("an account made with the address takes the answers over", async () => {
  const it = await fresh();
  const { house, cast, work } = it;
  const event = await addMeetUp(house, cast);
  const here = browser(it);
  await here.post(`${event.path}/answer/letter`, ZELDA);
  await here.post(await linkFor(it, ZELDA.address), { answer: "going" });
  await here.post("/sign-in", { address: ZELDA.address });
  const [signIn] = (await ask(house, "select body_text from letter where kind = 'sign-in'")).rows;
  assert.equal((await here.post(linkIn(signIn.body_text))).location, "/welcome");
  await here.post("/welcome", { name: "Zelda Q.", zone: "Europe/London" });
  assert.match((await here.get(event.path)).text, /You said yes/);
  assert.deepEqual((await ask(house, "select p.name, count(*)::int as addresses from person p join email_address e on e.person_id = p.id where e.address = $1 group by p.name", [ZELDA.address])).rows, [{ name: "Zelda Q.", addresses: 1 }]);
  await work();
});

test("letters about changes reach guests until they stop them, with one click", async () => {
  const it = await fresh();
  const { house, cast, app, as, work } = it;
  const event = await addMeetUp(house, cast);
  const here = browser(it);
  await here.post(`${event.path}/answer/letter`, ZELDA);
  const { location } = await here.post(await linkFor(it, ZELDA.address), { answer: "going" });
  await as(cast.gwen).post(`${event.path}/cancellation`, { reason: "Flood" });
  await work();
  const cancelled = (await ask(house, "select body_text, unsubscribe_url, calendar from letter where kind = 'cancelled' and to_address = $1", [ZELDA.address])).rows[0];
  assert.ok(cancelled.body_text.includes(`${location}/stop`));
  assert.ok(cancelled.calendar.replaceAll("\r\n ", "").includes(location));

  const other = await addMeetUp(house, cast, { title: "Another" });
  await here.post(`${other.path}/answer/letter`, ZELDA);
  const again = await here.post(await linkFor(it, ZELDA.address), { answer: "going" });
  const byProgram = await app.request(`http://localhost:3000${again.location}/stop`, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  assert.equal(byProgram.status, 200);
  await as(cast.gwen).post(`${other.path}/cancellation`, { reason: "Flood again" });
  await work();
  assert.equal((await ask(house, "select 1 from letter where event_id = $1 and kind = 'cancelled' and to_address = $2", [other.id, ZELDA.address])).rowCount, 0);
  assert.equal((await other.row())["going_count"], 1, "the answer stays");
});

test("what is not for everyone cannot be answered by a stranger's letter, nor shown by one sent before", async () => {
  const it = await fresh();
  const event = await addMeetUp(it.house, it.cast);
  const here = browser(it);
  await here.post(`${event.path}/answer/letter`, ZELDA);
  const link = await linkFor(it, ZELDA.address);
  await event.set({ audience: "members" });
  for (const path of [`${event.path}/answer/letter`, link]) {
    assert.equal((await here.get(path)).status, 404);
    assert.equal((await here.post(path, { ...ZELDA, answer: "going" })).status, 404);
  }
});

test("a link proves nothing but in the browser that asked, or one that is known", () => {
  const now = Temporal.Instant.from("2026-07-07T09:00:00Z");
  const hash = fc.option(fc.constantFrom(...["a", "b"].map((one) => Buffer.from(one))));
  fc.assert(
    fc.property(hash, hash, fc.boolean(), fc.boolean(), fc.boolean(), (asked, mine, knows, isUsed, isOver) => {
      const link = { eventId: "e", address: "x@example.org", name: "X", browserHash: asked, personId: null, usedAt: isUsed ? now : null, expiresAt: isOver ? now : now.add({ hours: 1 }) };
      const { kind } = holderOf(link, mine, knows, now);
      assert.equal(kind === "proved", knows || (asked !== null && mine !== null && asked.equals(mine) && !isUsed && !isOver));
    }),
  );
});
