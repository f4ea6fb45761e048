import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { asking, standing } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { acceptConnection, askAfresh, connectionForUpdate, declineConnection, endConnection, insertConnection, reopenDeclined } from "./connection.sql.ts";
import { personSeenBy } from "./person.sql.ts";
import { limitedNow } from "./sanction.sql.ts";
import type { Viewer } from "./viewer.ts";

/** Asks for a connection with someone whose page they may see, with a note that only that person reads. Asking someone who has asked them connects the two. */
export async function askToConnect(house: House, by: Viewer, otherId: string, note: string | null = null): Promise<{ kind: "asked" | "connected" | "limited" | "not-found" }> {
  const me = by.personId;
  return house.db.transaction(async (tx) => {
    const now = house.clock.now();
    const other = await personSeenBy.maybe(tx, otherId, me);
    if (!other?.isClaimed || otherId === me) return { kind: "not-found" };
    if ((await limitedNow.one(tx, me)).is) return { kind: "limited" };
    if (await insertConnection.run(tx, me, otherId, note, now)) {
      await record(tx, { kind: "connection.asked", at: now, by: me, personId: otherId });
      return { kind: "asked" };
    }
    const row = await connectionForUpdate.one(tx, me, otherId);
    switch (asking(row, me)) {
      case "accept":
        await acceptConnection.run(tx, row.askerId, row.askedId, now);
        await record(tx, { kind: "connection.accepted", at: now, by: me, personId: otherId });
        return { kind: "connected" };
      case "reopen-declined":
        await reopenDeclined.run(tx, me, otherId);
        return { kind: "asked" };
      case "ask-afresh":
        await askAfresh.run(tx, me, otherId, note, now);
        await record(tx, { kind: "connection.asked", at: now, by: me, personId: otherId });
        return { kind: "asked" };
      default:
        return { kind: row.acceptedAt ? "connected" : "asked" };
    }
  });
}

export type Answered = { kind: "connected" | "declined" | "withdrawn" | "ended" | "gone" };

export function acceptAsker(house: House, by: Viewer, askerId: string): Promise<Answered> {
  return changing(house, by, askerId, async (tx, row, now) => {
    if (standing(row, by.personId) === "connected") return { kind: "connected" };
    if (standing(row, by.personId) !== "asks") return { kind: "gone" };
    await acceptConnection.run(tx, row.askerId, row.askedId, now);
    await record(tx, { kind: "connection.accepted", at: now, by: by.personId, personId: askerId });
    return { kind: "connected" };
  });
}

/** Nobody is told. */
export function declineAsker(house: House, by: Viewer, askerId: string): Promise<Answered> {
  return changing(house, by, askerId, async (tx, row, now) => {
    if (standing(row, by.personId) === "asks") await declineConnection.run(tx, row.askerId, row.askedId, now);
    return { kind: standing(row, by.personId) === "connected" ? "gone" : "declined" };
  });
}

/** Takes a request back. It stays known that the other declined, so that asking again does not ask them again. */
export function withdrawAsking(house: House, by: Viewer, askedId: string): Promise<Answered> {
  return changing(house, by, askedId, async (tx, row, now) => {
    if (standing(row, by.personId) !== "asked") return { kind: "gone" };
    await endConnection.run(tx, row.askerId, row.askedId, now);
    return { kind: "withdrawn" };
  });
}

export function disconnect(house: House, by: Viewer, otherId: string): Promise<Answered> {
  return changing(house, by, otherId, async (tx, row, now) => {
    if (standing(row, by.personId) !== "connected") return { kind: "gone" };
    await endConnection.run(tx, row.askerId, row.askedId, now);
    await record(tx, { kind: "connection.ended", at: now, by: by.personId, personId: otherId });
    return { kind: "ended" };
  });
}

async function changing(house: House, by: Viewer, otherId: string, change: (tx: Tx, row: Connection, now: Temporal.Instant) => Promise<Answered>): Promise<Answered> {
  return house.db.transaction(async (tx) => {
    const row = await connectionForUpdate.maybe(tx, by.personId, otherId);
    return row ? change(tx, row, house.clock.now()) : { kind: "gone" };
  });
}
