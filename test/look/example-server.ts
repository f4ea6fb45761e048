/** The example network in a database of its own, served, with somebody of it signed in: for pictures. */
import { serve } from "@hono/node-server";
import pg from "pg";
import { loadExample } from "../../src/example/load.ts";
import { sessionEnd } from "../../src/people/session.ts";
import { hashToken, newToken } from "../../src/platform/ids.ts";
import { fresh } from "../fresh.ts";

export interface ExampleServer {
  url: string;
  /** The token of a session of whoever has this name */
  enter(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function serveExample(): Promise<ExampleServer> {
  const here = await fresh({ cast: false });
  await loadExample(here.house);
  const client = new pg.Client(here.house.db.connection);
  await client.connect();
  const server = serve({ fetch: here.app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    async enter(name) {
      const token = newToken();
      const now = here.house.clock.now();
      const { rowCount } = await client.query(
        "insert into session (token_hash, person_id, device, created_at, last_seen_at, expires_at) select $1, id, 'Chromium', $2, $2, $3 from person where name = $4 limit 1",
        [hashToken(token), now.toString(), sessionEnd(now).toString(), name],
      );
      if (!rowCount) throw new Error(`Nobody in the example is called ${name}`);
      return token;
    },
    async close() {
      server.close();
      await client.end();
      await here.close();
    },
  };
}
