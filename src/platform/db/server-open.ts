import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Connection } from "./database.ts";
import { startServer } from "./embedded.ts";
import { checkServer } from "./server-check.ts";

export interface OpenServer {
  readonly connection: Connection;
  readonly builtIn: boolean;
  /** Close your connections first. Leaves a server alone that others run or still use. */
  stop(): Promise<void>;
}

/** The PostgreSQL that the settings ask for, running and fit for use: the one of DATABASE_URL, or else the built-in one. */
export async function openServer(config: Config, tell: (line: string) => void): Promise<OpenServer> {
  if (config.databaseUrl !== undefined) {
    await checkServer(config.databaseUrl, config.testDatabase);
    return { connection: { connectionString: config.databaseUrl }, builtIn: false, stop: async () => {} };
  }
  const { connection, stop } = await startServer({ folder: join(config.dataFolder, "postgresql"), tell });
  return { connection, builtIn: true, stop };
}
