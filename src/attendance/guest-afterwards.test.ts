/** After a meet-up, for somebody who answered from a letter. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { browser, linkFor } from "../../test/guest-browser.ts";
import { lettersTo } from "../../test/letters.ts";
import { askGuestsAfterwards } from "./guest-afterwards.jobs.ts";

test("a guest is asked once, on the morning after, and answers in their own browser alone", async () => {
  const it = await fresh();
  const { house, cast, as, at, work } = it;
  const event = await addMeetUp(house, cast);
  const here = browser(it);
  const guests = [["zelda", "going"], ["yann", "not_going"], ["xena", "going"]] as const;
  const links: string[] = [];
  for (const [name, answer] of guests) {
    const address = `${name}@example.org`;
    await here.post(`${event.path}/answer/letter`, { name, address });
    links.push((await here.post(await linkFor(it, address), { answer })).location);
  }
  const [mine, , xenas] = links as [string, string, string];
  await event.answers("going", cast.nell);
  await here.post(`${xenas}/stop`);
  assert.equal((await here.post(`${mine}/presence`, { came: "yes" })).status, 404, "it has not been yet");

  await event.set({ starts_at: "2026-07-06T16:30:00Z", ends_at: "2026-07-06T20:00:00Z" });
  const asked = async () => (await ask(house, "select to_address from letter where kind = 'afterwards'")).rows.map(({ to_address }) => to_address);
  await askGuestsAfterwards(at("2026-07-07T08:59:00Z"));
  assert.deepEqual(await asked(), [], "not before ten");
  await ask(house, "insert into thanks (event_id, body, goes, decided_at) values ($1, 'Thank you', true, now())", [event.id]);
  await askGuestsAfterwards(at("2026-07-07T09:07:00Z"));
  assert.deepEqual(await asked(), [], "the letter of thanks will ask");
  await ask(house, "delete from thanks");
  for (const moment of ["2026-07-07T09:07:00Z", "2026-07-07T10:07:00Z"]) await askGuestsAfterwards(at(moment));
  assert.deepEqual(await asked(), ["zelda@example.org"], "who said yes and has not stopped the letters; members are asked on the page");
  await work();
  assert.ok((await lettersTo(house, "zelda@example.org")).find(({ subject }) => /Were you there/.test(subject))!.text.includes(mine));

  // Passed on, the link shows nothing and changes nothing.
  const elsewhere = browser(it);
  assert.match((await elsewhere.get(mine)).text, /Is this your letter/);
  for (const path of [`${mine}/presence`, `${mine}/feedback`]) assert.equal((await elsewhere.post(path, { came: "yes", how: "poor" })).status, 403);
  assert.equal((await ask(house, "select from attendance")).rowCount, 0);

  await elsewhere.post(`${mine}/link`);
  const fresher = await linkFor(it, "zelda@example.org");
  assert.match((await elsewhere.get(fresher)).text, /Yes, I was there/, "whoever reads the mailbox may");
  assert.equal((await elsewhere.post(`${fresher}/presence`, { came: "no" })).location, mine);
  assert.match((await elsewhere.get(mine)).text, /You were not there/, "and is known there from then on");
  await ask(house, "delete from attendance");

  assert.match((await here.get(mine)).text, /Were you there\?[^]*Yes, I was there/);
  assert.equal((await here.post(`${mine}/feedback`, { how: "good" })).status, 404, "only who was there");
  assert.equal((await here.post(`${mine}/presence`, { came: "yes" })).location, mine);
  assert.match((await as(cast.gwen).get(`${event.path}/afterwards`)).text, /zelda[^]*Says so themselves/);
  const unsaid = await here.post(`${mine}/feedback`, { keep: "The long table" });
  assert.ok(unsaid.status === 422 && unsaid.text.includes("The long table") && unsaid.text.includes("Say how it was"));
  for (let i = 0; i < 2; i++) assert.equal((await here.post(`${mine}/feedback`, { how: "good", keep: "The long table" })).status, 303);
  assert.equal((await ask(house, "select from feedback where keep = 'The long table'")).rowCount, 1, "heard once");
  assert.doesNotMatch((await here.get(mine)).text, /What should stay/);
  await event.set({ starts_at: "2026-06-01T16:30:00Z", ends_at: "2026-06-01T20:00:00Z" });
  assert.doesNotMatch((await here.get(mine)).text, /Were you there/, "nobody is asked for ever");
});
