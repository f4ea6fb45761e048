import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import type { Network } from "./handle.ts";
import { isProvable } from "./handle-proof.ts";
import { copyKnownBy, deleteHandle, handlesOf, insertHandle, setKnownBy, unsetKnownBy } from "./handle.sql.ts";
import { personForUpdate } from "./profile.sql.ts";
import type { Viewer } from "./viewer.ts";

const MOST = 20;

/** `value` as its network writes it (`handle.ts`). The first handle becomes the one that people know them by. */
export async function addHandle(house: House, by: Viewer, handle: { network: Network; value: string }): Promise<{ kind: "added" | "known" | "too-many" }> {
  return changing(house, by, async (tx) => {
    const before = await handlesOf.many(tx, by.personId);
    if (before.length >= MOST) return { kind: "too-many" };
    if ((await insertHandle.run(tx, by.personId, handle.network, handle.value, house.clock.now())) === 0) return { kind: "known" };
    if (before.length === 0) {
      const [first] = await handlesOf.many(tx, by.personId);
      await setKnownBy.run(tx, by.personId, first!.id);
    }
    return { kind: "added" };
  });
}

/** Taking away the one on the sticker leaves none there: which other one to print is for its owner to say. */
export async function removeHandle(house: House, by: Viewer, handleId: string): Promise<{ kind: "removed" | "not-found" }> {
  return changing(house, by, async (tx) => ({ kind: (await deleteHandle.run(tx, by.personId, handleId)) ? "removed" : "not-found" }));
}

/** Chooses the one that people know them by; null for none. */
export async function chooseKnownBy(house: House, by: Viewer, handleId: string | null): Promise<{ kind: "chosen" | "not-found" }> {
  return changing(house, by, async (tx) => {
    const handles = await handlesOf.many(tx, by.personId);
    if (handleId && !handles.some(({ id }) => id === handleId)) return { kind: "not-found" };
    await unsetKnownBy.run(tx, by.personId);
    if (handleId) await setKnownBy.run(tx, by.personId, handleId);
    return { kind: "chosen" };
  });
}

/** Asks to have the handle's page looked at for the link back. It happens later: the other side may be slow. */
export async function askForProof(house: House, by: Viewer, handleId: string): Promise<{ kind: "asked" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const handle = (await handlesOf.many(tx, by.personId)).find(({ id }) => id === handleId);
    if (!handle || !isProvable(handle.network)) return { kind: "not-found" };
    await enqueue(tx, "look-at-handle", { handleId }, { key: `look-at-handle:${handleId}` });
    return { kind: "asked" };
  });
}

async function changing<T extends { kind: string }>(house: House, by: Viewer, change: (tx: Tx) => Promise<T>): Promise<T> {
  return house.db.transaction(async (tx) => {
    await personForUpdate.one(tx, by.personId); // one change of their handles at a time
    const outcome = await change(tx);
    await copyKnownBy.run(tx, by.personId, house.clock.now());
    await record(tx, { kind: "person.changed", at: house.clock.now(), by: by.personId, personId: by.personId, fields: ["handles"] });
    return outcome;
  });
}
