/** After a meet-up: who was there, what they thought of it, and what of that organisers see. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { feedbackShown } from "../attendance/presence.ts";

const PAST = { starts_at: "2026-07-02T16:30:00Z", ends_at: "2026-07-02T20:00:00Z" };
const numbers = (page: string) => Object.fromEntries([...page.matchAll(/<dt>([^<]*)<\/dt><dd class="big">([^<]*)<\/dd>/g)].map(([, term, words]) => [term, words]));

test("who said yes is asked, an organiser's word counts first, and nobody else sees the list", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  const path = `${event.path}/afterwards`;
  await event.answers("going", cast.nell, cast.tomasz, cast.hal, cast.misaki, cast.samir, cast.zoe);
  await event.answers("not_going", cast.ada);
  const [nell, gwen] = [as(cast.nell), as(cast.gwen)];
  assert.equal((await gwen.get(path)).status, 404, "it has not been yet");
  assert.equal((await nell.post(`${event.path}/presence`, { came: "yes" })).status, 404);
  await event.set(PAST);
  for (const person of [null, cast.nell, cast.hal, cast.ada]) assert.notEqual((await as(person).get(path)).status, 200);

  assert.match((await nell.get(event.path)).text, /Were you there\?[^]*Yes, I was there/);
  assert.doesNotMatch((await as(cast.ada).get(event.path)).text + (await as(cast.idris).get(event.path)).text, /Were you there/);
  assert.equal((await as(cast.ada).post(`${event.path}/presence`, { came: "yes" })).status, 404, "who said no is not asked");
  assert.equal((await nell.post(`${event.path}/presence`, { came: "yes" })).location, `${event.path}/feedback`);
  assert.equal((await as(cast.tomasz).post(`${event.path}/presence`, { came: "yes" })).status, 303);
  assert.match((await gwen.get(path)).text, /Nell Ashworth[^]*Says so themselves[^]*value="came" selected/);

  // He was not, the organiser says; the others were, and three more.
  await gwen.post(path, { [`came-${cast.tomasz.id}`]: "absent", [`came-${cast.ada.id}`]: "nonsense", "came-nobody": "came", walkIns: "3", do: "rest" });
  await ask(house, "insert into connection (asker_id, asked_id, asked_at, accepted_at) select $1, id, $3, $3 from person where id = any($2)", [cast.nell.id, [cast.hal, cast.misaki, cast.samir, cast.zoe, cast.tomasz, cast.gwen].map(({ id }) => id), house.clock.now().toString()]);
  const page = (await gwen.get(path)).text;
  assert.deepEqual(numbers(page), { Came: "8", "Said yes": "6", "Flying visits": "0", "First time": "5", "New acquaintances": "5 or more" });
  assert.match(page, /3 without an answer; nobody is unknown/);
  await gwen.post(path, { [`came-${cast.zoe.id}`]: "unknown", [`came-${cast.nell.id}`]: "unknown", walkIns: "" });
  const unknown = (await gwen.get(path)).text;
  assert.match(unknown, /3 without an answer; 1 not known/);
  assert.match(unknown, /Nell Ashworth[^]*Says so themselves/, "an organiser takes back their own word, never hers");
  assert.equal(numbers(unknown)["First time"], "Under five");
  assert.equal(numbers(unknown)["New acquaintances"], "Under five", "a yes is not having met, nor is being connected with somebody who was not there");

  await event.set({ starts_at: "2026-05-30T16:30:00Z", ends_at: "2026-05-30T20:00:00Z" });
  assert.doesNotMatch((await nell.get(event.path)).text, /Were you there/);
});

test("three questions once, without a name, shown from five answers on", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast, PAST);
  const people = [cast.nell, cast.tomasz, cast.hal, cast.misaki, cast.samir, cast.zoe];
  await event.answers("going", ...people);
  const report = async () => (await as(cast.gwen).get(`${event.path}/afterwards`)).text;
  const form = `${event.path}/feedback`;
  assert.equal((await as(cast.nell).get(form)).status, 404, "not before they say that they were there");
  assert.equal((await as(cast.nell).post(form, { how: "good" })).status, 404);
  for (const [n, person] of people.entries()) {
    await as(person).post(`${event.path}/presence`, { came: "yes" });
    if (n === 0) assert.match((await as(person).post(form, { keep: "The <tea>" })).text, /Say how it was[^]*The &lt;tea&gt;/);
    assert.equal((await as(person).post(form, { how: n === 4 ? "poor" : "good", keep: `Keep ${n}` })).location, event.path);
    if (n === 3) assert.match(await report(), /Nothing to show yet/);
  }
  await as(cast.nell).post(form, { how: "poor", keep: "Keep again" });
  const page = await report();
  assert.match(page, /Keep 0/);
  assert.match(page, /Keep 4/);
  assert.doesNotMatch(page, /Keep 5|Keep again/, "the sixth waits for the next four, and nobody is heard twice");
  assert.deepEqual([numbers(page)["Good"], numbers(page)["Not so good"]], ["4", "1"]);
  const { rows } = await ask(house, "select column_name from information_schema.columns where table_name = 'feedback' and (column_name like '%person%' or data_type like 'timestamp%')");
  assert.deepEqual(rows, []);
  assert.equal((await ask(house, "select 1 from change where kind like 'feedback%'")).rowCount, 0);
});

test("while more may come, five at a time; never fewer than five", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.boolean(), (count, isOpen) => {
      const shown = feedbackShown(count, isOpen);
      assert.ok(shown <= count && (shown === 0 || shown >= 5));
      if (isOpen) assert.equal(shown % 5, 0);
      else assert.equal(shown, count < 5 ? 0 : count);
    }),
  );
});
