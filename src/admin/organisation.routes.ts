import { answerFounding } from "../organisations/founding.actions.ts";
import { foundingRequests } from "../organisations/founding.sql.ts";
import { formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { patternFor } from "./account.ts";
import { forAdministrators } from "./admin.routes.ts";
import { handOver } from "./hand-over.actions.ts";
import { mayHandOver } from "./organisation.ts";
import { handOverPage, organisationsPage } from "./organisation.pages.ts";
import { organisationInCare, organisationsInCare, possibleOrganisers } from "./organisation.sql.ts";

const MOST = 200;
const MOST_MEMBERS = 50;

export const showOrganisations = forAdministrators(async (c) => {
  const { db } = c.var.house;
  const [organisations, requests] = await Promise.all([organisationsInCare.many(db.slow, MOST + 1), foundingRequests.many(db, 50)]);
  return show(c, organisationsPage(c.var.view, { organisations: organisations.slice(0, MOST), requests, hasMore: organisations.length > MOST }));
});

export const postFounding = forAdministrators(async (c, viewer) => {
  const id = c.req.param("request");
  const { answer } = await formValues(c);
  if (!isId(id) || (answer !== "accept" && answer !== "decline")) return notFound(c);
  const { kind } = await answerFounding(c.var.house, viewer, { id, accept: answer === "accept" });
  const said = { founded: "admin.organisations.founded", declined: "admin.organisations.declined", gone: "admin.waiting.gone", "not-found": "admin.waiting.gone" } as const;
  return done(c, "/admin/organisations", said[kind]);
});

export const showHandOver = forAdministrators((c) => handOverForm(c, {}));

export const postHandOver = forAdministrators(async (c, viewer) => {
  const organisationId = c.req.param("organisation");
  const { personId } = await formValues(c);
  if (!isId(organisationId)) return notFound(c);
  if (!isId(personId)) return handOverForm(c, { personId: c.var.view.t("admin.organisations.whoMissing") });
  const { kind } = await handOver(c.var.house, viewer, { organisationId, personId });
  if (kind === "not-found" || kind === "in-care") return notFound(c);
  if (kind === "not-member") return handOverForm(c, { personId: c.var.view.t("admin.organisations.whoMissing") });
  return done(c, "/admin/organisations", "admin.organisations.handed");
});

/** Nothing is there while somebody organises it: not theirs to decide. */
async function handOverForm(c: Web, errors: Record<string, string>): Promise<Response> {
  const { db, clock } = c.var.house;
  const id = c.req.param("organisation");
  const organisation = isId(id) ? await organisationInCare.maybe(db, id) : null;
  if (!organisation || !mayHandOver(organisation, clock.now())) return notFound(c);
  const q = (c.req.query("q") ?? "").trim().slice(0, 100);
  const possible = await possibleOrganisers.many(db, organisation.id, patternFor(q), MOST_MEMBERS + 1);
  const page = handOverPage(c.var.view, { organisation, possible: possible.slice(0, MOST_MEMBERS), q, hasMore: possible.length > MOST_MEMBERS, state: { values: {}, errors } });
  return show(c, page, Object.keys(errors).length > 0 ? 422 : 200);
}
