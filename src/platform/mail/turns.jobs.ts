/**
 * Letters to many leave a few at a time: as many as the mail server is to be given in a minute, spread over it. A letter that somebody waits for (a
 * sign-in link, the answer to an answer) never comes through here. The job runs in a queue of its own, so no two processes give turns side by side.
 */
import type { Database } from "../db/database.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { askForTurns } from "./letter.ts";
import { isAnyAwaiting, takeTurns } from "./turns.sql.ts";
import { perRound, ROUND_SECONDS } from "./turns.ts";

/** `perMinute` is null where no mail server is set: then nothing is sent, and all may come to rest in the outbox. */
export async function giveTurns(db: Database, perMinute: number | null): Promise<void> {
  await db.transaction(async (tx) => {
    const most = perMinute === null ? 1_000 : perRound(perMinute);
    for (const { id, urgency } of await takeTurns.many(tx, most, perMinute ?? 1_000_000)) await enqueue(tx, "send-letter", { letterId: id }, { key: `letter:${id}`, priority: urgency });
    if ((await isAnyAwaiting.one(tx)).is) await askForTurns(tx, Temporal.Now.instant().add({ seconds: perMinute === null ? 0 : ROUND_SECONDS }));
  });
}
