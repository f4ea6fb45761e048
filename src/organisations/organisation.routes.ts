/** Looking at organisations and units, and founding, changing and closing them. */
import { homeAreaOf } from "../people/profile.sql.ts";
import { isMember, mayOrganise } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { newcomerMay } from "../people/newcomer.ts";
import { withinRate } from "../platform/http/rate.ts";
import { done, forPeople, notFound, show, showPublic, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { after, askedUnit, forOrganisers, nextPart } from "./asked-unit.routes.ts";
import { desk } from "./desk.parts.ts";
import { directoryPage } from "./directory.pages.ts";
import { askerOf } from "./event-audience.sql.ts";
import { askWords, isEverything, readAsk } from "./directory.ts";
import { organisationsFound, unitsFound } from "./directory.sql.ts";
import { askForOrganisation } from "./founding.actions.ts";
import { friendsOf } from "./friend.sql.ts";
import { mayFound } from "./founding.ts";
import { closingPage } from "./joining.pages.ts";
import { wayIn } from "./joining.ts";
import { membersOf } from "./member.sql.ts";
import { nearestTown } from "./near.ts";
import { newUnitForm, organisationForm, organisationTyped, unitForm, unitTyped } from "./organisation-form.ts";
import { editOrganisationPage, editUnitPage, foundingClosedPage, newOrganisationPage, newUnitPage } from "./organisation-form.pages.ts";
import { createOrganisation, editOrganisation } from "./organisation.actions.ts";
import { organisationPage } from "./organisation.pages.ts";
import type { UnitRow } from "./organisation.pages.ts";
import { organisersOf } from "./organiser.sql.ts";
import { unitsOf, upcomingOf, waitingFor } from "./overview.sql.ts";
import { patternsFor } from "./search-words.ts";
import { standingIn } from "./standing.sql.ts";
import { closeUnit, createUnit, editUnit } from "./unit.actions.ts";
import { unitPage } from "./unit.pages.ts";
import { codesTaken } from "./unit.sql.ts";
import { codesFor, unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

const EVENTS = 6;
const FACES = 48;
const PART = 50;

export async function showDirectory(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const ask = readAsk(c.req.query());
  const filter = { patterns: patternsFor(ask.q), near: ask.near, policy: ask.policy };
  const from = after(c);
  const isFirstPart = from.name === "";
  const areUnits = ask.kind !== "organisation";
  const [organisations, units, friends, home] = await Promise.all([
    areUnits ? [] : organisationsFound.many(house.db, filter, from, PART + 1),
    areUnits ? unitsFound.many(house.db, ask.kind, filter, from, PART + 1) : [],
    viewer && viewer.memberOf.size > 0 && isEverything(ask) && isFirstPart ? friendsOf.many(house.db, [...viewer.memberOf]) : [],
    viewer ? homeAreaOf.maybe(house.db, viewer.personId) : null,
  ]);
  const found = areUnits ? units : organisations;
  const last = found.length > PART ? found[PART - 1]! : null;
  const marked = <T extends { id: string }>(rows: T[]) => rows.slice(0, PART).map((each) => ({ ...each, isMine: isMember(viewer, each.id) }));
  return showPublic(
    c,
    directoryPage(view, {
      ask, friends, isFirstPart,
      organisations: marked(organisations),
      units: marked(units),
      more: last && `/organisations?${new URLSearchParams({ ...askWords(ask), after: last.name, id: last.id })}`,
      home: home?.area ? nearestTown(home.area) : null,
    }),
  );
}

export async function showOrganisation(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  const seesNames = isMember(viewer, unit.organisationId);
  const { way, since, declinedAt, units, events, organisers } = await gather(c, unit);
  // Unless another is asked for, that of the viewer's own branch or group
  const mine = new Set(units.filter((each) => each.kind !== "committee" && each.way === "member").map((each) => each.id));
  const committees = units.filter((each) => each.kind === "committee");
  const shown = committees.find((each) => each.slug === c.req.query("committee")) ?? committees.find((each) => mine.has(each.parentId ?? "")) ?? committees[0];
  const isSmall = units.every((each) => each.kind === "committee");
  const [seated, members] = await Promise.all([
    shown && seesNames ? membersOf.many(house.db, shown.id, viewer?.personId ?? null, [], "", NOBODY, FACES) : null,
    isSmall && seesNames ? crowdOf(c, unit) : null,
  ]);
  return showPublic(
    c,
    organisationPage(view, {
      unit, way, since, declinedAt, units, events, organisers, members,
      organisesIt: viewer?.organises.has(unit.id) ?? false,
      committee: shown ? { id: shown.id, members: seated } : null,
      desk: await deskOf(c, unit),
    }),
  );
}

export async function showUnit(c: Web): Promise<Response> {
  const { view, viewer } = c.var;
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  const [{ way, since, declinedAt, units, events, organisers }, members] = await Promise.all([gather(c, unit), isMember(viewer, unit.organisationId) ? crowdOf(c, unit) : null]);
  const beneath = units.filter((each) => each.parentId === unit.id);
  return showPublic(
    c,
    unitPage(view, { unit, way, since, declinedAt, units: beneath, events, organisers, members, organisesIt: viewer?.organises.has(unit.id) ?? false, desk: await deskOf(c, unit) }),
  );
}

/** What both pages show: four statements at once, however large the organisation. Strangers are told no names; whoever is signed in sees who organises. */
async function gather(c: Web, unit: Unit) {
  const { house, viewer } = c.var;
  const now = house.clock.now();
  const [standing, rows, events, organisers] = await Promise.all([
    viewer ? standingIn.many(house.db, viewer.personId, unit.organisationId) : [],
    unitsOf.many(house.db, unit.organisationId, now),
    upcomingOf.many(house.db, unit.id, askerOf(viewer), now, EVENTS),
    viewer ? organisersOf.many(house.db, unit.id, viewer.personId) : null,
  ]);
  const at = new Map(standing.map((row) => [row.unitId, row]));
  const stands = (id: string) => ({ isMember: !!at.get(id)?.since, isOrganisationMember: !!at.get(unit.organisationId)?.since, hasAsked: !!at.get(id)?.askedAt });
  const doors = { organisationPolicy: unit.organisationPolicy, closedAt: null };
  const units = rows.map((row): UnitRow & { parentId: string | null } => ({ ...row, way: wayIn({ ...row, ...doors }, stands(row.id)) }));
  const mine = at.get(unit.id);
  const unlinked = !isMember(viewer, unit.organisationId);
  return { way: wayIn(unit, stands(unit.id)), since: mine?.since ?? null, declinedAt: mine?.askedAt ? null : (mine?.declinedAt ?? null), units, events, organisers: organisers && organisers.map((each) => ({ ...each, unlinked: unlinked || each.isHidden })) };
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

async function crowdOf(c: Web, unit: Unit) {
  const from = after(c);
  const q = (c.req.query("q") ?? "").trim().slice(0, 200);
  const found = await membersOf.many(c.var.house.db, unit.id, c.var.viewer?.personId ?? null, patternsFor(q), from.name, from.id, FACES + 1);
  const { rows, more } = nextPart(unitUrl(unit), found, FACES, q ? { q } : {});
  return { people: rows, q, more: more && `${more}#members` };
}

async function deskOf(c: Web, unit: Unit) {
  const { house, view, viewer } = c.var;
  return mayOrganise(viewer, unit.path) ? desk(view, unit, await waitingFor.one(house.db, unit.id)) : null;
}

export const showNewOrganisation = forPeople((c, viewer) => {
  const may = mayFound(c.var.house.server.settings.founding, viewer);
  if (may === "no") return show(c, foundingClosedPage(c.var.view));
  return show(c, newOrganisationPage(c.var.view, { values: { line: "1", joinPolicy: "open", zone: c.var.view.zone }, errors: {} }, may === "ask"));
});

export const postNewOrganisation = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const may = mayFound(house.server.settings.founding, viewer);
  if (may === "no") return show(c, foundingClosedPage(view), 403);
  const form = await parseForm(c, organisationForm, view.t);
  const { values } = form.state;
  // An empty code is no mistake: one that fits the name and is free is put in, to be looked at.
  const taken = new Set((await codesTaken.many(house.db)).map((row) => row.code));
  const suggestion = () => codesFor(String(values["name"] ?? "")).find((code) => !taken.has(code)) ?? "";
  const again = (errors: FormState["errors"], code = values["code"] ?? "") => show(c, newOrganisationPage(view, { values: { ...values, code }, errors }, may === "ask"), 422);
  if (!form.ok) {
    const { code: wrongCode, ...errors } = form.state.errors;
    if (!wrongCode || values["code"]) return again(form.state.errors);
    return again({ ...errors, code: view.t("organisations.codeSuggested", { code: suggestion() }) }, suggestion());
  }
  if (!(await newcomerMay(house, viewer, "organisation"))) return tooMany(c);
  if (!(await withinRate(house.db, house.clock.now(), "organisation", viewer.personId, { most: 10, minutes: 24 * 60 }))) return tooMany(c);
  if (may === "ask") {
    await askForOrganisation(house, viewer, form.value);
    return done(c, "/organisations", "organisations.foundingAsked", { name: form.value.name });
  }
  const outcome = await createOrganisation(house, viewer, form.value);
  if (outcome.kind === "code-taken") return again({ code: view.t("organisations.codeTaken", { code: form.value.code, free: suggestion() }) });
  return done(c, outcome.path, "organisations.created", { name: form.value.name });
});

export const showEditUnit = forOrganisers((c, _, unit) =>
  show(c, unit.kind === "organisation" ? editOrganisationPage(c.var.view, unit, typed(organisationTyped(unit))) : editUnitPage(c.var.view, unit, unitUrl(unit), typed(unitTyped(unit)))),
);

export const postEditUnit = forOrganisers(async (c, viewer, unit) => {
  const { house, view } = c.var;
  if (unit.kind !== "organisation") {
    const form = await parseForm(c, unitForm, view.t);
    if (!form.ok) return show(c, editUnitPage(view, unit, unitUrl(unit), form.state), 422);
    const outcome = await editUnit(house, viewer, unit.id, form.value);
    return outcome.kind === "saved" ? done(c, unitUrl(unit), "organisations.saved") : notFound(c);
  }
  const form = await parseForm(c, organisationForm, view.t);
  if (!form.ok) return show(c, editOrganisationPage(view, unit, form.state), 422);
  const outcome = await editOrganisation(house, viewer, unit.id, form.value);
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "code-taken") {
    const error = view.t("organisations.codeTakenEdit", { code: form.value.code });
    return show(c, editOrganisationPage(view, unit, { ...form.state, errors: { code: error } }), 422);
  }
  return done(c, unitUrl(unit), "organisations.saved");
});

