/** Leaving does not end a bar: it is kept by a keyed hash of the address, and holds again for whoever proves to own that address. */
import { createHmac } from "node:crypto";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { newToken } from "../platform/ids.ts";
import { addressesOf } from "./address.sql.ts";
import { barSecret, isBarredAnywhere, keepBarsOf, makeBarSecret, takeKeptBars } from "./kept-bar.sql.ts";

/** Before the person is erased. */
export async function keepBars(tx: Tx, personId: string): Promise<void> {
  if (!(await isBarredAnywhere.one(tx, personId)).is) return;
  await makeBarSecret.run(tx, newToken());
  for (const { address } of await addressesOf.many(tx, personId)) await keepBarsOf.run(tx, personId, await hashOf(tx, address));
}

/** In the transaction that makes an address somebody's. */
export async function renewBars(tx: Tx, personId: string, address: string, at: Temporal.Instant): Promise<void> {
  if (!(await barSecret.maybe(tx))) return; // nobody was ever erased while barred
  const reason = translator(defaultLocale)("people.keptBar");
  for (const { sanctionId, unitId, eventId } of await takeKeptBars.many(tx, personId, await hashOf(tx, address), reason, at)) {
    await record(tx, { kind: "sanction.renewed", at, by: null, personId, unitId, eventId, about: { sanctionId } });
  }
}

async function hashOf(tx: Tx, address: string): Promise<Buffer> {
  const { secret } = await barSecret.one(tx);
  return createHmac("sha256", secret).update(address.toLowerCase()).digest();
}
