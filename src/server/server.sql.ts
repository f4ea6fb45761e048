import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { ServerSettings } from "./server.ts";

export const settingsOfServer = query({ value: col.json<Partial<ServerSettings>>() }, () => sql`select value from setting where name = 'server'`);

/** Two administrators who save at once do so one after the other. */
export const lockServer = command(() => sql`select pg_advisory_xact_lock(hashtext('server settings'))`);

export const saveServerSettings = command(
  (value: string, now: Temporal.Instant) => sql`
    insert into setting (name, value, updated_at)
    values ('server', ${value}::jsonb, ${now})
    on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`,
);

/** Announcements that have not been taken down; the clock decides which of them still hold. */
export const bannersOfServer = query(
  { id: col.uuid, words: col.text, untilAt: col.instant },
  (now: Temporal.Instant) => sql`
    select id, words, until_at as "untilAt"
      from server_announcement
     where withdrawn_at is null and until_at > ${now}
     order by created_at desc, id desc
     limit 5`,
);
