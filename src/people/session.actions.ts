import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { hashToken, newToken } from "../platform/ids.ts";
import { sessionEnd } from "./session.ts";
import { deleteOtherSessions, deleteSession, insertSession } from "./session.sql.ts";
import type { Viewer } from "./viewer.ts";

/** Inside the transaction that found out who it is. Returns the token for the cookie; only its hash is stored. */
export async function startSession(tx: Tx, personId: string, device: string, now: Temporal.Instant): Promise<string> {
  const token = newToken();
  await insertSession.run(tx, hashToken(token), personId, device, now, sessionEnd(now));
  return token;
}

/** Signs out one browser: this one, or another of theirs. Nothing happens to a session that is not theirs. */
export async function endSession(house: House, by: Viewer, sessionId: string): Promise<{ kind: "ended" } | { kind: "not-found" }> {
  return house.db.transaction(async (tx) => {
    if ((await deleteSession.run(tx, by.personId, sessionId)) === 0) return { kind: "not-found" };
    await record(tx, { kind: "session.ended", at: house.clock.now(), by: by.personId, personId: by.personId });
    return { kind: "ended" };
  });
}

export async function endOtherSessions(house: House, by: Viewer): Promise<number> {
  return house.db.transaction(async (tx) => {
    const ended = await deleteOtherSessions.run(tx, by.personId, by.sessionId);
    if (ended > 0) await record(tx, { kind: "session.ended", at: house.clock.now(), by: by.personId, personId: by.personId, about: { ended } });
    return ended;
  });
}
