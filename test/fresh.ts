/** A database of its own for a test, with the cast in it, and the app in front of it. */
import { after } from "node:test";
import pg from "pg";
import { createApp } from "../src/app.ts";
import type { House } from "../src/house.ts";
import { SESSION_COOKIE } from "../src/people/session-cookie.ts";
import { frozenClock } from "../src/platform/clock.ts";
import { readConfig } from "../src/platform/config.ts";
import { openDatabase } from "../src/platform/db/database.ts";
import { openListener } from "../src/platform/db/listen.ts";
import { migrate, migrationFiles } from "../src/platform/db/migrate.ts";
import { hashToken } from "../src/platform/ids.ts";
import { openAssets } from "../src/platform/http/assets.ts";
import { openLog } from "../src/platform/log.ts";
import { openServerSettings, renamed } from "../src/server/server.live.ts";
import type { Smtp } from "../src/platform/mail/smtp.ts";
import { tasksOf } from "../src/work.ts";
import { addCast } from "./cast.ts";
import type { Cast, Person } from "./cast.ts";
import { startTestServer } from "./server.ts";

/** Tuesday 7 July 2026, 10:00 in London. */
export const NOW = Temporal.Instant.from("2026-07-07T09:00:00Z");

export type Fresh = {
  house: House;
  app: ReturnType<typeof createApp>;
  cast: Cast;
  /** A browser without JavaScript, signed in as this person (or a stranger). Follows no redirects. */
  as(person: Person | null): Browser;
  /** Does all queued jobs, and what they queue, until none is left that is due. Returns the names of those done. */
  work(smtp?: Smtp | null): Promise<string[]>;
  /** The same data at another time. */
  at(now: Temporal.Instant | string): House;
  close(): Promise<void>;
};

export type Browser = {
  get(path: string): Promise<Answer>;
  post(path: string, form?: Record<string, string | string[]>): Promise<Answer>;
};
export type Answer = { status: number; text: string; location: string | null; headers: Headers };

openLog("off");
const assets = openAssets();
let made = 0;

/** `cast: false` leaves the database empty; then nobody of the cast exists. */
export async function fresh({ now = NOW, settings = {}, cast: wanted = true }: { now?: Temporal.Instant; settings?: Record<string, string>; cast?: boolean } = {}): Promise<Fresh> {
  const connection = await ownDatabase();
  const config = readConfig({ BASE_URL: "http://localhost:3000", TEST_DATABASE: "yes", LETTERS_A_MINUTE: "60000", ...settings }, {});
  const clock = frozenClock(now);
  const db = openDatabase(connection, { readers: 1, writers: 10 });
  const listener = openListener(connection);
  const server = await openServerSettings(config, db, clock, listener);
  const house: House = { config: renamed(config, server), clock, db, listener, server };
  const cast = wanted ? await addCast(house) : ({} as Cast);
  const app = createApp(house, await assets);
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await house.listener.close();
    await house.db.close();
    const admin = new pg.Client((await startTestServer()).connection);
    await admin.connect();
    await admin.query(`drop database if exists ${connection.database} with (force)`);
    await admin.end();
  };
  after(close);
  return {
    house,
    app,
    cast,
    as: (person) => browser(app, person),
    work: (smtp = null) => workThrough(house, smtp),
    at: (moment) => ({ ...house, clock: frozenClock(moment) }),
    close,
  };
}

function browser(app: Fresh["app"], person: Person | null): Browser {
  const cookie: Record<string, string> = person ? { cookie: `${SESSION_COOKIE(false)}=${person.token}` } : {};
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(`http://localhost:3000${path}`, init);
    return { status: response.status, text: await response.text(), location: response.headers.get("location"), headers: response.headers };
  };
  return {
    get: (path) => ask(path, { headers: cookie }),
    post(path, form = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each);
      return ask(path, { method: "POST", body, headers: { ...cookie, "sec-fetch-site": "same-origin" } });
    },
  };
}

async function workThrough(house: House, smtp: Smtp | null): Promise<string[]> {
  const tasks = tasksOf(house, smtp);
  const done: string[] = [];
  const client = new pg.Client(house.db.connection);
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
          where j.task_id = t.id
            and j.id = (select id from graphile_worker._private_jobs where run_at <= now() order by priority, run_at, id limit 1)
        returning t.identifier as task, j.payload`,
      );
      if (rows.length === 0) return done;
      const [{ task, payload }] = rows;
      if (!tasks[task]) throw new Error(`There is no task ${task}`);
      await tasks[task](payload, { attempts: 1, maxAttempts: 25 });
      done.push(task);
    }
  } finally {
    await client.end();
  }
}

/** A copy of the template, which is made once for each state of the migrations. */
async function ownDatabase(): Promise<pg.ClientConfig & { database: string }> {
  const { connection } = await startTestServer();
  const template = (templateName ??= makeTemplate(connection));
  const database = `test_${process.pid}_${made++}`;
  const admin = new pg.Client(connection);
  await admin.connect();
  await admin.query(`drop database if exists ${database}`);
  await admin.query(`create database ${database} template ${await template} strategy file_copy`);
  await admin.end();
  return { ...connection, database };
}

let templateName: Promise<string> | undefined;

async function makeTemplate(connection: pg.ClientConfig): Promise<string> {
  const files = await migrationFiles();
  const name = `template_${hashToken(files.map((file) => file.checksum).join()).toString("hex").slice(0, 16)}`;
  const admin = new pg.Client(connection);
  await admin.connect();
  await admin.query("select pg_advisory_lock(1)");
  if ((await admin.query("select 1 from pg_database where datname = $1", [name])).rowCount === 0) {
    await admin.query(`drop database if exists ${name}_making`);
    await admin.query(`create database ${name}_making`);
    await migrate({ ...connection, database: `${name}_making` });
    await admin.query(`alter database ${name}_making rename to ${name}`);
  }
  await admin.query("select pg_advisory_unlock(1)");
  await admin.end();
  return name;
}
