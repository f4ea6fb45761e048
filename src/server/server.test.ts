import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo, linkIn } from "../../test/letters.ts";
import type { Browser, Fresh } from "../../test/fresh.ts";
import { createApp } from "../app.ts";
import { openAssets } from "../platform/http/assets.ts";
import { openListener } from "../platform/db/listen.ts";
import { contactHref, defaults } from "./server.ts";
import { openServerSettings, renamed } from "./server.live.ts";

const settled = { name: "Fenland Lines", welcome: "Libraries of the fens, on one line.", line: "3", founding: "anyone", registration: "open", contact: "host@fens.example", terms: "Be **kind**." };

/** Opens the letter's link for an address that nobody owns yet, and returns a browser that stands at the door. */
async function atTheDoor(all: Fresh, address: string): Promise<Browser> {
  await all.as(null).post("/sign-in", { address, next: "/events" });
  const [letter] = await lettersTo(all.house, address);
  const { headers } = await all.as(null).post(linkIn(letter!.text));
  const cookie = headers.getSetCookie().map((one) => one.split(";")[0]!).join("; ");
  const send = async (path: string, init: RequestInit) => {
    const response = await all.app.request(`http://localhost:3000${path}`, init);
    return { status: response.status, text: await response.text(), location: response.headers.get("location"), headers: response.headers };
  };
  return {
    get: (path) => send(path, { headers: { cookie } }),
    post: (path, form = {}) => send(path, { method: "POST", body: new URLSearchParams(form as Record<string, string>), headers: { cookie, "sec-fetch-site": "same-origin" } }),
  };
}

test("what an administrator settles is on every page from then on", async () => {
  const all = await fresh();
  assert.equal((await all.as(null).get("/terms")).status, 404);
  assert.equal((await all.as(all.cast.ada).post("/admin/settings", settled)).location, "/admin/settings");
  const front = (await all.as(null).get("/")).text;
  assert.match(front, /Libraries of the fens, on one line\./);
  assert.match(front, /<header class="masthead" data-line="3">/);
  assert.match(front, /Fenland Lines runs on Branchline/);
  assert.match(front, /href="mailto:host@fens\.example"/);
  assert.match((await all.as(null).get("/terms")).text, /Be <strong>kind<\/strong>/);
  await all.as(null).post("/sign-in", { address: "nell@example.org" });
  assert.match((await lettersTo(all.house, "nell@example.org"))[0]!.subject, /Fenland Lines/);
  assert.deepEqual((await ask(all.house, "select fields from change where kind = 'server.settled'")).rows, [{ fields: ["name", "welcome", "line", "contact", "terms"] }]);
});

test("a wrong form keeps what was typed, and settles nothing", async () => {
  const all = await fresh();
  const wrong = await all.as(all.cast.ada).post("/admin/settings", { ...settled, contact: "javascript:alert(1)" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="javascript:alert\(1\)"/);
  assert.deepEqual(all.house.server.settings, defaults);
});

test("another process hears of it", async () => {
  const all = await fresh();
  const listener = openListener(all.house.db.connection);
  const server = await openServerSettings(all.house.config, all.house.db, all.house.clock, listener);
  const other = createApp({ ...all.house, server, listener, config: renamed(all.house.config, server) }, await openAssets());
  await all.as(all.cast.ada).post("/admin/settings", settled);
  let text = "";
  for (let i = 0; i < 100 && !text.includes("Fenland Lines runs"); i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    text = await (await other.request("http://localhost:3000/sign-in?x=" + i)).text() + (await (await other.request(`http://localhost:3000/events?x=${i}`)).text());
  }
  await listener.close();
  assert.match(text, /Fenland Lines runs on Branchline/);
});

test("on approval: asked, seen by administrators, let in with everything typed, and told by letter", async () => {
  const all = await fresh();
  await all.as(all.cast.ada).post("/admin/settings", { ...settled, registration: "approval" });
  const door = await atTheDoor(all, "olive@example.org");
  assert.match((await door.get("/welcome")).text, /Ask for an account/);
  assert.equal((await door.post("/welcome", { name: "", note: "I know Hal" })).status, 422);
  assert.equal((await door.post("/welcome", { name: "Olive Marsh", note: "I know Hal", talkAbout: "eels" })).location, "/welcome");
  assert.match((await door.get("/welcome")).text, /Your request is waiting/);
  assert.match((await door.post("/welcome", { name: "Olive Marsh" })).text, /Your request is waiting/);
  await all.work();
  assert.match((await lettersTo(all.house, "ada@example.org"))[0]!.subject, /Somebody asks for an account/);
  const queue = (await all.as(all.cast.ada).get("/admin/people/waiting")).text;
  assert.match(queue, /Olive Marsh[\s\S]*olive@example\.org[\s\S]*I know Hal/);
  const path = /action="(\/admin\/people\/waiting\/[^"]+)"/.exec(queue)![1]!;
  assert.equal((await all.as(all.cast.nell).post(path, { answer: "accept" })).status, 404);
  for (let i = 0; i < 2; i++) assert.equal((await all.as(all.cast.ada).post(path, { answer: "accept" })).status, 303);
  const { rows } = await ask(all.house, "select p.name, p.talk_about from person p join account a on a.person_id = p.id join email_address e on e.person_id = p.id where e.address = 'olive@example.org'");
  assert.deepEqual(rows, [{ name: "Olive Marsh", talk_about: ["eels"] }]);
  assert.equal((await ask(all.house, "select 1 from registration_request")).rowCount, 0);
  assert.equal((await lettersTo(all.house, "olive@example.org")).filter((letter) => letter.kind === "registration").length, 1);
});

