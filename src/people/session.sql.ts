import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const insertSession = command(
  (tokenHash: Buffer, personId: string, device: string, now: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    insert into session (token_hash, person_id, device, created_at, last_seen_at, expires_at)
    values (${tokenHash}, ${personId}, ${device}, ${now}, ${now}, ${expiresAt})`,
);

/** Where someone is signed in, the latest seen first. */
export const sessionsOf = query(
  { id: col.uuid, device: col.text, createdAt: col.instant, lastSeenAt: col.instant },
  (personId: string, now: Temporal.Instant) => sql`
    select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt"
      from session
     where person_id = ${personId}
       and expires_at > ${now}
     order by last_seen_at desc, created_at desc, id`,
);

export const deleteSession = command((personId: string, sessionId: string) => sql`delete from session where person_id = ${personId} and id = ${sessionId}`);

export const deleteOtherSessions = command(
  (personId: string, keptId: string) => sql`delete from session where person_id = ${personId} and id <> ${keptId}`,
);

export const deleteSessions = command((personId: string) => sql`delete from session where person_id = ${personId}`);
