/** Getting in twice, as somebody else, with what is no longer good. */
import assert from "node:assert/strict";
import test from "node:test";
import { createApp } from "../../src/app.ts";
import { SESSION_DAYS } from "../../src/people/session.ts";
import { openAssets } from "../../src/platform/http/assets.ts";
import { fresh } from "../fresh.ts";
import type { Fresh } from "../fresh.ts";
import { lettersTo, linkIn } from "../letters.ts";
import { ask } from "../event.ts";

async function linkFor({ as, house }: Fresh, address: string): Promise<string> {
  await as(null).post("/sign-in", { address });
  const path = linkIn((await lettersTo(house, address)).at(-1)!.text);
  await ask(house, "delete from letter");
  return path;
}

const cookies = ({ headers }: { headers: Headers }) => headers.getSetCookie().filter((cookie) => !/=;/.test(cookie));

test("of twenty who press the same link at once one is in", async () => {
  const it = await fresh();
  const path = await linkFor(it, it.cast.nell.address);
  const answers = await Promise.all(Array.from({ length: 20 }, () => it.as(null).post(path)));
  assert.equal(answers.filter((answer) => cookies(answer).some((cookie) => cookie.startsWith("session="))).length, 1);
  assert.equal((await ask(it.house, "select 1 from session where person_id = $1", [it.cast.nell.id])).rowCount, 2, "hers of before, and one more");
});

test("a proved address makes one account, however often the form is sent", async () => {
  const it = await fresh();
  const entered = await it.as(null).post(await linkFor(it, "new@example.org"));
  const cookie = cookies(entered).find((each) => each.startsWith("welcome="))!.split(";")[0]!;
  const body = new URLSearchParams({ name: "New Person" });
  const press = async () => it.app.request("http://localhost:3000/welcome", { method: "POST", body, headers: { cookie, "sec-fetch-site": "same-origin" } });
  await Promise.all(Array.from({ length: 5 }, press));
  assert.equal((await ask(it.house, "select 1 from email_address where address = 'new@example.org'")).rowCount, 1);
});

test("a session's token is never one that the browser brought along, and the old session ends", async () => {
  const it = await fresh();
  const path = await linkFor(it, it.cast.gwen.address);
  const entered = await it.as(it.cast.nell).post(path);
  const session = cookies(entered).find((each) => each.startsWith("session="))!;
  assert.match(session, /^session=[\w-]{43};/);
  assert.match((await it.as(it.cast.nell).get("/settings/sign-in")).location ?? "", /^\/sign-in/, "nell's is over");
  const invented = await it.app.request("http://localhost:3000/settings/profile", { headers: { cookie: "session=invented-by-an-attacker" } });
  assert.equal(invented.status, 303);
});

test("a session that nobody used for its days is over, whatever the cookie says", async () => {
  const it = await fresh();
  const later = createApp(it.at(it.house.clock.now().add({ hours: 24 * SESSION_DAYS + 1 })), await openAssets());
  const answer = await later.request("http://localhost:3000/settings/profile", { headers: { cookie: `session=${it.cast.nell.token}` } });
  assert.match(answer.headers.get("location") ?? "", /^\/sign-in/);
});

test("over https the cookie is bound to this host, and one without that bond opens nothing", async () => {
  const it = await fresh({ settings: { BASE_URL: "https://branchline.example" } });
  await it.as(null).post("/sign-in", { address: it.cast.nell.address });
  const { text } = (await lettersTo(it.house, it.cast.nell.address))[0]!;
  const entered = await it.as(null).post(/https:\/\/branchline\.example(\/\S+)/.exec(text)![1]!);
  assert.match(cookies(entered).find((each) => each.includes("session="))!, /^__Host-session=[^;]+;.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Lax/);
  assert.doesNotMatch(entered.headers.getSetCookie().join(), /Domain=/i);
  assert.match(entered.headers.get("strict-transport-security") ?? "", /max-age=\d{8}/);
  const get = (cookie: string) => it.app.request("https://branchline.example/settings/profile", { headers: { cookie } });
  assert.equal((await get(`session=${it.cast.nell.token}`)).status, 303, "set by a neighbouring host, or over http");
  assert.equal((await get(`__Host-session=${it.cast.nell.token}`)).status, 200);
});

test("a challenge for a passkey is for the person who asked, and for nobody else", async () => {
  const it = await fresh();
  const asked = JSON.parse((await it.as(it.cast.nell).post("/settings/passkeys/challenge")).text) as { challenge: string };
  const clientDataJSON = Buffer.from(JSON.stringify({ type: "webauthn.create", challenge: asked.challenge, origin: "http://localhost:3000" })).toString("base64url");
  const send = async (path: string, token: string | null) => {
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin", ...(token ? { cookie: `session=${token}` } : {}) };
    const body = JSON.stringify({ name: "Key", response: { id: "AAAA", rawId: "AAAA", type: "public-key", response: { clientDataJSON, attestationObject: "AAAA", authenticatorData: "AAAA", signature: "AAAA" } } });
    return (await it.app.request(`http://localhost:3000${path}`, { method: "POST", headers, body })).status;
  };
  assert.equal(await send("/settings/passkeys", it.cast.gwen.token), 422);
  assert.equal(await send("/passkeys/sign-in", null), 422);
  assert.equal((await ask(it.house, "select 1 from passkey_challenge where challenge = $1", [asked.challenge])).rowCount, 1, "others do not even use it up");
  assert.equal(await send("/settings/passkeys", it.cast.nell.token), 422);
  assert.equal((await ask(it.house, "select 1 from passkey_challenge")).rowCount, 0, "an answer uses it up, right or wrong");
  assert.equal((await ask(it.house, "select 1 from passkey")).rowCount, 0);
});
