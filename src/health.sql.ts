import { col } from "./platform/db/columns.ts";
import { query } from "./platform/db/query.ts";
import { sql } from "./platform/db/sql.ts";

/** Answers when the database does and its schema is there. */
export const health = query({ ready: col.int }, () => sql`select 1 as "ready" from setting where false union all select 1 limit 1`);
