/**
 * One database, two kinds of connection. Reads share a few pipelined clients: statements of all requests travel together and nobody waits for a
 * free connection. A transaction has a client to itself (never BEGIN on a shared one). `slow` is a third, small pool for work that would hold up
 * those behind it in a pipeline: export, import, backup. `search` is for statements whose best plan hangs on what was asked for: there each is
 * planned anew, for a rare word and a common one are found in different ways.
 */
import type { Writable } from "node:stream";
import pg from "pg";
import type { Db, Tx } from "./query.ts";
import type { Sql } from "./sql.ts";
import { toParameter, types } from "./types.ts";

export type Connection = pg.ClientConfig;

export interface Database extends Db {
  readonly connection: Connection;
  readonly slow: Db;
  readonly search: Db;
  /** Commits when `work` returns, rolls back when it throws. Tried again, at most three times, when PostgreSQL asks for it (deadlock, serialisation). */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** How many transactions of this process have ended well: whoever keeps what was read looks whether there are more. */
  readonly writes: number;
  /** How busy the pools are at this moment. */
  load(): Record<"transactions" | "slow", { inUse: number; idle: number; waiting: number }>;
  close(): Promise<void>;
}

export type DatabaseOptions = { readers?: number; writers?: number };

export function openDatabase(connection: Connection, { readers = 2, writers = 8 }: DatabaseOptions = {}): Database {
  const common = "-c TimeZone=UTC -c DateStyle=ISO";
  // Somebody waits for a page: to start a second process for a statement of it takes longer than the statement.
  const settings = { ...connection, types, application_name: "branchline", options: `${common} -c statement_timeout=30s -c max_parallel_workers_per_gather=0` };
  const shared = Array.from({ length: readers }, () => new SharedClient(settings));
  const pool = new pg.Pool({ ...settings, max: writers, idleTimeoutMillis: 30_000 });
  const slowPool = new pg.Pool({ ...settings, max: 2, idleTimeoutMillis: 10_000, options: `${common} -c statement_timeout=5min` });
  const searchPool = new pg.Pool({ ...settings, max: 4, idleTimeoutMillis: 60_000, options: `${settings.options.replace("30s", "10s")} -c plan_cache_mode=force_custom_plan` });
  for (const each of [pool, slowPool, searchPool]) {
    each.on("error", () => {}); // an idle connection that dies is replaced at the next use
    each.on("connect", (client) => client.on("error", () => {})); // one in use fails its query; unheard, it would end the process
  }
  let turn = 0;
  let writes = 0;

  return {
    connection,
    query: (statement) => shared[turn++ % readers]!.query(statement),
    slow: { query: (statement) => run(slowPool, statement) },
    search: { query: (statement) => run(searchPool, statement) },
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await once(pool, work);
          writes++;
          return result;
        } catch (error) {
          if (attempt === 3 || !MAY_TRY_AGAIN.has((error as { code?: string }).code ?? "")) throw error;
        }
      }
    },
    get writes() {
      return writes;
    },
    load: () => ({ transactions: loadOf(pool), slow: loadOf(slowPool) }),
    async close() {
      await Promise.all([...shared.map((client) => client.close()), pool.end(), slowPool.end(), searchPool.end()]);
    },
  };
}

function loadOf({ totalCount, idleCount, waitingCount }: pg.Pool) {
  return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

const MAY_TRY_AGAIN = new Set(["40001", "40P01"]);

async function once<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work({ transaction: true, query: (statement) => run(client, statement) });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((gone: Error) => (broken = gone));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function run(client: pg.Pool | pg.ClientBase, { name, text, values }: Sql) {
  const { rows, rowCount } = await client.query({ name, text, values: values.map(toParameter) });
  return { rows, rowCount: rowCount ?? 0 };
}

/** One pipelined client that reconnects at the next query after it was lost. */
class SharedClient {
  #settings: pg.ClientConfig;
  #client: Promise<pg.Client> | null = null;
  #corked = false;

  constructor(settings: pg.ClientConfig) {
    this.#settings = settings;
  }

  async query(statement: Sql) {
    const client = await (this.#client ??= this.#connect());
    this.#sendTogether(client);
    return run(client, statement);
  }

  /** All statements of one turn of the event loop leave in one write: a system call less for each, here and at the server. */
  #sendTogether(client: pg.Client): void {
    if (this.#corked) return;
    const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
    this.#corked = true;
    stream.cork();
    setImmediate(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  async close() {
    await (await this.#client?.catch(() => null))?.end();
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#settings, pipeline: true });
    const forget = () => (this.#client = null);
    client.on("error", forget);
    client.on("end", forget);
    try {
      await client.connect();
    } catch (error) {
      forget();
      throw error;
    }
    return client;
  }
}
