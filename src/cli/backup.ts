import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { backUp } from "../platform/backup/backup.ts";
import { filesFolder } from "../platform/config.ts";
import { openServer } from "../platform/db/server-open.ts";
import { SetupError, codeOf } from "../platform/errors.ts";
import { type Command, print, tell } from "./command.ts";

export const backup: Command = {
  usage: "FILE",
  meaning: "Writes everything, the data and the uploaded files, into one new file (name it .tar.zst). Branchline may go on running.",
  words: [1, 1],
  async run({ config, words }) {
    const file = resolve(words[0]!);
    if (existsSync(file)) throw new SetupError(`${file} is there already. Choose another name, so that an older backup is not lost.`);
    const server = await openServer(config, tell);
    try {
      const rows = await backUp(server.connection, { file, filesFolder: filesFolder(config), tell });
      print(
        `${file} holds ${rows.toLocaleString("en-GB")} rows (${Math.ceil(statSync(file).size / 1000).toLocaleString("en-GB")} kB). It holds what people keep private, too: store it safely, away from this machine.`,
      );
    } catch (error) {
      if (codeOf(error) === "42P01")
        throw new SetupError("There is nothing to back up: this database has never been used. Check DATA_DIR or DATABASE_URL.");
      if (["ENOENT", "EACCES", "EROFS"].includes(codeOf(error) ?? ""))
        throw new SetupError(`${file} cannot be written (${codeOf(error)}). Choose another folder.`);
      throw error;
    } finally {
      await server.stop();
    }
  },
};
