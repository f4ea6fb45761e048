/** Letters to those who answered: who may write, who gets one, and that nobody gets two. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import type { Outgoing } from "../platform/mail/smtp.ts";
import { writeCircularLetters } from "./circular.jobs.ts";

const WORDS = { to: ["going", "maybe"], subject: "Use the side door", body: "The front door sticks.\n\nRing the bell <twice>.", reply: "me" };

test("read over first; then each who is meant gets it once, and those who organise see what was written", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast);
  const path = `${event.path}/letters`;
  await event.answers("going", cast.nell, cast.tomasz, cast.gwen, cast.samir, cast.zoe);
  await event.answers("maybe", cast.hal, cast.idris);
  await event.answers("waitlisted", cast.misaki);
  await event.answers("not_going", cast.ada);
  const now = house.clock.now().toString();
  await ask(house, "update account set suspended_at = $2 where person_id = $1", [cast.hal.id, now]);
  await ask(house, "insert into sanction (id, kind, person_id, event_id, reason, set_at, set_by, token_hash) values (gen_random_uuid(), 'bar', $1, $2, 'No', $3, $4, '\\x03')", [cast.samir.id, event.id, now, cast.idris.id]);
  await ask(house, "insert into letters_stopped (event_id, person_id, stopped_at) values ($1, $2, $3)", [event.id, cast.zoe.id, now]);
  await ask(house, "insert into hiding (person_id, other_id, kind, since_at) values ($1, $2, 'block', $3)", [cast.tomasz.id, cast.gwen.id, now]);
  const gwen = as(cast.gwen);

  const blank = await gwen.get(path);
  const once = /name="once" value="([^"]+)"/.exec(blank.text)![1]!;
  assert.match(blank.text, /Coming<small>3 people[^]*Waiting<small>One person[^]*Maybe<small>One person/);
  const wrong = await gwen.post(path, { ...WORDS, to: [], subject: "", once });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Choose to whom it goes[^]*Give it a subject[^]*The front door sticks/);

  const read = await gwen.post(path, { ...WORDS, once });
  assert.match(read.text, /4 people get it: those coming and maybe[^]*&lt;twice&gt;[^]*gwen@example.org[^]*Send it to 4 people/);
  assert.deepEqual(await work(), [], "nothing goes before they say so");
  assert.match((await gwen.post(path, { ...WORDS, once, do: "change" })).text, /<textarea[^>]*>\nThe front door sticks/);

  for (const _ of [1, 2]) assert.equal((await gwen.post(path, { ...WORDS, once, do: "send" })).location, path);
  const sent: Outgoing[] = [];
  await work({ send: async (letter) => void sent.push(letter), close: () => {} });
  assert.deepEqual(sent.map(({ toAddress, replyTo }) => `${toAddress} ${replyTo}`).toSorted(), ["gwen", "idris", "nell"].map((name) => `${name}@example.org gwen@example.org`).concat("tomasz@example.org null"));
  const { rows: [written] } = await ask(house, "select id from circular");
  await writeCircularLetters(house, { circularId: written.id, personIds: [cast.nell.id] });
  const [toNell, again] = await lettersTo(house, cast.nell.address);
  assert.equal(again, undefined, "work that is done twice writes once");
  assert.equal(toNell!.subject, "Summer meet-up at the Old Reading Room: Use the side door");
  assert.match(toNell!.text, /Ring the bell <twice>\.[^]*Gwen Prydderch, for those who organise it[^]*because you answered this meet-up[^]*\/answer\n/);
  const [toTomasz] = await lettersTo(house, cast.tomasz.address);
  assert.doesNotMatch(toTomasz!.text + sent.map((one) => (one.toAddress === cast.tomasz.address ? one.html : "")).join(), /Gwen|gwen/, "whoever blocked the writer hears from the organisers");

  const log = (await as(cast.idris).get(path)).text;
  assert.match(log, /Use the side door[^]*Gwen Prydderch[^]*To those coming and maybe: 4 people/);
});

test("who has the messages writes them and sees no names; a few a day, and not by whoever may not write", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast);
  const path = `${event.path}/letters`;
  await event.answers("going", cast.nell);
  assert.equal((await as(cast.tomasz).get(path)).status, 404);
  await as(cast.gwen).post(`${event.path}/duties`, { person: cast.tomasz.id, duty: "messages" });
  const tomasz = as(cast.tomasz);
  assert.doesNotMatch((await tomasz.get(path)).text, /Nell/);
  for (const other of ["organise", "organise/people", "organise/people/export", "edit"]) assert.equal((await tomasz.get(`${event.path}/${other}`)).status, 404, other);
  const write = (n: number) => tomasz.post(path, { ...WORDS, reply: "nobody", subject: `Letter ${n}`, once: `0190aaaa-0000-7000-8000-00000000000${n}`, do: "send" });
  await ask(house, "update account set limited_at = $2 where person_id = $1", [cast.tomasz.id, house.clock.now().toString()]);
  assert.match((await write(0)).text, /cannot write to others/);
  await ask(house, "update account set limited_at = null where person_id = $1", [cast.tomasz.id]);
  for (const n of [1, 2, 3]) assert.equal((await write(n)).status, 303);
  const fourth = await write(4);
  assert.equal(fourth.status, 422);
  assert.match(fourth.text, /3 letters went out[^]*value="Letter 4"/);
  await ask(house, "update rsvp set answer = 'waitlisted' where person_id = $1", [cast.nell.id]);
  await work();
  for (const { id } of (await ask(house, "select id from circular")).rows) await writeCircularLetters(house, { circularId: id, personIds: [cast.nell.id] });
  assert.deepEqual(await lettersTo(house, cast.nell.address), [], "who has another answer by now gets none");
  await event.set({ starts_at: "2026-05-30T16:30:00Z", ends_at: "2026-05-30T20:00:00Z" });
  assert.match((await as(cast.gwen).get(path)).text, /end 28 days after it/);
});

test("while letters still leave, the page and the one to read over say when the last will have left; so does the administrator's", async () => {
  const { house, as, cast } = await fresh({ settings: { SMTP_URL: "smtp://localhost:1", LETTERS_A_MINUTE: "2" } });
  const event = await addMeetUp(house, cast);
  await event.answers("going", cast.nell, cast.tomasz, cast.gwen);
  const gwen = as(cast.gwen);
  const path = `${event.path}/letters`;
  assert.doesNotMatch((await gwen.get(path)).text, /still to leave/);
  const once = /name="once" value="([^"]+)"/.exec((await gwen.get(path)).text)![1]!;
  assert.match((await gwen.post(path, { ...WORDS, to: ["going"], once })).text, /the last within about 2 minutes/);
  await gwen.post(path, { ...WORDS, to: ["going"], once, do: "send" });
  const { rows: [written] } = await ask(house, "select id from circular");
  await writeCircularLetters(house, { circularId: written.id, personIds: [cast.nell.id, cast.tomasz.id, cast.gwen.id] });
  assert.match((await gwen.get(path)).text, /3 letters about this meet-up are still to leave[^]*the last within about 2 minutes/);
  assert.match((await as(cast.ada).get("/admin/letters")).text, /3 letters wait for their turn[^]*within about 2 minutes/);
});
