import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";

test("filters stand in the address, and nonsense in it is no filter", async () => {
  const { as, cast, house } = await fresh();
  await addMeetUp(house, cast);
  await addMeetUp(house, cast, { title: "Job hunting out loud", unit_id: cast.npn.id, venue_id: null, online_url: "https://meet.example/x" });
  const titles = async (query: string, who: typeof cast.nell | null = null) => {
    const { text } = await as(who).get(`/events${query}`);
    return [text.includes("Old Reading Room"), text.includes("Job hunting")];
  };
  assert.deepEqual(await titles(""), [true, true]);
  assert.deepEqual(await titles("?network=NPN"), [false, true]);
  assert.deepEqual(await titles("?mode=room"), [true, false]);
  assert.deepEqual(await titles("?network=mine", cast.misaki), [false, true]);
  assert.deepEqual(await titles("?network='or'1&mode=moon&kind=x&when=now&near=!&after=never_x"), [true, true]);
  assert.deepEqual(await titles("?near=FENB"), [true, false]);
  assert.deepEqual(await titles("?near=bridge"), [false, false]);
  assert.deepEqual(await titles("?kind=organisation"), [false, true]);
  assert.deepEqual(await titles("?kind=branch"), [true, false]);
  await ask(house, "update event set starts_at = starts_at + interval '20 days', ends_at = ends_at + interval '20 days' where unit_id = $1", [cast.npn.id]);
  assert.deepEqual([await titles("?when=week"), await titles("?when=month")], [[true, false], [true, true]]);
  assert.match((await as(null).get("/events?network=FLC")).text, /No meet-up fits that/);
  assert.doesNotMatch((await as(null).get("/events")).text, /meet\.example/);
});

test("a long list comes in pages, each meet-up once; what is over is on the other page", async () => {
  const { as, cast, house } = await fresh();
  for (let n = 0; n < 65; n++) await addMeetUp(house, cast, { title: `Evening no. ${n}.`, starts_at: "2026-08-01T17:00:00Z", ends_at: "2026-08-01T19:00:00Z" });
  await addMeetUp(house, cast, { title: "Long ago", starts_at: "2026-05-01T17:00:00Z", ends_at: "2026-05-01T19:00:00Z" });
  const seen: string[] = [];
  let path: string | undefined = "/events?mode=room";
  let pages = 0;
  for (; path; pages++) {
    const { text } = await as(cast.nell).get(path);
    seen.push(...[...text.matchAll(/Evening no\. \d+\./g)].map(([title]) => title));
    assert.doesNotMatch(text, /Long ago/);
    path = text.match(/href="([^"]+)" rel="next"/)?.[1]?.replaceAll("&amp;", "&");
  }
  assert.deepEqual([pages, seen.length, new Set(seen).size], [3, 65, 65]);
  assert.match((await as(null).get("/events/past")).text, /Long ago/);
  assert.match((await as(null).get("/events/past?after=0_00000000-0000-8000-8000-000000000000")).text, /That was the last of them/);
});
