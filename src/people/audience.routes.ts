import { checkForm, formValues } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { done, forPeople, show } from "../web.ts";
import type { Web } from "../web.ts";
import type { Line } from "../ui/view.ts";
import { chooseAudiences } from "./audience.actions.ts";
import { audiencesPage, isPreview, previewPage } from "./audience.pages.ts";
import { audiencesOf } from "./audience.sql.ts";
import { AUDIENCES, audiencesForm, FIELDS, isAudience } from "./audience.ts";
import type { Audience } from "./audience.ts";
import { handlesOf, handlesShown } from "./handle.sql.ts";
import { personInRing } from "./person.sql.ts";
import { photoOf } from "./photo.sql.ts";
import { profileOf } from "./profile.sql.ts";
import type { Viewer } from "./viewer.ts";

const HERE = "/settings/audiences";

export const showAudiences = forPeople(async (c, viewer) => show(c, await theirAudiences(c, viewer, null)));

export const postAudiences = forPeople(async (c, viewer) => {
  const values = await formValues(c);
  const form = checkForm(values, audiencesForm, c.var.view.t);
  if (!form.ok) return show(c, await theirAudiences(c, viewer, form.state), 422);
  const handles = await handlesOf.many(c.var.house.db, viewer.personId);
  const chosen = handles.map(({ id }) => [id, values[`handle-${id}`]] as const).filter((one): one is readonly [string, Audience] => isAudience(one[1]));
  await chooseAudiences(c.var.house, viewer, form.value, new Map(chosen));
  return done(c, HERE, "people.audience.saved");
});

export const showAudiencePreview = forPeople(async (c, viewer) => {
  const { db } = c.var.house;
  const asked = c.req.query("as");
  const as = isPreview(asked) ? asked : "everyone";
  const ring = AUDIENCES.indexOf(as) + 1;
  const [person, handles, { audiences }] = await Promise.all([personInRing.one(db, viewer.personId, ring), handlesShown.many(db, viewer.personId, ring), audiencesOf.one(db, viewer.personId)]);
  return show(c, previewPage(c.var.view, { as, person: { ...person, line: person.line as Line }, handles, audiences }));
});

async function theirAudiences(c: Web, viewer: Viewer, sentBack: FormState | null) {
  const { db } = c.var.house;
  const [profile, handles, { audiences }, photo] = await Promise.all([
    profileOf.one(db, viewer.personId),
    handlesOf.many(db, viewer.personId),
    audiencesOf.one(db, viewer.personId),
    photoOf.maybe(db, viewer.personId),
  ]);
  const values = Object.fromEntries([...FIELDS.map((name) => [name, audiences[name] ?? (name === "photo" ? "networks" : "everyone")]), ...handles.map(({ id, audience }) => [`handle-${id}`, audience])]) as Record<string, string>;
  return audiencesPage(c.var.view, { state: sentBack ?? { values, errors: {} }, profile: { ...profile, photo }, handles });
}
