import type { House } from "../house.ts";
import { fetchOutside } from "../platform/http/fetch-outside.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { NETWORKS } from "./handle.ts";
import { isProvable, LOOK_AGAIN_DAYS, UNREACHED_DAYS, verdictOn } from "./handle-proof.ts";
import { handleToProve, settleProof, takeDueProofs } from "./handle-proof.sql.ts";
import { personUrl } from "./person.ts";

const LIMITS = { seconds: 10, megabytes: 1 };

/** Goes to the page of one handle. No transaction is open meanwhile: the other side may take its time. */
export async function lookAtHandle(house: House, { handleId }: Record<string, unknown>, fetch: typeof fetchOutside = fetchOutside): Promise<void> {
  const handle = await handleToProve.maybe(house.db, handleId as string);
  const url = handle && isProvable(handle.network) ? NETWORKS[handle.network].url(handle.value) : null;
  if (!handle || !url) return;
  const verdict = verdictOn(await fetch(url, LIMITS), house.config.baseUrl + personUrl(handle.personId));
  const now = house.clock.now();
  await settleProof.run(house.db, handleId as string, verdict, now, now.subtract({ hours: 24 * UNREACHED_DAYS }));
}

/** A hundred an hour, each in a job of its own. */
export async function lookAgain(house: House): Promise<void> {
  await house.db.transaction(async (tx) => {
    const now = house.clock.now();
    const due = await takeDueProofs.many(tx, now, now.subtract({ hours: 24 * LOOK_AGAIN_DAYS }), 100);
    for (const { id } of due) await enqueue(tx, "look-at-handle", { handleId: id }, { key: `look-at-handle:${id}` });
  });
}