export const showNewUnit = forOrganisers(async (c, _, unit) => {
  const values = { kind: c.req.query("kind") ?? (unit.kind === "organisation" ? "branch" : "committee"), joinPolicy: "open", parentId: unit.id };
  return show(c, newUnitPage(c.var.view, unit, await parentsFor(c, unit), { values, errors: {} }));
});

export const postNewUnit = forOrganisers(async (c, viewer, unit) => {
  const { house, view } = c.var;
  const form = await parseForm(c, newUnitForm, view.t);
  if (!form.ok) return show(c, newUnitPage(view, unit, await parentsFor(c, unit), form.state), 422);
  const outcome = await createUnit(house, viewer, form.value);
  return outcome.kind === "created" ? done(c, outcome.path, "organisations.unitCreated", { name: form.value.name }) : notFound(c);
});

/** This unit and all beneath it: under each of them another may be made by whoever organises this one. */
async function parentsFor(c: Web, unit: Unit): Promise<{ id: string; name: string }[]> {
  const all = await unitsOf.many(c.var.house.db, unit.organisationId, c.var.house.clock.now());
  const beneath = new Set([unit.id]);
  for (const each of all) if (each.parentId && beneath.has(each.parentId)) beneath.add(each.id);
  return [unit, ...all.filter((each) => beneath.has(each.id) && each.id !== unit.id)].map(({ id, name }) => ({ id, name }));
}

export const showClosing = forOrganisers((c, _, unit) => (unit.kind === "organisation" || unit.closedAt ? notFound(c) : show(c, closingPage(c.var.view, unit))));

export const postClosing = forOrganisers(async (c, viewer, unit) => {
  const outcome = await closeUnit(c.var.house, viewer, unit.id);
  return outcome.kind === "closed" ? done(c, unitUrl(unit), "organisations.closedDone", { name: unit.name }) : notFound(c);
});

const typed = (values: Record<string, string>): FormState => ({ values, errors: {} });