test("on approval: declined kindly, and nothing of theirs is kept", async () => {
  const all = await fresh();
  await all.as(all.cast.ada).post("/admin/settings", { ...settled, registration: "approval" });
  const door = await atTheDoor(all, "olive@example.org");
  await door.post("/welcome", { name: "Olive Marsh", note: "hm" });
  const path = /action="(\/admin\/people\/waiting\/[^"]+)"/.exec((await all.as(all.cast.ada).get("/admin/people/waiting")).text)![1]!;
  await all.as(all.cast.ada).post(path, { answer: "decline" });
  assert.equal((await ask(all.house, "select 1 from registration_request")).rowCount, 0);
  assert.equal((await ask(all.house, "select 1 from change where about::text ilike '%olive%'")).rowCount, 0);
  assert.match((await lettersTo(all.house, "olive@example.org")).at(-1)!.text, /cannot give you an account[\s\S]*host@fens\.example/);
});

test("by invitation: closed to others only after their address is proved, open to the invited", async () => {
  const all = await fresh();
  await all.as(all.cast.ada).post("/admin/settings", { ...settled, registration: "invitation" });
  assert.equal((await all.as(null).post("/sign-in", { address: "olive@example.org" })).location, (await all.as(null).post("/sign-in", { address: "nell@example.org" })).location);
  const door = await atTheDoor(all, "pat@example.org");
  assert.match((await door.get("/welcome")).text, /made by invitation of an organiser/);
  assert.match((await door.post("/welcome", { name: "Pat" })).text, /made by invitation of an organiser/);
  await all.as(all.cast.hal).post(`${all.cast.flc.path}/invitations`, { addresses: "pat@example.org" });
  assert.match((await door.get("/welcome")).text, /Make my sticker/);
  assert.equal((await door.post("/welcome", { name: "Pat" })).location, "/events");
});

test("organisations: left to administrators, or asked for", async () => {
  const all = await fresh();
  const words = { name: "Marsh Readers", code: "MRS", line: "2", zone: "Europe/London", joinPolicy: "open" };
  await all.as(all.cast.ada).post("/admin/settings", { ...settled, founding: "administrators" });
  assert.match((await all.as(all.cast.zoe).get("/organisations/new")).text, /founded by those who run the server/);
  assert.equal((await all.as(all.cast.zoe).post("/organisations/new", words)).status, 403);
  await all.as(all.cast.ada).post("/admin/settings", { ...settled, founding: "request" });
  assert.equal((await all.as(all.cast.zoe).post("/organisations/new", words)).location, "/organisations");
  assert.equal((await ask(all.house, "select 1 from unit where name = 'Marsh Readers'")).rowCount, 0);
});

test("a new account begins slowly, until an organiser has accepted it", async () => {
  const all = await fresh();
  await ask(all.house, "update account set created_at = $2 where person_id = $1", [all.cast.zoe.id, all.house.clock.now().subtract({ hours: 24 }).toString()]);
  const found = (n: number) => all.as(all.cast.zoe).post("/organisations/new", { name: `Readers ${n}`, code: `RD${"ABC"[n]}`, line: "2", zone: "Europe/London", joinPolicy: "open" });
  assert.equal((await found(0)).status, 303);
  const second = await found(1);
  assert.equal(second.status, 429);
  assert.match(second.text, /Accounts begin slowly/);
  await ask(all.house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-07-01', 'accepted', now())", [all.cast.zoe.id, all.cast.tlg.id]);
  assert.equal((await found(2)).status, 303);
});

test("a contact is an e-mail address or a web address, and nothing else", () => {
  assert.equal(contactHref("a@b.example"), "mailto:a@b.example");
  assert.equal(contactHref("https://b.example/us"), "https://b.example/us");
  for (const wrong of ["javascript:alert(1)", "a b@c.example", "data:x", "https://", "b.example"]) assert.equal(contactHref(wrong), null, wrong);
});
