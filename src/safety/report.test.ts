import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { lettersTo, linkIn } from "../../test/letters.ts";

/** Nell, Tomasz and Gwen come; Nell has written a message. Gwen organises East Anglia, Idris the Guild, Ada looks after the server. */
async function scene() {
  const server = await fresh();
  const meetUp = await addMeetUp(server.house, server.cast);
  await meetUp.answers("going", server.cast.nell, server.cast.tomasz, server.cast.gwen);
  await server.as(server.cast.nell).post(`${meetUp.path}/conversation`, { body: "Nobody wants you here", once: "unkind" });
  const { rows } = await ask(server.house, "select id from message");
  return { ...server, meetUp, message: rows[0].id as string };
}

const wrong = { kind: "unkind", words: "She said that to me" };

/** Reports as somebody, and gives the report's address. */
async function reported(server: Fresh, path: string, by: keyof Fresh["cast"], to: string): Promise<string> {
  const answer = await server.as(server.cast[by] as never).post(`${path}/report`, { ...wrong, to });
  assert.equal(answer.status, 303, answer.text);
  const { rows } = await ask(server.house, "select id from report order by reported_at desc, id desc limit 1");
  return `/reports/${rows[0].id}`;
}

test("a report goes to the organisers, who see it with its neighbours; who made it is not named", async () => {
  const server = await scene();
  const { as, cast, house, work, message } = server;
  const report = await reported(server, `/messages/${message}`, "tomasz", cast.eastAnglia.id);
  await work();
  assert.match((await lettersTo(house, cast.gwen.address)).at(-1)!.subject, /reported to the organisers of East Anglia/);
  assert.equal((await lettersTo(house, cast.ada.address)).length, 0, "there are organisers: nobody else is asked by letter");
  const page = (await as(cast.gwen).get(report)).text;
  assert.match(page, /Nobody wants you here/);
  assert.match(page, /She said that to me/);
  assert.doesNotMatch(page, /Tomasz/);
  assert.match((await as(cast.gwen).get("/")).text, /A report waits for you/);
  for (const one of [cast.nell, cast.tomasz, cast.hal]) assert.equal((await as(one).get(report)).status, 404, one.name);
  const { rows } = await ask(house, "select by_person_id from change where kind = 'report.made'");
  assert.equal(rows[0].by_person_id, null, "the log does not tell either");
});

test("a report about an organiser is not for them: the others and the administrators get it", async () => {
  const server = await scene();
  const { as, cast, house, work } = server;
  const report = await reported(server, `/people/${cast.gwen.id}`, "nell", cast.eastAnglia.id);
  await work();
  assert.equal((await as(cast.gwen).get(report)).status, 404);
  assert.doesNotMatch((await as(cast.gwen).get("/reports")).text, /page of Gwen/);
  for (const one of [cast.idris, cast.ada]) {
    assert.equal((await as(one).get(report)).status, 200);
    assert.ok((await lettersTo(house, one.address)).some((letter) => letter.kind === "safety"), one.name);
  }
  assert.ok(!(await lettersTo(house, cast.gwen.address)).some((letter) => letter.kind === "safety"));
});

test("what is sent past the organisers stays with those who look after the server", async () => {
  const server = await scene();
  const { as, cast, meetUp } = server;
  const report = await reported(server, meetUp.path, "zoe", "server");
  assert.equal((await as(cast.gwen).get(report)).status, 404);
  assert.equal((await as(cast.ada).get(report)).status, 200);
  await as(cast.tomasz).post(`${meetUp.path}/report`, { ...wrong, to: cast.flc.id });
  assert.doesNotMatch((await as(cast.hal).get("/reports")).text, /Old Reading Room/, "nor to organisers who are not theirs to ask");
});

test("a wrong form keeps what was typed; the same again is one report; there is an end to reporting", async () => {
  const { as, cast, house, meetUp } = await scene();
  const nobody = await as(cast.zoe).post(`${meetUp.path}/report`, { words: "The stairs", to: "server" });
  assert.equal(nobody.status, 422);
  assert.match(nobody.text, /Choose what is wrong/);
  assert.match(nobody.text, /The stairs/);
  for (let n = 0; n < 10; n++) await as(cast.zoe).post(`${meetUp.path}/report`, { ...wrong, to: "server" });
  assert.equal((await ask(house, "select from report")).rowCount, 1);
  assert.equal((await as(cast.zoe).post(`${meetUp.path}/report`, { ...wrong, to: "server" })).status, 429);
});

