import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Of these organisations, those that read letters. */
export const mailboxesOf = query(
  { organisationId: col.uuid, name: col.text },
  (organisationIds: string[]) => sql`
    select o.id as "organisationId", u.name from organisation o join unit u on u.id = o.id where o.id = any(${organisationIds}::uuid[]) and o.mailbox is not null`,
);
