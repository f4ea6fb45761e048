import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/db/database.ts";
import type { Listener } from "./platform/db/listen.ts";
import type { Server } from "./server/server.live.ts";

/** What every room is given: the settings, the time, the data, and word of what other processes did. */
export type House = {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly listener: Listener;
  /** What those who run it have settled, as it stands now. */
  readonly server: Server;
};
