import type { House } from "../house.ts";
import { log, withoutSecrets } from "../platform/log.ts";
import { checkImport } from "./import-check.actions.ts";
import { forgetUploads, setFailed } from "./import.sql.ts";
import { takeBackImport, writeImport } from "./import-write.actions.ts";

type Payload = Record<string, unknown>;

export async function checkImportJob(house: House, { importId }: Payload): Promise<void> {
  await checkImport(house, importId as string);
}

/** What went wrong once will do so again with the same rows: it is said on the import's page instead of tried for days. */
export async function writeImportJob(house: House, { importId }: Payload): Promise<void> {
  try {
    await writeImport(house, importId as string);
  } catch (error) {
    log.error("an import failed, nothing of it was written", { importId, error: withoutSecrets((error as Error).message) });
    await setFailed.run(house.db, importId as string, house.clock.now());
  }
}

export async function undoImportJob(house: House, { importId }: Payload): Promise<void> {
  await takeBackImport(house, importId as string);
}

export async function forgetUploadsJob(house: House): Promise<void> {
  await forgetUploads.run(house.db, house.clock.now().subtract({ hours: 24 }));
}
