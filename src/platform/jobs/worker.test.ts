import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../../test/event.ts";
import { fresh } from "../../../test/fresh.ts";
import { enqueue } from "./enqueue.ts";
import { Heartbeat } from "./heartbeat.ts";
import { startWorker } from "./worker.ts";
import { giveBackJobs, lockedFor, silentWorkers, workerSeen } from "./worker.sql.ts";

async function until(question: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !question(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(question(), "it came about within half a minute");
}

test("work goes on after the database has cut every connection, again and again", async (t) => {
  const { house } = await fresh();
  const done: number[] = [];
  const worker = await startWorker(house.db, house.db.connection, { count: async ({ n }) => void done.push(n as number) }, [], () => {});
  t.after(() => worker.stop());
  for (let n = 1; n <= 4; n++) {
    await ask(house, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    await house.db.transaction((tx) => enqueue(tx, "count", { n }, { key: `count:${n}` })).catch(() => house.db.transaction((tx) => enqueue(tx, "count", { n }, { key: `count:${n}` })));
    await until(() => done.includes(n));
  }
  assert.deepEqual([...new Set(done)], [1, 2, 3, 4]);
});

test("a job that was locked for us without our hearing of it is given back, one under way is not", async () => {
  const { house } = await fresh();
  await house.db.transaction((tx) => enqueue(tx, "heard", {}));
  await house.db.transaction((tx) => enqueue(tx, "unheard", {}, { queue: "one by one" }));
  await ask(house, "update graphile_worker._private_jobs set locked_by = 'pool-us', locked_at = now() - interval '16 seconds'");
  await ask(house, "update graphile_worker._private_job_queues set locked_by = 'pool-us', locked_at = now()");
  const [heard, unheard] = await lockedFor.many(house.db, "pool-us", 15);
  const heartbeat = new Heartbeat(house.db, new Set([heard!.id]));
  heartbeat.carry("pool-us");
  let free: string[] = [];
  for (let i = 0; i < 100 && free.length === 0; i++) {
    free = (await ask(house, "select id from graphile_worker._private_jobs where locked_by is null")).rows.map((row) => row.id);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await heartbeat.stop();
  assert.deepEqual(free, [unheard!.id]);
  assert.equal((await ask(house, "select 1 from graphile_worker._private_job_queues where locked_by is not null")).rowCount, 0);
});

test("a job that fails is tried again, and the failure is told", async (t) => {
  const { house } = await fresh();
  const told: string[] = [];
  let tries = 0;
  const tasks = {
    brittle: async () => {
      if (++tries === 1) throw new Error("not yet");
    },
  };
  const worker = await startWorker(house.db, house.db.connection, tasks, [], (task, error) => told.push(`${task}: ${(error as Error).message}`));
  t.after(() => worker.stop());
  await house.db.transaction((tx) => enqueue(tx, "brittle", {}));
  await until(() => tries === 2);
  assert.deepEqual(told, ["brittle: not yet"]);
});

test("the heartbeat stands under the name that holds the locks", async (t) => {
  const { house } = await fresh();
  let busy = true;
  const worker = await startWorker(house.db, house.db.connection, { slow: async () => until(() => !busy) }, [], () => {});
  t.after(async () => {
    busy = false;
    await worker.stop();
  });
  await house.db.transaction((tx) => enqueue(tx, "slow", {}));
  let held: string | undefined;
  for (let i = 0; i < 100 && !held; i++) {
    held = (await ask(house, "select locked_by from graphile_worker._private_jobs where locked_by is not null")).rows[0]?.locked_by;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const beats = await ask(house, "select worker_id from worker_heartbeat");
  assert.deepEqual(beats.rows, [{ worker_id: held }]);
  assert.deepEqual(await silentWorkers.many(house.db, 15), []);
  await ask(house, "update worker_heartbeat set seen_at = now() - interval '16 seconds'");
  assert.deepEqual(await silentWorkers.many(house.db, 15), [{ workerId: held }]);
  await workerSeen.run(house.db, held!);
  assert.deepEqual(await silentWorkers.many(house.db, 15), []);
});

test("what the dead held can be taken again, queues included", async () => {
  const { house } = await fresh();
  await house.db.transaction((tx) => enqueue(tx, "consequences", {}, { queue: "one by one" }));
  await ask(house, "update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '1 minute', attempts = 1");
  await ask(house, "update graphile_worker._private_job_queues set locked_by = 'pool-dead', locked_at = now() - interval '1 minute'");
  assert.deepEqual(await silentWorkers.many(house.db, 15), [{ workerId: "pool-dead" }]);
  await giveBackJobs.run(house.db, ["pool-dead"]);
  assert.deepEqual(await silentWorkers.many(house.db, 15), []);
  assert.equal((await ask(house, "select 1 from graphile_worker._private_jobs where is_available")).rowCount, 1);
});
