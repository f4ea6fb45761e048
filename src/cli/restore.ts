import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { insertDrill } from "../admin/backup.sql.ts";
import { openHouse } from "../main.ts";
import { drill } from "../platform/backup/drill.ts";
import { backupTime } from "../platform/backup/keep.ts";
import { bring, namesIn, placeWords } from "../platform/backup/place.ts";
import { restore as bringBack } from "../platform/backup/restore.ts";
import { type Config, filesFolder } from "../platform/config.ts";
import { openServer } from "../platform/db/server-open.ts";
import { SetupError } from "../platform/errors.ts";
import { type Command, print, tell } from "./command.ts";

export const restore: Command = {
  usage: "FILE [--overwrite] | --drill [FILE]",
  meaning:
    "Brings a backup back, into an empty database, or with --overwrite in place of what is there. Also the way to another machine or to a newer PostgreSQL. --drill only shows that it can be done: in a database of its own, which is taken away again; without a FILE, with the newest backup in BACKUP_TO.",
  options: { overwrite: { type: "boolean" }, drill: { type: "boolean" } },
  words: [0, 1],
  async run({ config, values, words: [file] }) {
    if (values["drill"]) return drillOne(config, file);
    if (!file) throw new SetupError(`Write it like this: branchline restore ${restore.usage}`);
    const server = await openServer(config, tell);
    try {
      const rows = await bringBack(server.connection, {
        file: resolve(file),
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

/** The date is written down, so that doctor and the administrators' pages know it. */
async function drillOne(config: Config, given: string | undefined): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "branchline-fetched-"));
  const { house, close } = await openHouse(config, tell);
  try {
    const file = given ? resolve(given) : await newest(config, folder);
    const { rows, madeAt } = await drill(house.db.connection, file, tell);
    await insertDrill.run(house.db, basename(file), madeAt, rows, house.clock.now());
    print(`${basename(file)} can be restored: ${rows.toLocaleString("en-GB")} rows as of ${madeAt.toString({ smallestUnit: "minute" })}, every table as long as it was. Nothing here was changed.`);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function newest({ backupTo }: Config, into: string): Promise<string> {
  const names = await namesIn(backupTo).catch(() => []);
  const name = names.filter((one) => backupTime(one)).toSorted().at(-1);
  if (!name) throw new SetupError(`There is no backup in ${placeWords(backupTo)} yet. Name a file, or make one: branchline backup FILE`);
  tell(`Taking ${name} ...`);
  return bring(backupTo, name, into);
}
