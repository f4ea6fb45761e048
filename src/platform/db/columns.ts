/**
 * The columns that a query promises, as values: TypeScript takes the row's type from them, and `test/statements.test.ts` holds them against
 * what PostgreSQL itself says of the statement.
 */
export type Column<T, Null extends boolean = boolean> = {
  readonly type: T;
  /** Names of PostgreSQL types that arrive as this. */
  readonly postgres: readonly string[];
  readonly nullable: Null;
};

type Kind<T> = Column<T, false> & { readonly orNull: Column<T | null, true> };

function kind<T>(...postgres: string[]): Kind<T> {
  const type = undefined as T;
  return { type, postgres, nullable: false, orNull: { type, postgres, nullable: true } };
}

export const col = {
  uuid: kind<string>("uuid"),
  text: kind<string>("text", "citext", "varchar", "bpchar"),
  /** Text that is one of a few words, as the table's check says. */
  word: <T extends string>() => kind<T>("text"),
  bool: kind<boolean>("bool"),
  int: kind<number>("int2", "int4"),
  /** count(*) and sequences: a JavaScript number, exact to 2^53. */
  big: kind<number>("int8"),
  float: kind<number>("float8", "float4", "numeric"),
  instant: kind<Temporal.Instant>("timestamptz"),
  date: kind<Temporal.PlainDate>("date"),
  bytes: kind<Buffer>("bytea"),
  texts: kind<string[]>("_text", "_citext"),
  uuids: kind<string[]>("_uuid"),
  ints: kind<number[]>("_int4", "_int2"),
  /** jsonb of a known shape. Instants inside arrive as text. */
  json: <T>() => kind<T>("jsonb", "json"),
};

export type Columns = Record<string, Column<unknown>>;
export type Row<C extends Columns> = { [K in keyof C]: C[K]["type"] };
