/**
 * The settings as this process knows them: read once, kept in memory for every page, and read again when some process says that they changed.
 * After a lost connection (`null`) something may have been missed, so they are read again then too.
 */
import type { Clock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import type { Database } from "../platform/db/database.ts";
import type { Listener } from "../platform/db/listen.ts";
import { defaults, SERVER_CHANNEL } from "./server.ts";
import type { Banner, ServerSettings } from "./server.ts";
import { bannersOfServer, settingsOfServer } from "./server.sql.ts";

export type Server = {
  readonly settings: ServerSettings;
  /** What SITE_NAME says, whatever it is called here. */
  readonly machineName: string;
  readonly banners: readonly Banner[];
  /** Whoever has just changed something reads it back before the next page. */
  refresh(): Promise<void>;
};

export async function openServerSettings(config: Config, db: Database, clock: Clock, listener: Listener): Promise<Server> {
  let settings: ServerSettings = defaults;
  let banners: readonly Banner[] = [];
  let latest = 0;
  let reading: Promise<void> | undefined;
  function refresh(): Promise<void> {
    return (reading = read(++latest));
  }
  async function read(mine: number): Promise<void> {
    const [found, holding] = await Promise.all([settingsOfServer.maybe(db), bannersOfServer.many(db, clock.now())]);
    if (mine !== latest) return reading; // a later reading is under way: it must not be overtaken, and whoever waits for this one waits for it
    settings = { ...defaults, ...found?.value };
    banners = holding;
  }
  listener.on(SERVER_CHANNEL, () => void refresh().catch(() => {})); // while the database is away the old ones hold; its return is told
  await refresh();
  return {
    machineName: config.siteName,
    get settings() {
      return settings;
    },
    get banners() {
      return banners;
    },
    refresh,
  };
}

/** SITE_NAME as an administrator has changed it: whoever asks the settings of the machine what this server is called hears the name of today. */
export function renamed(config: Config, server: Server): Config {
  return {
    ...config,
    get siteName() {
      return server.settings.name ?? config.siteName;
    },
  };
}
