import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { hashToken } from "../platform/ids.ts";
import { squares } from "../platform/pictures/square.ts";
import type { Audience } from "./audience.ts";
import { photoOf, putPhoto, removePhoto, setPhotoAudience, setPhotoKey, setPhotoWords } from "./photo.sql.ts";
import { MOST_BYTES } from "./photo.ts";
import type { PhotoFault } from "./photo.ts";
import { personForUpdate } from "./profile.sql.ts";
import type { Viewer } from "./viewer.ts";

export type PhotoAsk = { bytes: Uint8Array | null; words: string; audience: Audience };

/** A photo, or other words for the one that is there. The picture is read before the transaction: that may take a second. */
export async function savePhoto(house: House, by: Viewer, { bytes, words, audience }: PhotoAsk): Promise<{ kind: "saved" } | { kind: "refused"; why: PhotoFault }> {
  if (bytes && bytes.length > MOST_BYTES) return { kind: "refused", why: "too-large" };
  const made = bytes && (await squares(bytes));
  if (made?.kind === "refused") return made;
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await personForUpdate.one(tx, by.personId);
    if (made) {
      const key = keyOf(by.personId, made.large);
      await putPhoto.run(tx, by.personId, { key, words, large: made.large, small: made.small }, at);
      await setPhotoKey.run(tx, by.personId, key, at);
    } else {
      if (!(await photoOf.maybe(tx, by.personId))) return { kind: "refused", why: "missing" };
      await setPhotoWords.run(tx, by.personId, words);
    }
    await setPhotoAudience.run(tx, by.personId, audience);
    await record(tx, { kind: "person.changed", at, by: by.personId, personId: by.personId, fields: ["photo"] });
    return { kind: "saved" };
  });
}

/** Back to the initials. */
export async function takePhotoOff(house: House, by: Viewer): Promise<void> {
  await house.db.transaction((tx) => dropPhoto(tx, by.personId, by.personId, house.clock.now()));
}

/** Returns the key of the photo that was there; null where there was none. */
export async function dropPhoto(tx: Tx, personId: string, by: string, at: Temporal.Instant): Promise<string | null> {
  await personForUpdate.maybe(tx, personId);
  const photo = await photoOf.maybe(tx, personId);
  if (!photo) return null;
  await removePhoto.run(tx, personId);
  await setPhotoKey.run(tx, personId, null, at);
  await record(tx, { kind: by === personId ? "person.changed" : "photo.taken-off", at, by, personId, fields: ["photo"] });
  return photo.key;
}

/** With the owner in it: of two people with the same picture each has an address of their own. */
function keyOf(personId: string, picture: Buffer): string {
  return hashToken(`${personId} ${picture.toString("base64")}`).toString("hex").slice(0, 32);
}
