/**
 * Exactly once is not to be had over SMTP. What is promised instead: no letter is lost, and a second copy goes out only when the process died
 * between the server's 250 and our mark. Here the process is killed again and again, most often in just that window, and every copy is counted.
 */
import assert from "node:assert/strict";
import test from "node:test";
import pg from "pg";
import { idFrom } from "../../src/platform/ids.ts";
import { writeLetter } from "../../src/platform/mail/letter.ts";
import { ask } from "../event.ts";
import { fresh } from "../fresh.ts";
import { spawnHouse, type Spawned } from "../processes/spawn-house.ts";
import { openPostOffice, type Delivered } from "./post-office.ts";

const LETTERS = 60;
const KILLS = 3;

test("a worker that is killed loses no letter, and doubles only those that were in the window", async (t) => {
  const { house } = await fresh();
  let onDelivery: (letter: Delivered) => unknown = () => {};
  let beforeDelivery: (letter: Delivered) => Promise<void> = async () => {};
  const post = await openPostOffice({ onLetter: (letter) => beforeDelivery(letter), afterLetter: (letter) => onDelivery(letter) });
  t.after(post.close);
  const holder = new pg.Client(house.db.connection);
  await holder.connect();
  t.after(() => holder.end());
  await house.db.transaction(async (tx) => {
    for (let i = 0; i < LETTERS; i++) {
      await writeLetter(tx, idFrom(`letter ${i}`), { kind: "answer", to: `p${i}@example.org`, subject: `${i}`, text: "x", html: "x" }, { now: house.clock.now(), host: "meet.example" });
    }
  });
  const inWindow = new Map<string, number>();
  for (let round = 1; round <= KILLS; round++) {
    const worker = await spawnHouse(house, "--worker", { SMTP_URL: post.url });
    await killedDuring(worker, Math.round((round * LETTERS) / (KILLS + 2)), round);
    const { rows } = await ask(house, "select message_id from letter where sent_at is null");
    for (const { message_id } of rows) {
      if (post.delivered.some((letter) => letter.messageId === message_id)) inWindow.set(message_id, (inWindow.get(message_id) ?? 0) + 1);
    }
    await asIfTimeHadPassed();
  }
  const last = await spawnHouse(house, "--worker", { SMTP_URL: post.url });
  await until(async () => (await ask(house, "select 1 from letter where sent_at is null")).rowCount === 0);
  await last.stop();

  const copies = Map.groupBy(post.delivered, (letter) => letter.messageId);
  assert.equal(copies.size, LETTERS, "none is lost");
  for (const [messageId, all] of copies) assert.ok(all.length <= 1 + (inWindow.get(messageId) ?? 0), `${messageId} went out ${all.length} times`);
  const doubles = post.delivered.length - LETTERS;
  t.diagnostic(`${KILLS} kills, ${inWindow.size} letters caught in the window, ${doubles} second copies`);
  assert.ok(doubles >= 2, "the window was met");
  assert.ok(doubles <= KILLS * 4, "at most as many as are sent side by side");

  /** Odd rounds hold up the mark of one letter, so that the kill surely falls between its 250 and its mark; even ones kill at any moment. */
  async function killedDuring(worker: Spawned, after: number, round: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const isTime = () => new Set(post.delivered.map((letter) => letter.messageId)).size >= after;
    beforeDelivery = async ({ messageId }) => {
      if (round % 2 === 0 || !isTime()) return;
      beforeDelivery = async () => {};
      await holder.query("begin");
      await holder.query("select from letter where message_id = $1 for update", [messageId]);
      onDelivery = (letter) => letter.messageId === messageId && kill();
    };
    onDelivery = () => round % 2 === 0 && isTime() && kill();
    await promise;
    await theDeadSayNothingMore();
    await holder.query("rollback");

    function kill(): void {
      onDelivery = () => {};
      setTimeout(() => void worker.kill().then(resolve), round * 7);
    }
  }

  /** A statement that waits for a lock outlives its client: freed, it would still write the mark. */
  async function theDeadSayNothingMore(): Promise<void> {
    await ask(house, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
  }

  /** The dead worker's jobs are given back after a quarter of a minute (test/processes), and its claims lapse; here at once. */
  async function asIfTimeHadPassed(): Promise<void> {
    await ask(house, "update letter set claimed_until = now() - interval '1 second' where claimed_until is not null");
    await ask(house, "select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))");
  }
});

async function until(question: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600 && !(await question()); i++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(await question(), "it came about within a minute");
}
