/** Backups by the clock: made, read through, brought to their place, and only then are old ones let go. */
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { House } from "../house.ts";
import { backUp } from "../platform/backup/backup.ts";
import { backupName, toPrune } from "../platform/backup/keep.ts";
import { namesIn, placeWords, removeFrom, store } from "../platform/backup/place.ts";
import { checkBackup } from "../platform/backup/read.ts";
import { filesFolder } from "../platform/config.ts";
import { alone } from "../platform/db/alone.ts";
import { messageOf } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { log } from "../platform/log.ts";
import { failedBackupLetter } from "./backup.letters.ts";
import { isDue } from "./backup.ts";
import { beginBackup, failBackup, finishBackup, forgetBackupRuns, lastBackup } from "./backup.sql.ts";
import { tellAdministrators } from "./tell-administrators.actions.ts";

/** Looks once an hour. One that failed is due again at the next look, so the job itself never fails. */
export async function backUpWhenDue(house: House): Promise<void> {
  const { config, clock, db } = house;
  await alone(db.connection, "backup", async () => {
    const last = await lastBackup.maybe(db);
    if (isDue(config.backupEvery, last?.startedAt ?? null, clock.now())) await makeBackup(house);
  });
}

async function makeBackup(house: House): Promise<void> {
  const { config, clock, db } = house;
  const startedAt = clock.now();
  const id = newId(startedAt.epochMilliseconds);
  const name = backupName(startedAt);
  const place = config.backupTo;
  const folder = "folder" in place ? place.folder : join(config.dataFolder, "backups");
  const file = join(folder, name);
  await beginBackup.run(db, id, name, placeWords(place), startedAt);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const rows = await backUp(db.connection, { file, filesFolder: filesFolder(config) });
    await checkBackup(file);
    const { size } = await stat(file);
    await store(place, file, name);
    await finishBackup.run(db, id, size, rows, clock.now());
    for (const old of toPrune(await namesIn(place))) await removeFrom(place, old);
    await forgetBackupRuns.run(db, startedAt.subtract({ hours: 24 * 400 }));
  } catch (error) {
    const problem = messageOf(error).slice(0, 500);
    log.error("backup failed", { name, problem });
    await rm(file, { force: true }).catch(() => {}); // where even that fails, what went wrong first is told
    await failBackup.run(db, id, problem, clock.now());
    await tellAdministrators(house, "backup failed", (t, at) => failedBackupLetter(t, { ...at, place: placeWords(place), problem }));
  } finally {
    if (!("folder" in place)) await rm(file, { force: true }).catch(() => {});
  }
}
