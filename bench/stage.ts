/** The example network in a database of its own, with an evening of sixty, and Branchline serving it in a process of its own. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { fresh } from "../test/fresh.ts";
import { signedIn } from "../test/session.ts";
import { loadExample } from "../src/example/load.ts";
import { eventId } from "../src/example/evening.ts";
import { idFrom } from "../src/platform/ids.ts";

export type Stage = { url: string; eventPath: string; cookie: string; pid: number; stop(): Promise<void> };

const COMING = 60;

export async function stage(): Promise<Stage> {
  const { house, close } = await fresh({ cast: false });
  await loadExample(house);
  const event = eventId("old-reading-room");
  await fillTo(house.db.connection, event, COMING);
  const nell = await signedIn(house, idFrom("example person nell"));
  const { host, port, user, database } = house.db.connection as { host: string; port: number; user: string; database: string };
  const branchline = await startProcess(fileURLToPath(new URL("../bin/branchline", import.meta.url)), ["start", "--web"], {
    DATABASE_URL: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
    TEST_DATABASE: "yes",
    NOW: house.clock.now().toString(),
    PORT: "0",
    HOST: "127.0.0.1",
    BASE_URL: "http://localhost:3000",
  });
  return {
    url: branchline.url,
    eventPath: `/events/${event}`,
    cookie: `session=${nell.token}`,
    pid: branchline.process.pid!,
    async stop() {
      await branchline.stop();
      await close();
    },
  };
}

/** Waits for the first address on its standard output. */
export async function startProcess(script: string, args: string[], env: Record<string, string>): Promise<{ url: string; process: ChildProcess; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      const found = /http:\/\/[\w.]+:\d+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.on("exit", (code) => reject(new Error(`${script} ended with ${code} before it listened\n${output}`)));
  });
  return {
    url,
    process: child,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** More people of the branch say yes, in order, until there are so many. */
async function fillTo(connection: pg.ClientConfig, event: string, coming: number): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(
    `with more as (
       select p.id, row_number() over (order by p.id) as n
         from person p
        where p.claimed_at is not null and not exists (select from rsvp r where r.event_id = $1 and r.person_id = p.id)
        limit $2::int - (select going_count from event where id = $1))
     insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at)
     select $1, id, 'going', 1000 + n, '2026-07-01T09:00Z', '2026-07-01T09:00Z' from more`,
    [event, coming],
  );
  await client.query("update event set going_count = $2, next_place = 2000 where id = $1", [event, coming]);
  await client.query("analyze");
  await client.end();
}
