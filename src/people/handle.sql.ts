import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Audience } from "./audience.ts";
import { showsHandle } from "./audience.sql.ts";
import type { Network } from "./handle.ts";

export const handlesOf = query(
  { id: col.uuid, network: col.word<Network>(), value: col.text, isKnownBy: col.bool, audience: col.word<Audience>(), verifiedAt: col.instant.orNull, lookedAt: col.instant.orNull },
  (personId: string) => sql`
    select id, network, value, is_known_by as "isKnownBy", audience, verified_at as "verifiedAt", looked_at as "lookedAt"
      from handle
     where person_id = ${personId}
     order by is_known_by desc, position, created_at, id`,
);

/** Those that are shown to whoever stands in this ring (`audience.sql.ts`), and the one on the sticker to all. */
export const handlesShown = query(
  { network: col.word<Network>(), value: col.text, verifiedAt: col.instant.orNull },
  (personId: string, ring: number) => sql`
    select h.network, h.value, h.verified_at as "verifiedAt"
      from handle h
     where h.person_id = ${personId}
       and (h.is_known_by or ${showsHandle(ring)})
     order by h.is_known_by desc, h.position, h.created_at, h.id`,
);

/** Whether there was room for it: the same handle twice is one. */
export const insertHandle = command(
  (personId: string, network: string, value: string, now: Temporal.Instant) => sql`
    insert into handle (person_id, network, value, position, created_at)
    select ${personId}::uuid, ${network}::text, ${value}::text, coalesce(max(position) + 1, 0), ${now}::timestamptz
      from handle
     where person_id = ${personId}
    on conflict (person_id, network, value) do nothing`,
);

export const deleteHandle = command((personId: string, handleId: string) => sql`delete from handle where person_id = ${personId} and id = ${handleId}`);

/** Before another takes its place: two at once are refused by an index. */
export const unsetKnownBy = command((personId: string) => sql`update handle set is_known_by = false where person_id = ${personId} and is_known_by`);

export const setKnownBy = command(
  (personId: string, handleId: string) => sql`update handle set is_known_by = true where person_id = ${personId} and id = ${handleId}`,
);

/** The sticker's copy of the chosen handle, after any change of handles. */
export const copyKnownBy = command(
  (personId: string, now: Temporal.Instant) => sql`
    update person
       set known_by = (select value from handle where person_id = ${personId} and is_known_by), updated_at = ${now}
     where id = ${personId}`,
);
