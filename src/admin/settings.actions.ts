import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { notify } from "../platform/db/notify.sql.ts";
import { changedSettings, defaults, SERVER_CHANNEL } from "../server/server.ts";
import type { ServerSettings } from "../server/server.ts";
import { lockServer, saveServerSettings, settingsOfServer } from "../server/server.sql.ts";

/** The log says which settings changed, not to what: terms and names may hold anything. */
export async function settleServer(house: House, by: Viewer, settings: ServerSettings): Promise<{ kind: "saved" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  await house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await lockServer.run(tx);
    const before = { ...defaults, ...(await settingsOfServer.maybe(tx))?.value };
    const fields = changedSettings(before, settings);
    if (fields.length === 0) return;
    await saveServerSettings.run(tx, JSON.stringify(settings), at);
    await record(tx, { kind: "server.settled", at, by: by.personId, fields });
    await notify.run(tx, SERVER_CHANNEL, "settings");
  });
  await house.server.refresh();
  return { kind: "saved" };
}
