/** What organisers ask of whoever comes, and what becomes of the answers. */
import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { tracesOf } from "../../test/traces.ts";
import { english } from "../platform/i18n/catalogue.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { forgetSayingsJob } from "./question.jobs.ts";
import { isLedToQuestions, readSayings } from "./question.ts";
import type { Question } from "./question.ts";

const t = ((key: keyof typeof english) => english[key]) as unknown as Translate;

test("an answer is one of the options, as often as it may be, and words within their length", () => {
  const options = ["tea", "coffee", "water"];
  const question = fc.record({ id: fc.constant("1"), kind: fc.constantFrom("text" as const, "one" as const, "many" as const), words: fc.constant("?"), purpose: fc.constant("!"), options: fc.constant(options), isRequired: fc.boolean() });
  const typed = fc.oneof(fc.constantFrom(...options, "", " "), fc.string({ maxLength: 400 }), fc.array(fc.constantFrom(...options, "milk"), { maxLength: 5 }));
  fc.assert(
    fc.property(question, typed, (asked: Question, value) => {
      const { sayings, errors } = readSayings([asked], { questions: "yes", "q-1": value }, t);
      const said = sayings[0]!.said;
      assert.equal(new Set(said).size, said.length);
      if (errors["q-1"]) return;
      assert.ok(said.length > 0 || !asked.isRequired);
      if (asked.kind === "text") assert.ok(said.every((text) => text.length <= 300));
      else assert.ok(said.every((one) => options.includes(one)) && (asked.kind === "many" || said.length <= 1));
    }),
  );
});

test("whoever is in already is not led to what they may leave out", () => {
  const asked = (isRequired: boolean, said: string[] | null) => ({ id: "1", kind: "text" as const, words: "?", purpose: "!", options: [], isRequired, said });
  assert.ok(isLedToQuestions([asked(false, null)], false));
  assert.ok(!isLedToQuestions([asked(false, null)], true));
  assert.ok(isLedToQuestions([asked(true, null)], true));
  assert.ok(!isLedToQuestions([asked(true, ["Yes"])], false));
});

const SUPPER = { kind1: "one", words1: "What do you eat?", purpose1: "So that the Eel can cook.", options1: "Fish\nPie\n", required1: "yes" };
const TRAIN = { kind2: "text", words2: "Which train do you take?", purpose2: "So that we can meet you." };

