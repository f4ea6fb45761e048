import type { Database } from "../db/database.ts";
import { messageOf } from "../errors.ts";
import { enqueue, enqueueMany } from "../jobs/enqueue.ts";
import { claimLetter, letterClaim, letterFailed, letterKept, letterSent, lettersLeft, letterWaitsAgain, renewClaim } from "./letter.sql.ts";
import { askForTurns } from "./letter.ts";
import { isAnyAwaiting } from "./turns.sql.ts";
import { RefusedForGood } from "./smtp.ts";
import type { Smtp } from "./smtp.ts";

/** Well within the claim's length. */
const RENEW_MS = 5_000;

/**
 * Sends one letter. It is never lost: whatever goes wrong, the row says that it is unsent and the job comes again. A second copy is possible only
 * when the process dies between the server's 250 and our mark; the Message-ID is the same, so many mail programs show one.
 */
export async function sendLetter(db: Database, smtp: Smtp | null, letterId: string): Promise<void> {
  const letter = await claimLetter.maybe(db, letterId);
  if (!letter) {
    const claim = await letterClaim.maybe(db, letterId); // another process is at it, or died at it
    if (claim?.claimedUntil) await db.transaction((tx) => enqueue(tx, "send-letter", { letterId }, { key: `letter-again:${letterId}`, runAt: claim.claimedUntil! }));
  } else if (!smtp) {
    await letterKept.run(db, letterId);
  } else {
    const renewing = setInterval(() => void renewClaim.run(db, letterId).catch(() => {}), RENEW_MS);
    try {
      await smtp.send(letter);
    } catch (error) {
      await letterFailed.run(db, letterId, messageOf(error).slice(0, 500), error instanceof RefusedForGood);
      if (error instanceof RefusedForGood) return;
      throw error;
    } finally {
      clearInterval(renewing);
    }
    await letterSent.run(db, letterId);
  }
}

/** Queues what was left behind, and the next round of turns if none is due; every few minutes. */
export async function sendLettersLeft(db: Database): Promise<void> {
  const left = await lettersLeft.many(db);
  await db.transaction(async (tx) => {
    await enqueueMany(tx, "send-letter", left.map(({ id }) => ({ payload: { letterId: id }, key: `letter:${id}` })));
    if ((await isAnyAwaiting.one(tx)).is) await askForTurns(tx);
  });
}

/** An administrator asks for one more try, at once. False for a letter that is already sent. */
export function tryAgain(db: Database, letterId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const waits = (await letterWaitsAgain.run(tx, letterId)) === 1;
    if (waits) await enqueue(tx, "send-letter", { letterId }, { key: `letter:${letterId}`, priority: -10 });
    return waits;
  });
}
