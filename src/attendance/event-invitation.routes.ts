/** For organisers: asking people to an event by name or address, and what became of each. */
import { z } from "zod";
import { eventOrganisedBy } from "../events/event.sql.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { INVITATIONS_A_DAY, INVITATIONS_TO_ONE_ADDRESS_A_DAY, MOST_AT_ONCE, readAddresses } from "../organisations/invitation.ts";
import { patternsFor } from "../organisations/search-words.ts";
import { NEWCOMER_DAYS, newcomerMay } from "../people/newcomer.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { inviteToEvent, withdrawFromEvent } from "./event-invitation.actions.ts";
import { eventInvitationsPage } from "./event-invitation.pages.ts";
import { invitationsOf, membersToInvite } from "./event-invitation.sql.ts";

export const showEventInvitations = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  return event?.publishedAt ? invitations(c, viewer, event) : notFound(c);
});

const inviteForm = z.object({
  person: z.string().refine((id) => id === "" || isId(id), "errors.field").default(""),
  q: z.string().max(200).catch("").default(""),
  addresses: z.string().max(20_000, "organisations.addressesTooMany").default(""),
  note: z.string().max(1000, "organisations.noteTooLong").default(""),
});

export const postEventInvitations = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await eventOrganisedBy(house.db, viewer, c.req.param("id"));
  if (!event?.publishedAt) return notFound(c);
  const form = await parseForm(c, inviteForm, view.t);
  const again = (error: string | null) => invitations(c, viewer, event, error ? { ...form.state, errors: { addresses: error } } : form.state, 422);
  if (!form.ok) return again(null);
  const { person, q, note } = form.value;
  const { addresses, wrong } = readAddresses(form.value.addresses);
  if (wrong.length > 0) return again(view.t("organisations.addressWrong", { address: wrong[0]! }));
  if (!person && addresses.length === 0) return again(view.t("organisations.addressesMissing"));
  if (addresses.length > MOST_AT_ONCE) return again(view.t("organisations.addressesTooMany"));
  const slow = await tooManyFor(c, viewer, event, person ? [person] : addresses);
  if (slow) return again(slow);
  const outcome = await inviteToEvent(house, viewer, { eventId: event.id, personIds: person ? [person] : [], addresses: person ? [] : addresses, note });
  const back = `${eventUrl(event.id)}/invitations${person && q ? `?q=${encodeURIComponent(q)}` : ""}`;
  if (outcome.kind === "not-found") return notFound(c);
  else if (outcome.kind === "over") return done(c, eventUrl(event.id), "invited.over");
  return done(c, back, "invited.done", { count: outcome.count, already: outcome.already });
});

export const postEventInvitationWithdrawal = forPeople(async (c, viewer) => {
  const [eventId, invitationId] = [c.req.param("id"), c.req.param("invitation")];
  if (!isId(eventId) || !isId(invitationId)) return notFound(c);
  const { kind } = await withdrawFromEvent(c.var.house, viewer, { eventId, invitationId });
  if (kind === "not-found") return notFound(c);
  return done(c, `${eventUrl(eventId)}/invitations`, kind === "withdrawn" ? "invited.withdrawn" : "invited.answered");
});

async function invitations(c: Web, viewer: Viewer, event: Event, state?: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { db, clock } = c.var.house;
  const q = (c.req.query("q") ?? "").slice(0, 200);
  const patterns = patternsFor(q);
  const [sent, members] = await Promise.all([invitationsOf.many(db, event.id), patterns.length > 0 ? membersToInvite.many(db, event.id, viewer.personId, patterns, 21) : []]);
  const isAhead = !event.cancelledAt && Temporal.Instant.compare(event.endsAt, clock.now()) > 0;
  return show(c, eventInvitationsPage(c.var.view, { event, sent, finder: isAhead ? { q, members } : null, state }), status);
}

/** Each counts, whether or not its letter is needed: the rate is of what somebody tried. */
async function tooManyFor(c: Web, viewer: Viewer, event: Event, asked: readonly string[]): Promise<string | null> {
  const { house, view } = c.var;
  const isCalm = (what: string, who: string, most: number) => withinRate(house.db, house.clock.now(), what, who, { most, minutes: 24 * 60 });
  for (const one of asked) {
    if (!(await newcomerMay(house, viewer, "invitation"))) return view.t("errors.slowly", { days: NEWCOMER_DAYS });
    if (!(await isCalm("invitation", event.unitId, INVITATIONS_A_DAY)) || !(await isCalm("invitation-by", viewer.personId, INVITATIONS_A_DAY))) return view.t("organisations.invitationsRate");
    if (!(await isCalm("invitation-to", one.toLowerCase(), INVITATIONS_TO_ONE_ADDRESS_A_DAY))) return view.t("organisations.invitationsToOne", { address: isId(one) ? "" : one });
  }
  return null;
}
