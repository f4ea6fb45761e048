import pg from "pg";
import type { Connection } from "./database.ts";

/**
 * Does `work` unless some process is at the same already; then undefined, at once. The lock lives on a connection of its own, so it ends with the
 * process that holds it, however that ends.
 */
export async function alone<T>(connection: Connection, what: string, work: () => Promise<T>): Promise<T | undefined> {
  const client = new pg.Client({ ...connection, application_name: "branchline alone" });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock(hashtext($1), 1) as got", [what]);
    return rows[0]!.got ? await work() : undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
