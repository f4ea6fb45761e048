import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { storage } from "./storage.ts";

test("failed jobs: seen in plain words without secrets, tried again or dropped, one or all, by administrators only", async () => {
  const all = await fresh();
  const { house } = all;
  const ada = all.as(all.cast.ada);
  assert.match((await ada.get("/admin/jobs")).text, /No job has failed/);
  const token = "x".repeat(43);
  await house.db.transaction(async (tx) => {
    for (const task of ["confirm-answer", "tell-of-duty", "odd-task"]) await enqueue(tx, task, {});
    await enqueue(tx, "send-letter", { letterId: "0190aaaa-0000-7000-8000-000000000000" });
    await enqueue(tx, "forget-attempts", {});
  });
  await ask(house, `update graphile_worker._private_jobs j set attempts = case t.identifier when 'tell-of-duty' then 25 else 3 end, last_error = $1
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier <> 'forget-attempts'`, [`no such <thing> for nell@example.org with ${token}\nat secret.ts`]);
  const { text } = await ada.get("/admin/jobs");
  assert.match(text, /Given up[\s\S]*Tell somebody of their duty[\s\S]*Will be tried again[\s\S]*Confirm an answer[\s\S]*odd-task[\s\S]*\/admin\/letters\/0190aaaa/);
  assert.match(text, /no such &lt;thing&gt; for …@… with …/);
  assert.doesNotMatch(text, /nell@example|xxxxx|secret\.ts|Clear away old counts/);
  assert.match((await ada.get("/admin")).text, /One job has been tried for the last time/);

  const left = async () => (await ask(house, "select t.identifier as task, j.attempts from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier <> 'consequences' order by j.id")).rows.map(({ task, attempts }) => `${task} ${attempts}`);
  const id = (await ask(house, "select id::text from graphile_worker._private_jobs order by id")).rows.map((row) => row.id as string);
  assert.equal((await all.as(all.cast.nell).post("/admin/jobs/drop")).status, 404);
  assert.equal((await ada.post("/admin/jobs/retry", { job: "1; drop" })).status, 404);
  await ada.post("/admin/jobs/retry", { job: id[0]! });
  assert.match((await ada.get(`/admin/jobs/drop?job=${id[1]}`)).text, /Drop “Tell somebody of their duty”\?/);
  assert.equal((await ada.get(`/admin/jobs/drop?job=${id[3]}`)).status, 303, "a letter is looked after elsewhere");
  await ada.post("/admin/jobs/drop", { job: id[1]! });
  assert.deepEqual(await left(), ["confirm-answer 0", "odd-task 3", "send-letter 3", "forget-attempts 0"]);
  await ada.post("/admin/jobs/drop");
  assert.deepEqual(await left(), ["confirm-answer 0", "send-letter 3", "forget-attempts 0"], "neither letters nor what has not failed");
  await ada.post("/admin/jobs/retry");
  assert.deepEqual(await left(), ["confirm-answer 0", "send-letter 0", "forget-attempts 0"]);
  assert.equal((await ask(house, "select 1 from change where kind in ('jobs.dropped', 'jobs.tried-again')")).rowCount, 4);
  assert.match((await ada.get("/admin")).text, /What takes the room[\s\S]*Messages<\/dt><dd>\d+ kB/);
});

test("the parts of the database are the whole", () => {
  const parts = storage([{ table: "letter", bytes: 5, all: 100 }, { table: "message", bytes: 30, all: 100 }, { table: "conversation", bytes: 1, all: 100 }, { table: "nobody_named_it", bytes: 7, all: 100 }]);
  assert.deepEqual(parts, [{ holding: "messages", bytes: 31 }, { holding: "letters", bytes: 5 }, { holding: "rest", bytes: 64 }]);
});
