import { after } from "node:test";
import pg from "pg";
import { startTestServer } from "../server.ts";

let made = 0;

/** A database without anything in it, on the tests' server. */
export async function emptyDatabase(): Promise<{ host: string; port: number; user: string; database: string }> {
  const { connection } = await startTestServer();
  const database = `test_${process.pid}_empty_${made++}`;
  await asked(connection, `create database ${database}`);
  after(() => asked(connection, `drop database ${database} with (force)`));
  return { ...connection, database };
}

async function asked(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(statement);
  await client.end();
}
