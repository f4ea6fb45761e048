/** From settings to a running house: the database, its schema, the rooms, and whoever serves or works in them. */
import { createApp } from "./app.ts";
import type { House } from "./house.ts";
import { anyAccount, insertFirstRun } from "./people/first-run.sql.ts";
import { frozenClock, systemClock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import { openDatabase } from "./platform/db/database.ts";
import { openListener } from "./platform/db/listen.ts";
import { migrate } from "./platform/db/migrate.ts";
import { openServer } from "./platform/db/server-open.ts";
import { openAssets } from "./platform/http/assets.ts";
import { type Listening, listen } from "./platform/http/listen.ts";
import { hashToken, newToken } from "./platform/ids.ts";
import { openLog } from "./platform/log.ts";
import { openServerSettings, renamed } from "./server/server.live.ts";
import { startWork } from "./work.ts";

export interface Opened {
  readonly house: House;
  close(): Promise<void>;
}

export type Tell = (line: string) => void;

/** The house without doors, for commands: its database runs and has today's schema. */
export async function openHouse(config: Config, tell: Tell): Promise<Opened> {
  openLog(config.logLevel, config.logForm);
  const server = await openServer(config, tell);
  try {
    await migrate(server.connection, (name) => tell(`Preparing the database: ${name}`));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const db = openDatabase(server.connection);
  const listener = openListener(server.connection);
  const clock = config.now ? frozenClock(config.now) : systemClock;
  const settled = await openServerSettings(config, db, clock, listener);
  return {
    house: { config: renamed(config, settled), clock, db, listener, server: settled },
    async close() {
      await listener.close();
      await db.close();
      await server.stop();
    },
  };
}

export interface Running {
  readonly house: House;
  /** Undefined for a worker alone. */
  readonly listening: Listening | undefined;
  /** Lets requests and jobs under way finish, then the database. */
  stop(): Promise<void>;
}

/** Opens the house and its doors: pages, background work, or both. */
export async function start(config: Config, parts: { web: boolean; worker: boolean }, tell: Tell): Promise<Running> {
  const listening = parts.web ? await listen(config) : undefined; // first, so that a taken port is known at once
  let opened: Opened | undefined;
  try {
    const [ready, assets] = await Promise.all([
      openHouse(config, tell).then((house) => (opened = house)),
      parts.web ? openAssets() : undefined,
    ]);
    const { house } = ready;
    if (listening && assets) listening.answerWith(createApp(house, assets).fetch);
    const work = parts.worker ? await startWork(house) : undefined;
    return {
      house,
      listening,
      async stop() {
        await Promise.all([listening?.stop(), work?.stop()]);
        await ready.close();
      },
    };
  } catch (error) {
    await listening?.stop(0);
    await opened?.close();
    throw error;
  }
}

/** While nobody has an account: the path of a link that makes the first one. */
export async function firstRunPath({ db, clock }: House): Promise<string | undefined> {
  const { any } = await anyAccount.one(db);
  if (any) return undefined;
  const token = newToken();
  await insertFirstRun.run(db, hashToken(token), clock.now());
  return `/first-run/${token}`;
}
