import { fewAtOnce } from "../platform/http/few-at-once.ts";
import { withinRate } from "../platform/http/rate.ts";
import { done, forPeople, notFound, tooMany } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import { checkForm } from "../platform/http/form.ts";
import { savePhoto, takePhotoOff } from "./photo.actions.ts";
import { photoSeenBy } from "./photo.sql.ts";
import { PHOTO_FAULTS, photoForm, SIZES } from "./photo.ts";
import { sendProfileBack } from "./profile.routes.ts";
import type { Viewer } from "./viewer.ts";

const HERE = "/settings/profile";
const UPLOADS = { most: 30, minutes: 60 };

/** A picture of ten megabytes unpacks to some hundred. Those who wait are not read yet. */
const inTurn = fewAtOnce(1);

export const postPhoto = forPeople(async (c, viewer) => {
  const { house } = c.var;
  if (!(await withinRate(house.db, house.clock.now(), "photo", viewer.personId, UPLOADS))) return tooMany(c);
  return inTurn(() => takePhoto(c, viewer));
});

async function takePhoto(c: Web, viewer: Viewer): Promise<Response> {
  const { house, view } = c.var;
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({})); // cut off on its way
  const file = body["photo"];
  const form = checkForm({ words: text(body["words"]), photoAudience: text(body["photoAudience"]) }, photoForm, view.t);
  if (!form.ok) return sendProfileBack(c, viewer, form.state);
  const bytes = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  const outcome = await savePhoto(house, viewer, { bytes, words: form.value.words, audience: form.value.photoAudience });
  if (outcome.kind === "saved") return done(c, HERE, "people.photo.saved");
  return sendProfileBack(c, viewer, { values: form.state.values, errors: { photo: view.t(PHOTO_FAULTS[outcome.why]) } });
}

function text(value: unknown): string {
  return typeof value === "string" ? value.normalize("NFC").replace(/[\u0000-\u001f\u007f]+/g, " ").trim() : "";
}

export const postPhotoRemoval = forPeople(async (c, viewer) => {
  await takePhotoOff(c.var.house, viewer); // twice is harmless
  return done(c, HERE, "people.photo.removed");
});

/**
 * One picture, for whoever may see it. Another photo has another address, so a browser may keep this one; nothing between may, since it is not for all.
 */
export const showPhoto: Handler = async (c) => {
  const { viewer, house } = c.var;
  const { key = "" } = c.req.param();
  const size = SIZES.find((one) => one === c.req.param("size"));
  const photo = viewer && size && /^[0-9a-f]{32}$/.test(key) ? await photoSeenBy.maybe(house.db, key, size, viewer.personId) : null;
  if (!photo) return notFound(c);
  return c.body(new Uint8Array(photo.bytes), 200, {
    "content-type": "image/webp",
    "cache-control": "private, max-age=2592000, immutable",
    "cross-origin-resource-policy": "same-origin",
  });
};
