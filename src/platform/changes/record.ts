import type { Tx } from "../db/query.ts";
import { newId } from "../ids.ts";
import type { Change } from "./change.ts";
import { insertChange } from "./change.sql.ts";

/** Writes the change and, in the same transaction, queues the job that will look up its consequences (`src/consequences.ts`). */
export async function record(tx: Tx, change: Change): Promise<string> {
  const id = newId(change.at.epochMilliseconds);
  await insertChange.run(tx, id, change);
  return id;
}
