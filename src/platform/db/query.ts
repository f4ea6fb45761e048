import type { Columns, Row } from "./columns.ts";
import type { Sql } from "./sql.ts";

/** Whatever can answer a statement: the shared readers, or one transaction. */
export interface Db {
  query(statement: Sql): Promise<{ rows: unknown[]; rowCount: number }>;
}

/** Inside `transaction()`. A write asks for it, so that it cannot be called on the shared readers. */
export interface Tx extends Db {
  readonly transaction: true;
}

export type Query<C extends Columns, A extends unknown[]> = {
  readonly columns: C;
  readonly build: (...args: A) => Sql;
  many(db: Db, ...args: A): Promise<Row<C>[]>;
  /** The first row, or null. */
  maybe(db: Db, ...args: A): Promise<Row<C> | null>;
  /** The only row; its absence is a surprise and throws. */
  one(db: Db, ...args: A): Promise<Row<C>>;
};

export type Command<A extends unknown[]> = {
  readonly build: (...args: A) => Sql;
  /** The number of rows touched. */
  run(tx: Db, ...args: A): Promise<number>;
};

/** Every statement of the program, for the test that prepares them all. */
export const statements: { build: (...args: never[]) => Sql; columns: Columns | null }[] = [];

export function query<C extends Columns, A extends unknown[]>(columns: C, build: (...args: A) => Sql): Query<C, A> {
  statements.push({ build: build as unknown as (...args: never[]) => Sql, columns });
  return {
    columns,
    build,
    async many(db, ...args) {
      return (await db.query(build(...args))).rows as Row<C>[];
    },
    async maybe(db, ...args) {
      return ((await db.query(build(...args))).rows[0] as Row<C> | undefined) ?? null;
    },
    async one(db, ...args) {
      const { rows } = await db.query(build(...args));
      if (rows.length !== 1) throw new Error(`Expected one row, got ${rows.length}`);
      return rows[0] as Row<C>;
    },
  };
}

export function command<A extends unknown[]>(build: (...args: A) => Sql): Command<A> {
  statements.push({ build: build as unknown as (...args: never[]) => Sql, columns: null });
  return {
    build,
    async run(tx, ...args) {
      return (await tx.query(build(...args))).rowCount;
    },
  };
}
