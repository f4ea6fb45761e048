/** Making people welcome: offered, asked, agreed; and a no that nobody but the asker learns of. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import { assertValid } from "../../test/look/valid.ts";
import { everythingOf } from "../leaving/takeaway.sql.ts";

const HIDDEN = /Tomasz Wierzba/;

test("who would is asked, agrees in private, and is found by those who come only if they let it be shown", async () => {
  const { house, as, cast, work } = await fresh();
  const { nell, gwen, idris, tomasz, hal } = cast;
  const event = await addMeetUp(house, cast);
  await event.answers("going", nell, gwen, tomasz);
  const [list, mine] = [`${event.path}/welcoming`, `${event.path}/welcome`];

  // Newcomers, and nobody to meet them
  assert.match((await as(gwen).get(`${event.path}/organise`)).text, /A few people come for the first time, and nobody meets them yet[^]*Ask somebody/);
  await as(nell).post("/settings/wishes", { photoConsent: "", toBeMet: "", welcomes: "newcomers" });
  await as(tomasz).post(mine, { do: "offer", kinds: "table" });
  assert.match((await as(gwen).get(`${event.path}/organise`)).text, /One person says that they would/);
  assert.match((await as(gwen).get(list)).text, /Nell Ashworth[^]*Would meet newcomers at the door[^]*Tomasz Wierzba[^]*Would host a table/);
  for (const other of [nell, hal]) assert.equal((await as(other).get(list)).status, 404);
  assert.equal((await as(hal).get(mine)).status, 404, "for those who come");

  for (const page of [list, `${list}?q=a`, `${list}/${nell.id}`, `${event.path}/organise`]) assertValid((await as(gwen).get(page)).text);

  // Asked once, whoever asks
  const wrong = await as(gwen).post(`${list}/${nell.id}`, { note: "At the side door from 17:15" });
  assert.ok(wrong.status === 422 && wrong.text.includes("At the side door"));
  for (const organiser of [gwen, idris]) assert.equal((await as(organiser).post(`${list}/${nell.id}`, { kind: "newcomers", note: "At the side door from 17:15" })).location, list);
  assert.equal((await as(gwen).post(`${list}/${hal.id}`, { kind: "table" })).status, 404, "who does not come is not asked");
  await work();
  const [letter, ...none] = await lettersTo(house, nell.address);
  assert.deepEqual(none, []);
  assert.match(letter!.text, /Gwen Prydderch asks whether you would meet newcomers[^]*At the side door from 17:15[^]*Only Gwen Prydderch sees it/);
  assert.match((await as(nell).get("/")).text, /Gwen Prydderch asks whether you would meet newcomers at/);

  assertValid((await as(nell).get(mine)).text);
  await as(nell).post(mine, { do: "agree", kind: "newcomers" });
  await work();
  assert.equal((await lettersTo(house, gwen.address)).length, 1);
  assert.doesNotMatch((await as(nell).get("/")).text, /asks whether you would/);
  assert.doesNotMatch((await as(gwen).get(`${event.path}/organise`)).text, /nobody meets them yet/);
  const shown = async () => /Meets newcomers at the door/.test((await as(tomasz).get(`${event.path}/people`)).text);
  assert.equal(await shown(), false);
  await as(nell).post(mine, { do: "agree", kind: "newcomers", shown: "yes" });
  assert.equal(await shown(), true);
  for (const page of [list, `${event.path}/organise/people`]) assert.match((await as(gwen).get(page)).text, /Nell Ashworth[^]*Meets newcomers at the door/);
  for (const page of [mine, `${event.path}/people`, event.path]) assertValid((await as(nell).get(page)).text);
  await work();
  assert.equal((await lettersTo(house, gwen.address)).length, 1, "told once");

  // Whoever counts on somebody hears that they cannot after all; she changes her mind again, and is asked again
  await as(nell).post(mine, { do: "decline", kind: "newcomers" });
  await work();
  assert.match((await lettersTo(house, gwen.address)).at(-1)!.text, /Nell Ashworth had said yes and cannot after all/);
  await as(nell).post(mine, { do: "offer", kinds: "newcomers" });
  await as(gwen).post(`${list}/${nell.id}`, { kind: "newcomers" });
  await as(nell).post(mine, { do: "agree", kind: "newcomers", shown: "yes" });
  assert.equal(await shown(), true);

  // Not needed after all
  await as(gwen).post(`${list}/${nell.id}/end`, { kind: "newcomers" });
  await work();
  assert.match((await lettersTo(house, nell.address)).at(-1)!.text, /no longer need you for that/);
  assert.equal(await shown(), false);
  const { welcoming, profile } = (await everythingOf(house.db, tomasz.id))!;
  assert.deepEqual([welcoming.map((one) => [one.kind, one.offeredAt !== null]), profile.welcomes], [[["table", true]], []]);
});

test("not this time: the asker sees it, the others see somebody who is not there to be asked", async () => {
  const { house, as, cast, work } = await fresh();
  const { nell, gwen, idris, tomasz } = cast;
  const event = await addMeetUp(house, cast);
  await event.answers("going", nell, gwen, tomasz);
  const [list, mine] = [`${event.path}/welcoming`, `${event.path}/welcome`];
  await as(tomasz).post(mine, { do: "offer", kinds: ["table", "newcomers"] });
  await as(gwen).post(`${list}/${tomasz.id}`, { kind: "table" });
  assert.match((await as(idris).get(list)).text, /Tomasz Wierzba[^]*No answer yet/);
  assert.match((await as(tomasz).get("/")).text, /Gwen Prydderch asks/);
  await ask(house, "insert into hiding (person_id, other_id, kind, since_at) values ($1, $2, 'mute', $3)", [tomasz.id, gwen.id, house.clock.now().toString()]);
  for (const page of ["/", mine]) assert.doesNotMatch((await as(tomasz).get(page)).text, /Gwen Prydderch asks/, "whom he has muted is not named to him");
  await as(tomasz).post(mine, { do: "decline", kind: "table" });
  await work();

  assert.match((await as(gwen).get(list)).text, /Tomasz Wierzba[^]*Not this time[^]*Only you see this/);
  for (const page of [list, `${list}?q=wierz`]) assert.doesNotMatch((await as(idris).get(page)).text.replace(/value="wierz"/, ""), HIDDEN);
  assert.equal((await as(idris).post(`${list}/${tomasz.id}`, { kind: "table" })).status, 404);
  assert.equal((await lettersTo(house, gwen.address)).length, 0, "no letter says it");
  const { rows } = await ask(house, "select about from change where kind = 'welcoming.answered'");
  assert.deepEqual(rows, [{ about: { welcome: "table" } }], "nor does the log");

  // A change of mind
  await as(tomasz).post(mine, { do: "offer", kinds: "table" });
  assert.match((await as(idris).get(list)).text, /Tomasz Wierzba[^]*Would host a table/);
  await ask(house, "update rsvp set answer = 'not_going' where person_id = $1", [tomasz.id]);
  assert.doesNotMatch((await as(idris).get(list)).text, HIDDEN, "who does not come welcomes nobody");
});
