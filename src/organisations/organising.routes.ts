/** For organisers: requests, members, organisers, invitations; and the invitation as the invited see it. */
import { z } from "zod";
import { parseForm } from "../platform/http/form.ts";
import { newcomerMay, NEWCOMER_DAYS } from "../people/newcomer.ts";
import { withinRate } from "../platform/http/rate.ts";
import { hashToken, isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { after, forOrganisers, nextPart } from "./asked-unit.routes.ts";
import { answerInvitation, invite, takeBackInvitation } from "./invitation.actions.ts";
import { invitationPage, invitationSpentPage } from "./invitation.pages.ts";
import { invitationByToken, openInvitations, ownsAddress } from "./invitation.sql.ts";
import { INVITATIONS_A_DAY, INVITATIONS_TO_ONE_ADDRESS_A_DAY, maskedAddress, MOST_AT_ONCE, readAddresses } from "./invitation.ts";
import { answerRequest, isLastOrganiser } from "./joining.actions.ts";
import { openJoinRequests } from "./join-request.sql.ts";
import { filterWords, membersAsked, readMemberFilter } from "./member-filter.ts";
import { countMembersAsked, memberNamed, membersByName, membersForOrganisers, membersOf, unitsBeneath } from "./member.sql.ts";
import { appointOrganiser, endOrganising, removeMember, seatOnCommittee } from "./organiser.actions.ts";
import { organisersOf } from "./organiser.sql.ts";
import { invitationsPage, membersPage, organisersPage, removalPage, requestsPage } from "./organising.pages.ts";
import type { Finder } from "./organising.pages.ts";
import { patternsFor } from "./search-words.ts";
import { unitById, unitsOnPath } from "./unit.sql.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

const MEMBERS = 50;
const NOBODY = "00000000-0000-0000-0000-000000000000";

export const showRequests = forOrganisers(async (c, _, unit) => show(c, requestsPage(c.var.view, unit, await openJoinRequests.many(c.var.house.db, unit.id))));

const answerForm = z.object({ answer: z.enum(["accept", "decline"]) });

export const postRequestAnswer = forOrganisers(async (c, viewer, unit) => {
  const form = await parseForm(c, answerForm, c.var.view.t);
  const requestId = c.req.param("request") ?? "";
  if (!form.ok || !isId(requestId)) return notFound(c);
  const { kind } = await answerRequest(c.var.house, viewer, { requestId, accept: form.value.answer === "accept" });
  const path = `${unitUrl(unit)}/requests`;
  if (kind === "not-found") return notFound(c);
  else if (kind === "accepted") return done(c, path, "organisations.acceptedDone");
  else if (kind === "declined") return done(c, path, "organisations.declinedDone");
  else return done(c, path, "organisations.requestGone");
});

const personForm = z.object({ personId: z.uuid() });

export const showOrganisers = forOrganisers(async (c, _, unit) => {
  const { house, view } = c.var;
  const [organisers, path, finder] = await Promise.all([organisersOf.many(house.db, unit.id, null), unitsOnPath.many(house.db, unit.path), findPeople(c, unit)]);
  const above = path.filter((each) => each.id !== unit.id).map((each) => ({ name: each.name, url: unitUrl({ ...each, organisationSlug: unit.organisationSlug }) }));
  return show(c, organisersPage(view, { unit, organisers, above, finder, lastOne: unit.kind === "organisation" && organisers.length === 1 }));
});

export const postOrganiser = forOrganisers(async (c, viewer, unit) => {
  const form = await parseForm(c, personForm, c.var.view.t);
  if (!form.ok) return notFound(c);
  const { kind } = await appointOrganiser(c.var.house, viewer, { unitId: unit.id, personId: form.value.personId });
  return kind === "not-found" || kind === "not-member" ? notFound(c) : done(c, `${unitUrl(unit)}/organisers`, "organisations.organiserDone");
});

export const postOrganiserRemoval = forOrganisers(async (c, viewer, unit) => {
  const form = await parseForm(c, personForm, c.var.view.t);
  if (!form.ok) return notFound(c);
  const { personId } = form.value;
  const { kind } = await endOrganising(c.var.house, viewer, { unitId: unit.id, personId });
  const path = `${unitUrl(unit)}/organisers`;
  if (kind === "not-found") return notFound(c);
  else if (kind === "last-organiser") return done(c, path, "organisations.lastOrganiserKept");
  else if (personId === viewer.personId) return done(c, unitUrl(unit), "organisations.stoodDown", { unit: unit.name });
  else return done(c, path, "organisations.organiserEnded");
});

export const showMembers = forOrganisers(async (c, viewer, unit) => {
  const { house, view } = c.var;
  const isCommittee = unit.kind === "committee";
  const beneath = await unitsBeneath.many(house.db, unit.id);
  // On a committee's page the words look for somebody to sit on it, and nothing else narrows its few members.
  const filter = readMemberFilter((name) => (isCommittee ? undefined : c.req.query(name)), beneath);
  const words = filterWords(filter);
  const asked = membersAsked(filter, beneath);
  const from = after(c);
  const [members, count, finder, seated] = await Promise.all([
    membersForOrganisers.many(house.db.slow, unit.id, viewer.personId, asked, from.name, from.id, MEMBERS + 1),
    Object.keys(words).length > 0 ? countMembersAsked.one(house.db.slow, unit.id, asked) : null,
    isCommittee ? findPeople(c, unit) : null,
    isCommittee ? membersOf.many(house.db, unit.id, null, [], "", NOBODY, 1000) : [],
  ]);
  const { rows, more } = nextPart(`${unitUrl(unit)}/members`, members, MEMBERS, words);
  return show(c, membersPage(view, { unit, filter, beneath, found: count?.count ?? null, members: rows, more, finder, seated: new Set(seated.map((person) => person.personId)) }));
});

export const postSeat = forOrganisers(async (c, viewer, unit) => {
  const form = await parseForm(c, personForm, c.var.view.t);
  if (!form.ok) return notFound(c);
  const { kind } = await seatOnCommittee(c.var.house, viewer, { unitId: unit.id, personId: form.value.personId });
  return kind === "not-found" || kind === "not-member" ? notFound(c) : done(c, `${unitUrl(unit)}/members`, "organisations.seatedDone");
});

export const showMemberRemoval = forOrganisers(async (c, _, unit) => {
  const { house, view } = c.var;
  const personId = c.req.param("person") ?? "";
  const person = isId(personId) ? await memberNamed.maybe(house.db, unit.id, personId) : null;
  if (!person) return notFound(c);
  return show(c, removalPage(view, unit, person, unit.kind === "organisation" && (await isLastOrganiser(house.db, unit.id, personId))));
});

export const postMemberRemoval = forOrganisers(async (c, viewer, unit) => {
  const personId = c.req.param("person") ?? "";
  if (!isId(personId)) return notFound(c);
  const { kind } = await removeMember(c.var.house, viewer, { unitId: unit.id, personId });
  if (kind === "not-found") return notFound(c);
  else if (kind === "last-organiser") return c.redirect(`${unitUrl(unit)}/members/${personId}/removal`, 303);
  else return done(c, `${unitUrl(unit)}/members`, "organisations.removedDone");
});

async function findPeople(c: Web, unit: Unit): Promise<Finder> {
  const q = (c.req.query("q") ?? "").trim().slice(0, 200);
  return { q, people: q ? await membersByName.many(c.var.house.db.slow, unit.organisationId, patternsFor(q)) : [] };
}

export const showInvitations = forOrganisers(async (c, _, unit) =>
  unit.closedAt ? notFound(c) : show(c, invitationsPage(c.var.view, unit, await openInvitations.many(c.var.house.db, unit.id))),
);

const inviteForm = z.object({
  addresses: z.string("organisations.addressesMissing").min(1, "organisations.addressesMissing").max(20_000, "organisations.addressesTooMany"),
  note: z.string().max(1000, "organisations.noteTooLong").default(""),
});

export const postInvitations = forOrganisers(async (c, viewer, unit) => {
  const { house, view } = c.var;
  const form = await parseForm(c, inviteForm, view.t);
  const again = async (error: string | null) =>
    show(c, invitationsPage(view, unit, await openInvitations.many(house.db, unit.id), error ? { ...form.state, errors: { addresses: error } } : form.state), 422);
  if (!form.ok) return again(null);
  const { addresses, wrong } = readAddresses(form.value.addresses);
  if (wrong.length > 0) return again(view.t("organisations.addressWrong", { address: wrong[0]! }));
  if (addresses.length > MOST_AT_ONCE) return again(view.t("organisations.addressesTooMany"));
  const now = house.clock.now();
  // Each address counts, whether or not its letter is needed: the rate is of what somebody tried.
  const isCalm = (what: string, who: string, most: number) => withinRate(house.db, now, what, who, { most, minutes: 24 * 60 });
  for (const address of addresses) {
    if (!(await newcomerMay(house, viewer, "invitation"))) return again(view.t("errors.slowly", { days: NEWCOMER_DAYS }));
    if (!(await isCalm("invitation", unit.id, INVITATIONS_A_DAY)) || !(await isCalm("invitation-by", viewer.personId, INVITATIONS_A_DAY))) return again(view.t("organisations.invitationsRate"));
    if (!(await isCalm("invitation-to", address.toLowerCase(), INVITATIONS_TO_ONE_ADDRESS_A_DAY))) return again(view.t("organisations.invitationsToOne", { address }));
  }
  const outcome = await invite(house, viewer, { unitId: unit.id, addresses, note: form.value.note });
  if (outcome.kind === "not-found") return notFound(c);
  return done(c, `${unitUrl(unit)}/invitations`, "organisations.invitedDone", { sent: outcome.sent, settled: outcome.settled });
});

export const postInvitationWithdrawal = forOrganisers(async (c, viewer, unit) => {
  const invitationId = c.req.param("invitation") ?? "";
  if (!isId(invitationId)) return notFound(c);
  const { kind } = await takeBackInvitation(c.var.house, viewer, { unitId: unit.id, invitationId });
  return kind === "not-found" ? notFound(c) : done(c, `${unitUrl(unit)}/invitations`, "organisations.invitationWithdrawn");
});

export async function showInvitation(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const token = c.req.param("token") ?? "";
  const invitation = await invitationByToken.maybe(house.db, hashToken(token));
  const unit = invitation && (await unitById.maybe(house.db, invitation.unitId));
  if (!invitation || !unit || unit.closedAt) return show(c, invitationSpentPage(view), 404);
  const owns = viewer ? (await ownsAddress.one(house.db, viewer.personId, invitation.address)).owns : false;
  const stands = !viewer ? "stranger" : owns ? "owner" : "someone-else";
  return show(c, invitationPage(view, { unit, token, address: maskedAddress(invitation.address), from: invitation.invitedBy, stands }));
}

export const postInvitationAcceptance = forPeople((c) => answered(c, true));
export const postInvitationRefusal = forPeople((c) => answered(c, false));

async function answered(c: Web, accept: boolean): Promise<Response> {
  const token = c.req.param("token") ?? "";
  if (!c.var.viewer) return notFound(c);
  const outcome = await answerInvitation(c.var.house, c.var.viewer, { token, accept });
  if (outcome.kind === "accepted") return done(c, unitUrl(outcome.unit), "organisations.joinedDone", { unit: outcome.unit.name });
  else if (outcome.kind === "barred") return done(c, unitUrl(outcome.unit), "organisations.barredDone", { unit: outcome.unit.name });
  else if (outcome.kind === "declined") return done(c, "/", "organisations.invitationDeclined");
  else return c.redirect(`/invitations/${token}`, 303);
}
