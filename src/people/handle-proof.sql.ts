import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Network } from "./handle.ts";
import type { Verdict } from "./handle-proof.ts";

export const handleToProve = query(
  { personId: col.uuid, network: col.word<Network>(), value: col.text },
  (handleId: string) => sql`select person_id as "personId", network, value from handle where id = ${handleId}`,
);

/** A page that could not be had changes nothing, until nobody has seen the link for too long. */
export const settleProof = command(
  (handleId: string, verdict: Verdict, now: Temporal.Instant, seenSince: Temporal.Instant) => sql`
    update handle
       set looked_at = ${now},
           verified_at = case ${verdict}::text when 'proved' then ${now}::timestamptz when 'unknown' then case when verified_at > ${seenSince} then verified_at end end
     where id = ${handleId}`,
);

/** Proofs that are due to be looked at again; each is handed out once, whoever else asks. */
export const takeDueProofs = query(
  { id: col.uuid },
  (now: Temporal.Instant, before: Temporal.Instant, count: number) => sql`
    update handle
       set looked_at = ${now}
     where id in (
       select id from handle where verified_at is not null and looked_at < ${before} order by looked_at limit ${count} for update skip locked
     )
    returning id`,
);
