import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** How much each table takes with its indexes, and `all` of the database. */
export const tableSizes = query(
  { table: col.text, bytes: col.big, all: col.big },
  () => sql`
    select case n.nspname when 'public' then c.relname::text else n.nspname::text end as "table",
           pg_total_relation_size(c.oid) as "bytes",
           pg_database_size(current_database()) as "all"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')`,
);
