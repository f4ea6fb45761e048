import { mayOrganise } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { done, notFound, show, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { askedUnit, forOrganisers } from "./asked-unit.routes.ts";
import { sayConduct } from "./conduct.actions.ts";
import { conductFormPage, conductPage } from "./conduct.pages.ts";
import { conductOf, contactsPossible } from "./conduct.sql.ts";
import { conductForm, conductUrl } from "./conduct.ts";
import type { Unit } from "./unit.ts";

export async function showConduct(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const unit = await askedUnit(c);
  const conduct = unit && (await conductOf.maybe(house.db, unit.id, viewer?.personId ?? null));
  if (!unit || !conduct) return notFound(c);
  return showPublic(c, conductPage(view, { unit, conduct, mayEdit: mayOrganise(viewer, unit.path) }));
}

export const showConductForm = forOrganisers(async (c, viewer, unit) => {
  const conduct = await conductOf.maybe(c.var.house.db, unit.id, viewer.personId);
  return form(c, unit, { values: { words: conduct?.words ?? "", link: conduct?.link ?? "", contactId: conduct?.contactId ?? "", contactAddress: conduct?.contactAddress ?? "" }, errors: {} }, 200);
});

export const postConduct = forOrganisers(async (c, viewer, unit) => {
  const { house, view } = c.var;
  const read = await parseForm(c, conductForm, view.t);
  if (!read.ok) return form(c, unit, read.state, 422);
  const { kind } = await sayConduct(house, viewer, unit.id, read.value);
  if (kind === "not-found") return notFound(c);
  else if (kind === "nobody-of-ours") return form(c, unit, { ...read.state, errors: { contactId: view.t("conduct.personWrong") } }, 422);
  else return done(c, read.value.words || read.value.link || read.value.contactId || read.value.contactAddress ? conductUrl(unit.slug) : `/organisations/${unit.slug}`, "conduct.saved", { organisation: unit.name });
});

async function form(c: Web, unit: Unit, state: FormState, status: 200 | 422): Promise<Response> {
  const people = await contactsPossible.many(c.var.house.db, unit.id);
  return show(c, conductFormPage(c.var.view, { unit, people, state }), status);
}
