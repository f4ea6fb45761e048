/** Asking people to an event by name or by address. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";

test("found by name, asked once, seen at home, answered, and what became of it", async () => {
  const { house, cast, as, work } = await fresh();
  const event = await addMeetUp(house, cast, { audience: "invited" });
  const path = `${event.path}/invitations`;
  const found = await as(cast.gwen).get(`${path}?q=tomas`);
  assert.match(found.text, /Tomasz Wierzba/);
  assert.doesNotMatch((await as(cast.gwen).get(`${path}?q=samir`)).text, /Samir Haddad/, "members of the hosts only");
  assert.equal((await as(cast.tomasz).get(event.path)).status, 404);
  for (let i = 0; i < 2; i++) assert.equal((await as(cast.gwen).post(path, { person: cast.tomasz.id, q: "tomas" })).status, 303);
  await work();
  const letters = (await lettersTo(house, cast.tomasz.address)).filter(({ kind }) => kind === "event-invitation");
  assert.equal(letters.length, 1);
  assert.match(letters[0]!.text, /Gwen Prydderch of East Anglia invites you/);
  const home = await as(cast.tomasz).get("/");
  assert.match(home.text, new RegExp(`href="${event.path}">Gwen Prydderch invites you to`));
  assert.ok(home.text.includes(`href="${event.path}#answer"`), "in the timetable, as needing an answer");
  assert.match((await as(cast.gwen).get(path)).text, /Tomasz Wierzba[\s\S]*No answer yet/);
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "not_going" });
  const declined = (await as(cast.gwen).get(path)).text;
  assert.match(declined, /No answer yet/, "a no stays private");
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "going" });
  assert.match((await as(cast.gwen).get(path)).text, /Tomasz Wierzba[\s\S]*Going/);
  assert.doesNotMatch((await as(cast.tomasz).get("/")).text, /invites you to/);
});

test("by address: the owner finds it at home, and the organisers never learn who that is", async () => {
  const { house, cast, as } = await fresh();
  const event = await addMeetUp(house, cast, { audience: "invited" });
  const path = `${event.path}/invitations`;
  assert.equal((await as(cast.gwen).post(path, { addresses: "not an address" })).status, 422);
  const sent = await as(cast.gwen).post(path, { addresses: `${cast.zoe.address}\nnobody@example.org`, note: "Do come" });
  assert.equal(sent.status, 303);
  assert.match((await as(cast.zoe).get("/")).text, /invites you to/);
  assert.equal((await as(cast.zoe).get(event.path)).status, 200);
  assert.doesNotMatch((await as(cast.gwen).get(path)).text, /Newcomb/);
  const letter = async (address: string) => (await lettersTo(house, address)).find(({ kind }) => kind === "event-invitation")!.text;
  assert.match(await letter(cast.zoe.address), new RegExp(`http://localhost:3000${event.path}\\s`));
  assert.match(await letter("nobody@example.org"), /Do come[\s\S]*http:\/\/localhost:3000\/answers\/[\w-]{43}/);
});

test("somebody invited without an account answers from the letter; a letter passed on opens nothing of a private meet-up", async () => {
  const { house, cast, as, app } = await fresh();
  const event = await addMeetUp(house, cast, { audience: "invited", title: "Secret supper" });
  await as(cast.gwen).post(`${event.path}/invitations`, { addresses: "nobody@example.org" });
  const link = async (kind: string) => /localhost:3000(\/answers\/[\w-]{43})/.exec((await ask(house, "select body_text from letter where kind = $1", [kind])).rows[0].body_text)![1]!;
  const invitation = await link("event-invitation");
  const opened = await as(null).get(invitation);
  assert.match(opened.text, /n…@example\.org/);
  assert.doesNotMatch(opened.text, /Secret supper|nobody@/);
  assert.equal((await as(null).post(invitation, { answer: "going", name: "Nobody" })).status, 403);
  const fresh1 = await app.request(`http://localhost:3000${invitation}/link`, { method: "POST", body: new URLSearchParams(), headers: { "sec-fetch-site": "same-origin" } });
  const cookie = /guest=([^;]+)/.exec(fresh1.headers.get("set-cookie")!)![0];
  const post = (form: Record<string, string>) => app.request(`http://localhost:3000${answer}`, { method: "POST", body: new URLSearchParams(form), headers: { cookie, "sec-fetch-site": "same-origin" } });
  const answer = await link("answer-link");
  assert.equal((await post({ answer: "going" })).status, 422, "nobody has said their name yet");
  assert.equal((await post({ answer: "going", name: "Norma Body" })).status, 303);
  assert.match((await as(cast.gwen).get(`${event.path}/invitations`)).text, /nobody@example\.org[\s\S]*Going/);
  assert.match((await as(cast.gwen).get(`${event.path}/people`)).text, /Norma Body/);
});

test("taken back: it is there no more, unless they have said that they come; asking again writes no second letter", async () => {
  const { house, cast, as } = await fresh();
  const event = await addMeetUp(house, cast, { audience: "invited" });
  const path = `${event.path}/invitations`;
  const withdraw = async () => as(cast.gwen).post(`${path}/${(await ask(house, "select id from event_invitation where withdrawn_at is null")).rows[0].id}/withdrawal`);
  await as(cast.gwen).post(path, { person: cast.tomasz.id });
  await withdraw();
  assert.equal((await as(cast.tomasz).get(event.path)).status, 404);
  await as(cast.gwen).post(path, { person: cast.tomasz.id });
  assert.equal((await lettersTo(house, cast.tomasz.address)).length, 1);
  await as(cast.tomasz).post(`${event.path}/answer`, { answer: "going" });
  await withdraw();
  assert.equal((await as(cast.tomasz).get(event.path)).status, 200);
  assert.equal((await as(cast.hal).post(`${path}/${crypto.randomUUID()}/withdrawal`)).status, 404);
});

test("no letter against their choice, and none to whoever is not a member and was asked by their id", async () => {
  const { house, cast, as } = await fresh();
  const event = await addMeetUp(house, cast);
  await ask(house, "insert into announcement_choice (person_id, unit_id, choice, chosen_at) values ($1, $2, 'none', now())", [cast.tomasz.id, cast.tlg.id]);
  await as(cast.gwen).post(`${event.path}/invitations`, { person: cast.tomasz.id });
  await as(cast.gwen).post(`${event.path}/invitations`, { person: cast.samir.id });
  assert.deepEqual(await lettersTo(house, cast.tomasz.address), []);
  assert.deepEqual(await lettersTo(house, cast.samir.address), []);
  assert.match((await as(cast.tomasz).get("/")).text, /invites you to/);
  assert.doesNotMatch((await as(cast.samir).get("/")).text, /invites you to/);
});
