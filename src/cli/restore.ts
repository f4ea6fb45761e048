import { resolve } from "node:path";
import { restore as bringBack } from "../platform/backup/restore.ts";
import { filesFolder } from "../platform/config.ts";
import { openServer } from "../platform/db/server-open.ts";
import { type Command, print, tell } from "./command.ts";

export const restore: Command = {
  usage: "FILE [--overwrite]",
  meaning:
    "Brings a backup back, into an empty database, or with --overwrite in place of what is there. Also the way to another machine or to a newer PostgreSQL.",
  options: { overwrite: { type: "boolean" } },
  words: [1, 1],
  async run({ config, values, words }) {
    const server = await openServer(config, tell);
    try {
      const rows = await bringBack(server.connection, {
        file: resolve(words[0]!),
        filesFolder: filesFolder(config),
        overwrite: values["overwrite"] === true,
        tell,
      });
      print(`Restored: ${rows.toLocaleString("en-GB")} rows. Start Branchline again with npm start.`);
    } finally {
      await server.stop();
    }
  },
};