test("a removed message is kept for an objection, which somebody else answers; lifted, it stands again", async () => {
  const server = await scene();
  const { as, cast, house, work, meetUp, message } = server;
  const report = await reported(server, `/messages/${message}`, "tomasz", cast.eastAnglia.id);
  const noReason = await as(cast.gwen).post(report, { act: "removal", reason: "", length: "week" });
  assert.match(noReason.text, /Write the reason/);
  assert.equal((await as(cast.gwen).post(report, { act: "removal", reason: "Kinder, please", length: "week" })).status, 303);
  assert.doesNotMatch((await as(cast.tomasz).get(`${meetUp.path}/conversation`)).text, /Nobody wants you/);
  await work();
  assert.match((await lettersTo(house, cast.tomasz.address)).at(-1)!.subject, /has been looked at/);
  const letter = (await ask(house, "select body_text from letter where to_address = $1 and is_secret", [cast.nell.address])).rows[0].body_text as string;
  assert.match(letter, /Kinder, please/);
  assert.doesNotMatch(letter, /Tomasz/);

  const link = linkIn(letter);
  assert.match((await as(null).get(link)).text, /Nobody wants you here/, "their own words, behind their own link");
  assert.equal((await as(null).post(link, { words: "It was a quotation" })).status, 303);
  await as(null).post(link, { words: "And another thing" });
  await work();
  const sanction = `/sanctions/${(await ask(house, "select id from sanction")).rows[0].id}`;
  assert.ok((await lettersTo(house, cast.idris.address)).some(({ subject }) => /objects to a decision/.test(subject)));
  assert.match((await as(cast.gwen).get(sanction)).text, /Somebody else answers this/);
  assert.equal((await as(cast.gwen).post(`${sanction}/answer`, { answer: "uphold" })).status, 404, "not by whoever decided");
  assert.match((await as(cast.idris).get(sanction)).text, /It was a quotation/);
  assert.doesNotMatch((await as(cast.idris).get(sanction)).text, /another thing/, "once");
  assert.equal((await as(cast.idris).post(`${sanction}/answer`, { answer: "lift", words: "You are right" })).status, 303);
  assert.match((await as(cast.tomasz).get(`${meetUp.path}/conversation`)).text, /Nobody wants you here/);
  await work();
  assert.match((await lettersTo(house, cast.nell.address)).at(-1)!.text, /You are right/);
});

test("two who decide at once: one decision", async () => {
  const server = await scene();
  const { as, cast, house } = server;
  const report = await reported(server, `/people/${cast.nell.id}`, "tomasz", cast.tlg.id);
  const decided = await Promise.all([cast.idris, cast.ada].map((one) => as(one).post(report, { act: "warning", reason: "Please stop", length: "week" })));
  assert.deepEqual(decided.map(({ status }) => status), [303, 303]);
  assert.equal((await ask(house, "select from sanction")).rowCount, 1);
});

test("an organiser may not limit or suspend, nor bar one who organises beside them", async () => {
  const server = await scene();
  const { as, cast, house, message } = server;
  const report = await reported(server, `/messages/${message}`, "tomasz", cast.eastAnglia.id);
  assert.doesNotMatch((await as(cast.gwen).get(report)).text, /Suspend their account/);
  assert.equal((await as(cast.gwen).post(report, { act: "suspension", reason: "Enough", length: "good" })).status, 422);
  await ask(house, "insert into organiser (person_id, unit_id, starts_at) values ($1, $2, $3)", [cast.nell.id, cast.eastAnglia.id, house.clock.now().toString()]);
  assert.match((await as(cast.gwen).post(report, { act: "bar-unit", reason: "Enough", length: "good" })).text, /organise it themselves/);
  assert.equal((await as(cast.idris).post(report, { act: "bar-unit", reason: "Enough", length: "good" })).status, 303, "from above");
});
