import type pg from "pg";

/** What a backup says of itself, in its first entry. */
export interface Manifest {
  readonly product: "branchline";
  readonly format: 1;
  readonly madeAt: string;
  readonly postgres: string;
  /** The migrations that had run: a restore first makes exactly that schema. */
  readonly migrations: readonly { name: string; checksum: string }[];
  readonly tables: readonly Table[];
}

/** In its last entry: whatever lacks it was cut off. */
export interface Ending {
  readonly rows: Readonly<Record<string, number>>;
  readonly sequences: readonly { name: string; value: string }[];
  readonly files: number;
}

export interface Table {
  /** Quoted and with its schema, ready for SQL. */
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Every table of ours and of the job queue, with the columns that are stored. Not: counters that are allowed to get lost
 * (unlogged), and the two notes about migrations, which a restore writes itself.
 */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r'
       and c.relpersistence = 'p'
       and n.nspname in ('public', 'graphile_worker')
       and (n.nspname, c.relname) not in (('public', 'migration'), ('graphile_worker', 'migrations'))
     group by 1
     order by 1`);
  return rows;
}

/** Each sequence with the value that comes next. */
export async function sequencesOf(client: pg.Client): Promise<Ending["sequences"][number][]> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select format('%I.%I', schemaname, sequencename) as name,
           coalesce(last_value + increment_by, start_value)::text as value
      from pg_sequences
     where schemaname in ('public', 'graphile_worker')
     order by 1`);
  return rows;
}
