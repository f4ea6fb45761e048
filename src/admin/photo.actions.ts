import type { House } from "../house.ts";
import { dropPhoto } from "../people/photo.actions.ts";
import type { Viewer } from "../people/viewer.ts";
import { writeTo } from "../safety/letter-to.actions.ts";
import { personToTell } from "../safety/report.sql.ts";
import { photoTakenOffLetter } from "./photo.letters.ts";

/** A photo that is not for a sticker, taken off by those who look after the server. Its owner is told, and may put another there. */
export async function takeTheirPhotoOff(house: House, by: Viewer, personId: string): Promise<{ kind: "taken-off" | "none" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    const key = await dropPhoto(tx, personId, by.personId, house.clock.now());
    if (!key) return { kind: "none" };
    const to = await personToTell.maybe(tx, personId);
    if (to && personId !== by.personId) await writeTo(tx, house, `photo taken off ${key}`, to, (setting) => photoTakenOffLetter(setting, house.config));
    return { kind: "taken-off" };
  });
}
