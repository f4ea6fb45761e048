/** Joining, asking, changing branch, leaving. */
import { z } from "zod";
import { isId } from "../platform/ids.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import type { Viewer } from "../people/viewer.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { askedUnit } from "./asked-unit.routes.ts";
import { branchPage, joiningPage, leavingPage } from "./joining.pages.ts";
import { changeBranch, isLastOrganiser, joinUnit, leaveUnit, withdrawRequest } from "./joining.actions.ts";
import type { JoinOutcome } from "./joining.actions.ts";
import { wayIn } from "./joining.ts";
import { currentBranches, membershipsBeneath } from "./membership.sql.ts";
import { unitsOf } from "./overview.sql.ts";
import { standingIn } from "./standing.sql.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

const joinForm = z.object({ note: z.string().max(1000, "organisations.noteTooLong").default(""), branchId: z.string().default("").transform((id) => (isId(id) ? id : null)) });

export const showJoining = forPeople(async (c, viewer) => {
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  const branches = await openBranches(c, unit);
  const wanted = branches.find((branch) => branch.slug === c.req.query("branch"));
  return showForm(c, viewer, unit, { values: { branchId: wanted?.id ?? "" }, errors: {} }, 200);
});

export const postJoining = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  const form = await parseForm(c, joinForm, view.t);
  if (!form.ok) return showForm(c, viewer, unit, form.state, 422);
  if (!(await withinRate(house.db, house.clock.now(), "joining", viewer.personId, { most: 60, minutes: 60 }))) return tooMany(c);
  const { kind } = await joinUnit(house, viewer, { unitId: unit.id, ...form.value });
  if (kind === "not-found") return notFound(c);
  const said = SAID[kind];
  return done(c, said ? unitUrl(unit) : `${unitUrl(unit)}/joining`, said, { unit: unit.name });
});

/** Everything else is explained on the joining page itself. */
const SAID: Partial<Record<JoinOutcome["kind"], MessageKey>> = {
  joined: "organisations.joinedDone",
  already: "organisations.joinedDone",
  asked: "organisations.askedDone",
  barred: "organisations.barredDone",
};

export const postJoiningWithdrawal = forPeople(async (c, viewer) => {
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  await withdrawRequest(c.var.house, viewer, unit.id);
  return done(c, unitUrl(unit), "organisations.withdrawnDone", { unit: unit.name });
});

async function showForm(c: Web, viewer: Viewer, unit: Unit, state: FormState, status: 200 | 422): Promise<Response> {
  const { house, view } = c.var;
  const [standing, branches] = await Promise.all([standingIn.many(house.db, viewer.personId, unit.organisationId), openBranches(c, unit)]);
  const here = standing.find((row) => row.unitId === unit.id);
  const root = standing.find((row) => row.unitId === unit.organisationId);
  const way = wayIn(unit, { isMember: !!here?.since, isOrganisationMember: !!root?.since, hasAsked: !!here?.askedAt });
  return show(c, joiningPage(view, { unit, way, askedAt: here?.askedAt ?? null, branches, state }), status);
}

/** The branches that anybody in the organisation may simply join; a unit has none to choose from. */
async function openBranches(c: Web, unit: Unit) {
  if (unit.kind !== "organisation") return [];
  const all = await unitsOf.many(c.var.house.db, unit.id, c.var.house.clock.now());
  return all.filter((each) => each.kind === "branch" && each.joinPolicy === "open");
}

const branchForm = z.object({ branchId: z.string("organisations.branchMissing").refine((id) => id === "none" || isId(id), "organisations.branchMissing") });

export const showBranch = forPeople(async (c, viewer) => {
  const mine = await membership(c, viewer);
  return mine ? show(c, branchPage(c.var.view, mine.unit, mine.branches, mine.branch, { values: { branchId: mine.branch?.id ?? "" }, errors: {} })) : notFound(c);
});

export const postBranch = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const mine = await membership(c, viewer);
  if (!mine) return notFound(c);
  const form = await parseForm(c, branchForm, view.t);
  if (!form.ok) return show(c, branchPage(view, mine.unit, mine.branches, mine.branch, form.state), 422);
  const { branchId } = form.value;
  const outcome = await changeBranch(house, viewer, { organisationId: mine.unit.id, branchId: branchId === "none" ? null : branchId });
  if (outcome.kind === "not-found") return notFound(c);
  return outcome.to ? done(c, unitUrl(outcome.to), "organisations.branchDone", { branch: outcome.to.name }) : done(c, unitUrl(mine.unit), "organisations.branchNoneDone");
});

/** The organisation with its open branches and the viewer's own; null where they are no member. */
async function membership(c: Web, viewer: Viewer) {
  const unit = await askedUnit(c);
  if (!unit || !viewer.memberOf.has(unit.id)) return null;
  const { house } = c.var;
  const [all, current] = await Promise.all([unitsOf.many(house.db, unit.id, house.clock.now()), currentBranches.many(house.db, viewer.personId, unit.id)]);
  const own = new Set(current.map((row) => row.unitId));
  const branches = all.filter((each) => each.kind === "branch" && (each.joinPolicy === "open" || own.has(each.id)));
  return { unit, branches, branch: branches.find((each) => own.has(each.id)) ?? null };
}

export const showLeaving = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  const [own, ...others] = await membershipsBeneath.many(house.db, viewer.personId, unit.id);
  if (own?.unitId !== unit.id) return notFound(c);
  const lastOrganiser = unit.kind === "organisation" && (await isLastOrganiser(house.db, unit.id, viewer.personId));
  return show(c, leavingPage(view, { unit, since: own.startsOn, others, lastOrganiser }));
});

export const postLeaving = forPeople(async (c, viewer) => {
  const unit = await askedUnit(c);
  if (!unit) return notFound(c);
  const { kind } = await leaveUnit(c.var.house, viewer, unit.id);
  if (kind === "not-found") return notFound(c);
  if (kind === "last-organiser") return c.redirect(`${unitUrl(unit)}/leaving`, 303);
  return done(c, unitUrl(unit), "organisations.leftDone", { unit: unit.name });
});
