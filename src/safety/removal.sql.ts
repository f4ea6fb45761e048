import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const messageToRemove = query(
  { conversationId: col.uuid, body: col.text, deletedAt: col.instant.orNull, deletedBy: col.uuid.orNull },
  (id: string) => sql`select conversation_id as "conversationId", body, deleted_at as "deletedAt", deleted_by as "deletedBy" from message where id = ${id}`,
);

/** Only what somebody else took away: words that their author took back stay gone. */
export const restoreMessage = command(
  (id: string, body: string, revision: number) => sql`
    update message
       set body = ${body}, revision = ${revision}, deleted_at = null, deleted_by = null
     where id = ${id} and deleted_at is not null and deleted_by is distinct from author_id`,
);
