/** Sharing the work: who may ask, what each part lets one do and see, and how it ends. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";

const status = async (browser: { get(path: string): Promise<{ status: number }> }, ...paths: string[]) => Promise.all(paths.map(async (path) => (await browser.get(path)).status));

test("a member is asked by letter, does their part and no other, and gives it back", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast);
  await event.answers("going", cast.nell, cast.gwen);
  const pages = ["organise", "organise/people", "organise/people/export", "duties"].map((page) => `${event.path}/${page}`);
  assert.deepEqual(await status(as(cast.tomasz), ...pages), [404, 404, 404, 404]);
  assert.match((await as(cast.gwen).get(`${event.path}/duties?q=wierz`)).text, /Tomasz Wierzba/);

  const asked = await as(cast.gwen).post(`${event.path}/duties`, { person: cast.tomasz.id, duty: "door" });
  assert.equal(asked.location, `${event.path}/duties`);
  await work();
  const [letter, ...none] = await lettersTo(house, cast.tomasz.address);
  assert.deepEqual(none, []);
  assert.match(letter!.text, /Gwen Prydderch asks you to share the work.*The door/);
  assert.deepEqual(await status(as(cast.tomasz), ...pages), [404, 200, 404, 200]);
  const names = (await as(cast.tomasz).get(pages[1]!)).text;
  assert.match(names, /Nell Ashworth/);
  assert.doesNotMatch(names, /Answered|Flying visit|Take this list/);
  assert.match((await as(cast.tomasz).get(event.path)).text, /href="[^"]*\/organise\/people"/);
  assert.equal((await as(cast.tomasz).post(`${event.path}/duties`, { person: cast.nell.id, duty: "all" })).status, 404, "who has a part gives none away");

  await as(cast.gwen).post(`${event.path}/duties`, { person: cast.tomasz.id, duty: "all" });
  assert.deepEqual(await status(as(cast.tomasz), ...pages, `${event.path}/edit`), [200, 200, 200, 200, 404]);

  assert.equal((await as(cast.nell).post(`${event.path}/duties/end`, { person: cast.tomasz.id })).status, 404);
  await as(cast.tomasz).post(`${event.path}/duties/end`, { person: cast.tomasz.id });
  assert.deepEqual(await status(as(cast.tomasz), ...pages), [404, 404, 404, 404]);
  const { rows } = await ask(house, "select duty, ended_at is not null as ended from event_duty order by given_at, id");
  assert.deepEqual(rows, [{ duty: "door", ended: true }, { duty: "all", ended: true }], "what was is not overwritten");
});

test("only members with an account are asked; the same twice is one letter", async () => {
  const { house, as, cast, work } = await fresh();
  const event = await addMeetUp(house, cast);
  await as(cast.gwen).post(`${event.path}/duties`, { person: cast.zoe.id, duty: "door" });
  for (const _ of [1, 2]) await as(cast.gwen).post(`${event.path}/duties`, { person: cast.nell.id, duty: "door" });
  await work();
  assert.equal((await lettersTo(house, cast.zoe.address)).length, 0);
  assert.equal((await lettersTo(house, cast.nell.address)).length, 1);
});

test("it ends by itself: two weeks after, and with the membership", async () => {
  const { house, as, cast } = await fresh();
  const event = await addMeetUp(house, cast);
  await as(cast.gwen).post(`${event.path}/duties`, { person: cast.tomasz.id, duty: "all" });
  const page = () => as(cast.tomasz).get(`${event.path}/organise`);
  await event.set({ starts_at: "2026-06-25T16:30:00Z", ends_at: "2026-06-25T20:00:00Z" });
  assert.equal((await page()).status, 200);
  await event.set({ starts_at: "2026-06-20T16:30:00Z", ends_at: "2026-06-20T20:00:00Z" });
  assert.equal((await page()).status, 404);
  await event.set({ starts_at: "2026-07-09T16:30:00Z", ends_at: "2026-07-09T20:00:00Z" });
  await ask(house, "update membership set ends_on = '2026-07-07' where person_id = $1", [cast.tomasz.id]);
  assert.equal((await page()).status, 404);
});
