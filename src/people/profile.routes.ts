import { z } from "zod";
import { formValues, parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { audiencesOf } from "./audience.sql.ts";
import { addHandle, askForProof, chooseKnownBy, removeHandle } from "./handle.actions.ts";
import { handlesOf } from "./handle.sql.ts";
import { handleFault, readHandle } from "./handle.ts";
import { photoOf } from "./photo.sql.ts";
import { saveProfile } from "./profile.actions.ts";
import { profilePage } from "./profile.pages.ts";
import { profileOf } from "./profile.sql.ts";
import { profileForm, profileValues } from "./profile.ts";
import type { Profile } from "./profile.ts";
import type { Viewer } from "./viewer.ts";

const HERE = "/settings/profile";
const blank: FormState = { values: {}, errors: {} };

export const showSettings = forPeople((c) => c.redirect(HERE, 303));

export const showProfile = forPeople(async (c, viewer) => show(c, await theirPage(c, viewer, {})));

export const postProfile = forPeople(async (c, viewer) => {
  const form = await parseForm(c, profileForm, c.var.view.t);
  if (!form.ok) {
    return show(c, await theirPage(c, viewer, { state: form.state }), 422);
  } else if (form.state.values["do"] === "look") {
    return show(c, await theirPage(c, viewer, { state: form.state, typed: form.value }));
  } else {
    await saveProfile(c.var.house, viewer, form.value);
    return done(c, HERE, "people.profile.saved");
  }
});

const handleForm = z.object({ network: z.string("people.networkMissing"), handle: z.string("people.handleMissing").min(1, "people.handleMissing").max(200, "people.handleTooLong") });

export const postHandle = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const form = await parseForm(c, handleForm, view.t);
  const handle = form.ok ? readHandle(form.value.network, form.value.handle) : null;
  if (!form.ok) return show(c, await theirPage(c, viewer, { handleState: form.state }), 422);
  if (!handle) return sendBack(view.t(handleFault(form.value.network)));
  const { kind } = await addHandle(house, viewer, handle);
  if (kind === "too-many") return sendBack(view.t("people.handles.tooMany"));
  return done(c, HERE, kind === "added" ? "people.handles.added" : "people.handles.alreadyThere");

  async function sendBack(fault: string): Promise<Response> {
    return show(c, await theirPage(c, viewer, { handleState: { values: form.state.values, errors: { handle: fault } } }), 422);
  }
});

export const postKnownBy = forPeople(async (c, viewer) => {
  const { handle } = await formValues(c);
  if (handle && !isId(handle)) return notFound(c);
  const { kind } = await chooseKnownBy(c.var.house, viewer, isId(handle) ? handle : null);
  if (kind === "not-found") return notFound(c);
  return done(c, HERE, handle ? "people.handles.chosen" : "people.handles.unchosen");
});

export const postHandleRemoval = forPeople(async (c, viewer) => {
  const id = c.req.param("handle");
  if (!isId(id)) return notFound(c);
  await removeHandle(c.var.house, viewer, id); // twice is harmless
  return done(c, HERE, "people.handles.removed");
});

/** Each look is a visit to somebody else's server. */
const LOOKS_A_DAY = { most: 20, minutes: 24 * 60 };

export const postHandleProof = forPeople(async (c, viewer) => {
  const { house } = c.var;
  const id = c.req.param("handle");
  if (!isId(id)) return notFound(c);
  if (!(await withinRate(house.db, house.clock.now(), "handle-proof", viewer.personId, LOOKS_A_DAY))) return tooMany(c);
  const { kind } = await askForProof(house, viewer, id);
  return kind === "not-found" ? notFound(c) : done(c, HERE, "people.handles.looking");
});

/** With what was wrong about the photo, and everything typed beside it. */
export async function sendProfileBack(c: Web, viewer: Viewer, photoState: FormState): Promise<Response> {
  return show(c, await theirPage(c, viewer, { photoState }), 422);
}

type Props = { state?: FormState; handleState?: FormState; photoState?: FormState; typed?: Profile };

async function theirPage(c: Web, viewer: Viewer, { state, handleState = blank, photoState, typed }: Props) {
  const { house, view } = c.var;
  const [saved, handles, photo, { audiences }] = await Promise.all([
    profileOf.one(house.db, viewer.personId),
    handlesOf.many(house.db, viewer.personId),
    photoOf.maybe(house.db, viewer.personId),
    audiencesOf.one(house.db, viewer.personId),
  ]);
  return profilePage(view, {
    personId: viewer.personId,
    state: state ?? { values: profileValues(saved), errors: {} },
    sticker: { ...(typed ?? saved), knownBy: saved.knownBy, line: viewer.line, photo },
    unsaved: Boolean(typed),
    handles,
    handleState,
    photoState: photoState ?? { values: { words: photo?.words ?? "", photoAudience: audiences.photo ?? "networks" }, errors: {} },
  });
}
