import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../../test/event.ts";
import { fresh } from "../../../test/fresh.ts";
import { openPostOffice } from "../../../test/mail/post-office.ts";
import { newId } from "../ids.ts";
import { openSmtp } from "./smtp.ts";
import { writeLetter, writeLetters } from "./letter.ts";
import { giveTurns } from "./turns.jobs.ts";
import { countAwaiting } from "./turns.sql.ts";
import { minutesFor, perRound } from "./turns.ts";

const post = { now: Temporal.Instant.from("2026-07-07T09:00:00Z"), host: "localhost" };
const words = { text: "Words", html: "<p>Words</p>" };

test("a round is a share of a minute, and the last of ten thousand leaves within the forty minutes that are said", () => {
  for (const perMinute of [1, 7, 60, 250, 6000]) {
    assert.ok(perRound(perMinute) * 12 >= perMinute, "twelve rounds are enough for a minute's letters");
    assert.ok(perRound(perMinute) >= 1);
  }
  assert.equal(minutesFor(10_000, 250), 40);
  assert.equal(minutesFor(1, 250), 1);
});

test("letters to many leave in turn: urgent ones first, mailings side by side, never more than a minute's; a sign-in link waits for none of them", async () => {
  const { house, work } = await fresh({ cast: false, settings: { LETTERS_A_MINUTE: "36" } });
  const mailing = (kind: string, count: number) => Array.from({ length: count }, (_, n) => ({ id: newId(), kind, to: `${kind}${n}@example.org`, subject: kind, ...words }));
  await house.db.transaction(async (tx) => {
    await writeLetters(tx, mailing("announcement", 40), post);
    await writeLetters(tx, mailing("weekly", 2), post);
    await writeLetters(tx, mailing("changed", 1), post);
    await writeLetter(tx, newId(), { kind: "sign-in", to: "link@example.org", subject: "Link", ...words, isSecret: true }, post);
  });
  const office = await openPostOffice();
  const smtp = openSmtp({ smtpUrl: office.url, from: "b@example.org", dkim: null });
  await work(smtp);
  const sent = () => office.delivered.map(({ to }) => to.replace(/\d*@.*/, "")).sort();
  assert.deepEqual(sent(), ["announcement", "changed", "link", "weekly"], "the first round: three, and the link beside them");
  assert.equal((await countAwaiting.one(house.db, null)).all, 40);
  const due = (await ask(house, "select extract(epoch from run_at - now())::int as seconds from graphile_worker._private_jobs where key = 'letter-turns'")).rows;
  assert.deepEqual(due.map(({ seconds }) => seconds > 0 && seconds <= 5), [true], "one further round, in some seconds");

  for (let round = 0; round < 20; round++) await giveTurns(house.db, 36);
  assert.equal((await countAwaiting.one(house.db, null)).all, 43 - 36, "not one more within the minute, however many rounds there are");
  await ask(house, "update letter set turn_at = turn_at - interval '61 seconds'");
  for (let round = 0; round < 20; round++) await giveTurns(house.db, 36);
  assert.equal((await countAwaiting.one(house.db, null)).all, 0);
  await work(smtp);
  assert.equal(office.delivered.length, 44, "each once");
  smtp.close();
  await office.close();
});
