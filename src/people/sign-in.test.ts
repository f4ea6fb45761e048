import assert from "node:assert/strict";
import test from "node:test";
import { createApp } from "../app.ts";
import { openAssets } from "../platform/http/assets.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { lettersTo, linkIn } from "../../test/letters.ts";

test("a known and an unknown address get the same page and the same letter", async () => {
  const { as, house } = await fresh();
  const known = await as(null).post("/sign-in", { address: "nell@example.org", next: "/events" });
  const unknown = await as(null).post("/sign-in", { address: "nobody@example.org", next: "/events" });
  assert.deepEqual([known.status, known.location], [303, "/sign-in/sent"]);
  assert.deepEqual([unknown.status, unknown.location], [303, "/sign-in/sent"]);
  const [one] = await lettersTo(house, "nell@example.org");
  const [other] = await lettersTo(house, "nobody@example.org");
  const without = (text: string) => text.replace(/sign-in\/\S+/, "");
  assert.equal(without(one!.text), without(other!.text));
});

test("a link shows a button, signs in once, and leads on", async () => {
  const { as, house } = await fresh();
  await as(null).post("/sign-in", { address: "Nell@Example.org", next: "/events" });
  const path = linkIn((await lettersTo(house, "Nell@Example.org"))[0]!.text);
  for (let times = 0; times < 2; times++) assert.match((await as(null).get(path)).text, /Nell@Example.org/); // a mail program looks first
  const entered = await as(null).post(path);
  assert.deepEqual([entered.status, entered.location], [303, "/events"]);
  const cookie = entered.headers.getSetCookie().find((each) => each.startsWith("session="))!;
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Lax/);
  const again = await as(null).post(path);
  assert.equal(again.status, 404);
  assert.match(again.text, /This link has been used/);
  assert.match(again.text, /value="Nell@Example.org"/, "a new one is one press away");
});

test("a link that has run out, and one that never was", async () => {
  const { as, house } = await fresh();
  await as(null).post("/sign-in", { address: "nell@example.org" });
  const path = linkIn((await lettersTo(house, "nell@example.org"))[0]!.text);
  const later = await laterAt(house, NOW.add({ minutes: 31 }));
  assert.match((await later(path, "GET")).text, /This link has run out/);
  assert.equal((await later(path, "POST")).status, 404);
  assert.match((await as(null).get("/sign-in/abc")).text, /This link does not work/);
});

test("an unknown address makes a sticker, once, and is then known", async () => {
  const { app, house, as } = await fresh();
  await as(null).post("/sign-in", { address: "wren@example.org", next: "/events" });
  const path = linkIn((await lettersTo(house, "wren@example.org"))[0]!.text);
  const opened = await as(null).post(path);
  assert.equal(opened.location, "/welcome");
  const welcome = opened.headers.getSetCookie().find((each) => each.startsWith("welcome="))!.split(";")[0]!;
  const post = async (form: Record<string, string>) =>
    app.request("http://localhost:3000/welcome", { method: "POST", body: new URLSearchParams(form), headers: { cookie: welcome, "sec-fetch-site": "same-origin" } });
  const wrong = await post({ name: "", network: "orcid", handle: "0000-0002-1825-0098", talkAbout: "maps" });
  assert.equal(wrong.status, 422);
  const sentBack = await wrong.text();
  assert.match(sentBack, /value="maps"/);
  assert.match(sentBack, /Write the name you want to be called by/);
  assert.match(sentBack, /Check the sixteen digits/, "every fault at once");
  const [first, second] = await Promise.all([1, 2].map(() => post({ name: "Wren Halloran", network: "fediverse", handle: "wren@birds.example", talkAbout: "maps, choirs", zone: "Europe/Dublin" })));
  assert.deepEqual([first!.status, second!.status], [303, 303]);
  const made = await house.db.query({ name: "", text: "select name, known_by, zone, talk_about from person where name = 'Wren Halloran'", values: [] });
  assert.deepEqual(made.rows, [{ name: "Wren Halloran", known_by: "@wren@birds.example", zone: "Europe/Dublin", talk_about: ["maps", "choirs"] }]);
  assert.ok([first!, second!].some((answer) => answer.headers.get("location") === "/events"));
});

test("only paths of this server are led to", async () => {
  const { as, house, cast } = await fresh();
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    assert.equal((await as(cast.nell).get(`/sign-in?next=${encodeURIComponent(next)}`)).location, "/");
  }
  await as(null).post("/sign-in", { address: "nell@example.org", next: "//evil.example" });
  const path = linkIn((await lettersTo(house, "nell@example.org"))[0]!.text);
  assert.equal((await as(null).post(path)).location, "/");
});

test("a sixth letter to one address is not sent, nor many from one place", async () => {
  const { as, house } = await fresh();
  for (let i = 0; i < 5; i++) assert.equal((await as(null).post("/sign-in", { address: "nell@example.org" })).status, 303);
  const sixth = await as(null).post("/sign-in", { address: "NELL@example.org" });
  assert.equal(sixth.status, 429);
  assert.equal((await lettersTo(house, "nell@example.org")).length, 5);
  for (let i = 6; i < 30; i++) await as(null).post("/sign-in", { address: `reader${i}@example.org` });
  assert.equal((await as(null).post("/sign-in", { address: "one-more@example.org" })).status, 429);
});

test("a wrong address comes back with what was typed", async () => {
  const { as } = await fresh();
  const back = await as(null).post("/sign-in", { address: "nell at fenbridge", next: "/events" });
  assert.equal(back.status, 422);
  assert.match(back.text, /Write the whole address/);
  assert.match(back.text, /value="nell at fenbridge"/);
  assert.match(back.text, /name="next" value="\/events"/);
});

test("a session ends where its owner says, and nowhere else", async () => {
  const { as, cast, house } = await fresh();
  const ids = async (personId: string) => (await house.db.query({ name: "", text: "select id from session where person_id = $1", values: [personId] })).rows as { id: string }[];
  const [gwens] = await ids(cast.gwen.id);
  await as(cast.nell).post(`/settings/sessions/${gwens!.id}/end`);
  assert.equal((await as(cast.gwen).get("/settings/sign-in")).status, 200, "not hers to end");
  await as(cast.gwen).post(`/settings/sessions/${gwens!.id}/end`);
  assert.match((await as(cast.gwen).get("/settings/sign-in")).location ?? "", /^\/sign-in/);
  await house.db.query({ name: "", text: "insert into session (token_hash, person_id, device, created_at, last_seen_at, expires_at) values ('\\x01', $1, 'Edge on Windows', now(), now(), now() + interval '9 years')", values: [cast.nell.id] });
  assert.match((await as(cast.nell).get("/settings/sign-in")).text, /Edge on Windows/);
  await as(cast.nell).post("/settings/sessions/end");
  assert.equal((await ids(cast.nell.id)).length, 1);
  await as(cast.nell).post("/sign-out");
  assert.equal((await ids(cast.nell.id)).length, 0);
});

/** The same house, later on. */
async function laterAt(house: Fresh["house"], now: Temporal.Instant) {
  const app = createApp({ ...house, clock: { now: () => now } }, await openAssets());
  return async (path: string, method: "GET" | "POST") => {
    const answer = await app.request(`http://localhost:3000${path}`, { method, headers: { "sec-fetch-site": "same-origin" } });
    return { status: answer.status, text: await answer.text() };
  };
}