test("asked of whoever comes, read by organisers alone, kept as they were read, and gone four weeks after", async () => {
  const { house, cast, as, at } = await fresh();
  const { nell, gwen, tomasz, hal, misaki } = cast;
  const meetUp = await addMeetUp(house, cast);
  const [settings, answer, people] = [`${meetUp.path}/questions`, `${meetUp.path}/answer`, `${meetUp.path}/organise/people`];
  const ids = async () => (await ask(house, "select id from event_question where stopped_at is null order by nth")).rows.map(({ id }) => id as string);

  // Settled
  for (const other of [nell, tomasz]) assert.equal((await as(other).post(settings, SUPPER)).status, 404);
  const wrong = await as(gwen).post(settings, { ...SUPPER, purpose1: "", options1: "Fish", words2: "No kind" });
  assert.equal(wrong.status, 422);
  for (const words of ["Say what the answers are for", "Write two to 10", "Choose how this question is answered", "What do you eat?"]) assert.ok(wrong.text.includes(words), words);
  assert.equal((await as(gwen).post(settings, { ...SUPPER, ...TRAIN })).status, 303);
  const [supper, train] = (await ids()) as [string, string];

  // Asked
  assert.match((await as(nell).get(meetUp.path)).text, /two questions from the organisers come next/);
  const led = await as(nell).post(answer, { answer: "part", untilTime: "19:00" });
  assert.ok(led.status === 200 && led.text.includes("Nothing is saved yet") && led.text.includes('value="19:00"') && led.text.includes("So that the Eel can cook."));
  assert.equal((await meetUp.row())["going_count"], 0, "nothing is saved yet");
  const typed = { answer: "part", untilTime: "19:00", questions: "yes", [`q-${train}`]: "The 17:02" };
  for (const eaten of [{}, { [`q-${supper}`]: "Swan" }]) {
    const back = await as(nell).post(answer, { ...typed, ...eaten });
    assert.ok(back.status === 422 && back.text.includes("The 17:02") && back.text.includes("Choose what you answer to “What do you eat?”"));
  }
  assert.equal((await as(nell).post(answer, { ...typed, [`q-${supper}`]: "Pie" })).status, 303);
  assert.equal((await as(hal).post(answer, { answer: "not_going" })).status, 303, "whoever says no is asked nothing");
  await as(misaki).post(answer, { answer: "going", questions: "yes", [`q-${supper}`]: "Fish" });
  assert.match((await as(nell).get(answer)).text, /value="Pie" checked/);
  assert.equal((await as(nell).post(answer, { answer: "going" })).status, 303, "who has answered is not asked again");

  // Read
  const row = async (name: string) => parse((await as(gwen).get(`${people}/export`)).text, { bom: true, columns: true }).find((each: any) => each.Name === name) as any;
  assert.deepEqual([(await row("Nell Ashworth"))["What do you eat?"], (await row("Nell Ashworth"))["Which train do you take?"]], ["Pie", "The 17:02"]);
  assert.match((await as(gwen).get(people)).text, /Which train do you take\?<\/span><br><span dir="auto">The 17:02/);
  assert.match((await as(gwen).get(`${meetUp.path}/organise`)).text, /<dt dir="auto">Pie<\/dt><dd>1<\/dd>/);
  await ask(house, "insert into event_duty (id, event_id, person_id, duty, given_at) values (gen_random_uuid(), $1, $2, 'door', now())", [meetUp.id, nell.id]);
  const door = await as(nell).get(people);
  assert.ok(door.status === 200 && !door.text.includes("The 17:02"), "not at the door");
  assert.equal((await as(nell).get(settings)).status, 404);
  assert.deepEqual(await tracesOf(house, ["The 17:02"]), ["question_answer.said"], "in no letter and no log");

  // What was answered stays as it was read, whatever the form says.
  const changed = await as(gwen).post(settings, { id1: supper, ...SUPPER, words1: "What do you hate?", id2: train, required2: "yes" });
  assert.equal(changed.status, 303);
  assert.deepEqual((await ask(house, "select words, is_required from event_question order by nth")).rows.map(({ words, is_required }) => [words, is_required]), [["What do you eat?", true], ["Which train do you take?", true]]);
  assert.equal((await as(gwen).post(settings, { id1: supper, stop1: "yes", id2: train, kind3: "many", words3: "What can you bring?", purpose3: "So that nobody brings ten cakes.", options3: "Cake\nTea" })).status, 303);
  assert.equal((await ids()).length, 2);
  const page = (await as(gwen).get(settings)).text;
  assert.match(page, /No longer asked/);
  assert.equal((await row("Nell Ashworth"))["What do you eat?"], "Pie", "what was answered stays to be read");
  assert.ok(!(await as(tomasz).get(answer)).text.includes("What do you eat?"));
  await as(gwen).post(settings, { id1: train, id2: (await ids())[1]!, kind2: "" });
  assert.equal((await ids()).length, 1, "one without answers is taken away");

  // Gone
  await as(nell).post(answer, { answer: "not_going" });
  assert.equal(await row("Nell Ashworth"), undefined);
  await forgetSayingsJob(at("2026-08-06T19:00:00Z"));
  assert.equal((await ask(house, "select from question_answer")).rowCount, 3);
  await forgetSayingsJob(at("2026-08-06T20:01:00Z"));
  assert.deepEqual(await tracesOf(house, ["The 17:02"]), []);
});
