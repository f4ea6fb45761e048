/** Making an event and editing it. */
import { unitById } from "../organisations/unit.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { formValues } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { isId, newId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { createEvent, editEvent } from "./event.actions.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { lockedFields } from "./event-fields.ts";
import { blankEvent, typedOf } from "./event-form.ts";
import { chooseHostPage, editEventPage, newEventPage } from "./event-form.pages.ts";
import type { EditProps, NewProps } from "./event-form.pages.ts";
import { eventOrganisedBy } from "./event.sql.ts";
import { hostsOrganised } from "./host.sql.ts";
import { marksOf, mergeEdits } from "./merge-edits.ts";
import { readEventForm } from "./read-event-form.ts";
import { nextOfItsKind, sameAgain } from "./same-again.ts";
import type { Typed } from "./typed-moment.ts";
import { venuesToChoose } from "./venue-seen.sql.ts";

export const showNewEvent = forPeople(async (c, viewer) => {
  const original = await eventOrganisedBy(c.var.house.db, viewer, c.req.query("copy"));
  const hosts = original ? [] : await hostsOrganised.many(c.var.house.db, [...viewer.organises]);
  const unitId = original?.unitId ?? c.req.query("unit") ?? (hosts.length === 1 ? hosts[0]!.id : null);
  const venue = isId(c.req.query("venue")) ? c.req.query("venue")! : null;
  if (!unitId) return show(c, chooseHostPage(c.var.view, hosts, venue));
  if (original) return copyForm(c, viewer, original);
  const typed = venue ? { venue, meets: "room" } : null;
  return newForm(c, viewer, unitId, { values: { ...typed, once: newId(), unit: unitId }, errors: {} });
});

export const postNewEvent = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const values = await formValues(c);
  const unitId = String(values["unit"] ?? "");
  if (looksForVenue(values)) return newForm(c, viewer, unitId, { values, errors: {} });
  const read = readEventForm(values, view.t, house.clock.now(), null, new Set());
  if (!read.ok) return newForm(c, viewer, unitId, read.state, 422);
  const outcome = await createEvent(house, viewer, { unitId: isId(unitId) ? unitId : newId(), ...read.value, once: onceOf(values), copyOf: isId(values["copy"]) ? values["copy"] : null });
  if (outcome.kind === "created") return done(c, `${eventUrl(outcome.eventId)}/publication`, "events.drafted");
  else if (outcome.kind === "venue-gone") return newForm(c, viewer, unitId, withError(c, read.state, "venue", "events.venueGone"), 422);
  return notFound(c);
});

export const showEditEvent = forPeople(async (c, viewer) => {
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  if (event.cancelledAt && !event.isPostponed) return done(c, eventUrl(event.id), "events.cancelledNoEdit");
  return editForm(c, event, { state: freshState(event, typedOf(event)) });
});

export const postEditEvent = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await eventOrganisedBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const now = house.clock.now();
  const values = await formValues(c);
  if (looksForVenue(values)) return editForm(c, event, { state: { values, errors: {} } });
  const read = readEventForm(values, view.t, now, event, lockedFields(event, now));
  const revision = Number(values["revision"]);
  if (!read.ok) return revision === event.revision ? editForm(c, event, { state: read.state }, 422) : meanwhile(c, event, values, read.state.errors);
  const outcome = await editEvent(house, viewer, { eventId: event.id, ...read.value, once: onceOf(values), revision });
  switch (outcome.kind) {
    case "saved": {
      if (!event.publishedAt) return done(c, `${eventUrl(event.id)}/publication`, "events.saved");
      if (outcome.changed.length === 0) return done(c, eventUrl(event.id), "events.savedNothing");
      if (outcome.over > 0 && outcome.changed.includes("capacity")) return done(c, eventUrl(event.id), "events.savedOver", { taken: outcome.taken, fit: outcome.taken - outcome.over, over: outcome.over });
      const count = event.goingCount + event.maybeCount + event.waitingCount;
      return outcome.told ? done(c, eventUrl(event.id), "events.savedAndTold", { count }) : done(c, eventUrl(event.id), "events.saved");
    }
    case "edited-meanwhile":
      return meanwhile(c, outcome.event, values, {});
    case "names-to-more":
      return editForm(c, event, { state: withError(c, { values, errors: {} }, "namesFor", "events.namesForWider") }, 422);
    case "venue-gone":
      return editForm(c, event, { state: withError(c, read.state, "venue", "events.venueGone") }, 422);
    case "cancelled":
      return done(c, eventUrl(event.id), "events.cancelledNoEdit");
    case "not-found":
      return notFound(c);
  }
});

/** Its words and its place, nothing of the answers; with `again=month` also its dates, moved on. */
async function copyForm(c: Web, viewer: Viewer, original: Event): Promise<Response> {
  const on = original.startsAt.toZonedDateTimeISO(original.zone).toPlainDate();
  const next = nextOfItsKind(on, c.var.house.clock.now().toZonedDateTimeISO(original.zone).toPlainDate());
  const isAgain = c.req.query("again") === "month";
  const typed = isAgain ? sameAgain(typedOf(original), on, next) : undated(typedOf(original));
  const state = { values: { ...typed, once: newId(), unit: original.unitId, copy: original.id }, errors: {} };
  return newForm(c, viewer, original.unitId, state, 200, { original, next, isAgain });
}

async function newForm(c: Web, viewer: Viewer, unitId: string, state: FormState, status: 200 | 422 = 200, copied: NewProps["copied"] = null): Promise<Response> {
  const host = isId(unitId) ? await unitById.maybe(c.var.house.db, unitId) : null;
  if (!host || host.closedAt || !mayOrganise(viewer, host.path)) return notFound(c);
  const values = { ...blankEvent(host.zone, host.onlineOnly), ...state.values };
  const { state: asked, ...venues } = await venuesFor(c, host.organisationId, null, { ...state, values });
  return show(c, newEventPage(c.var.view, { state: asked, ...venues, locked: new Set(), unitId, hostName: host.name, copied }), status);
}

async function editForm(c: Web, event: Event, props: Pick<EditProps, "state" | "meanwhile">, status: 200 | 422 = 200): Promise<Response> {
  const venues = await venuesFor(c, event.organisationId, event.venueId, props.state);
  return show(c, editEventPage(c.var.view, { ...props, event, ...venues, locked: lockedFields(event, c.var.house.clock.now()) }), status);
}

/** As many as a list can hold that somebody reads; more are looked for by words. */
const VENUES = 50;

async function venuesFor(c: Web, organisationId: string, storedId: string | null, state: EditProps["state"]): Promise<Pick<EditProps, "venues" | "hasMoreVenues" | "state">> {
  const words = String(state.values["findVenue"] ?? "").slice(0, 160);
  const typed = state.values["venue"];
  const found = await venuesToChoose.many(c.var.house.db, organisationId, storedId, isId(typed) ? typed : null, words, VENUES + 1);
  const isNone = words !== "" && !found.some(({ fits }) => fits);
  const errors = isNone ? { ...state.errors, findVenue: c.var.view.t("venues.lookNone", { q: words }) } : state.errors;
  return { venues: found.slice(0, VENUES), hasMoreVenues: found.length > VENUES, state: { ...state, errors } };
}

/** By its own button; or words were typed and sent on with Enter, which then do not mean "save". */
function looksForVenue(values: FormState["values"]): boolean {
  return values["look"] === "yes" || (values["findVenue"] ?? "") !== (values["lookedFor"] ?? "");
}

/** Somebody else saved first: the form comes back with both, and may be saved as it then is. */
async function meanwhile(c: Web, event: Event, values: FormState["values"], errors: Record<string, string>): Promise<Response> {
  const mine = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()[0] ?? ""]));
  const theirs = typedOf(event);
  const { typed, clashes, taken } = mergeEdits(mine["marks"] ?? "", mine, theirs);
  const labels = (names: string[]) => [...new Set(names.map((name) => c.var.view.t(LABELS[name] ?? "events.sectionWhen")))];
  const state = { values: { ...freshState(event, theirs).values, ...typed, revision: String(event.revision), marks: marksOf(theirs) }, errors };
  const shown = clashes.map((name) => ({ label: labels([name])[0]!, theirs: name === "venue" ? (event.venueName ?? "") : theirs[name]! }));
  return editForm(c, event, { state, meanwhile: { taken: labels(taken), clashes: shown } }, 422);
}

const LABELS: Record<string, MessageKey> = {
  title: "events.title", summary: "events.summary", about: "events.about", notes: "events.notes", icebreaker: "events.icebreaker", zone: "events.zone",
  meets: "events.meets", venue: "events.venue", onlineUrl: "events.onlineUrl", capacity: "events.capacity", cost: "events.cost", food: "events.food",
  audience: "events.audience", namesFor: "events.namesFor", counts: "events.counts", placeFor: "events.placeFor",
  photoPolicy: "events.photoPolicy", doorsTime: "events.doors", startsDate: "events.starts", startsTime: "events.starts", endsDate: "events.ends", endsTime: "events.ends",
  answerByDate: "events.answerBy", answerByTime: "events.answerBy", opensDate: "events.opens", opensTime: "events.opens",
};

function freshState(event: Event, typed: Typed): FormState {
  return { values: { ...typed, once: newId(), revision: String(event.revision), marks: marksOf(typed) }, errors: {} };
}

function withError(c: Web, state: FormState, field: string, key: MessageKey): FormState {
  return { ...state, errors: { ...state.errors, [field]: c.var.view.t(key) } };
}

/** A form without its mark (a program's) counts as a new one each time. */
function onceOf(values: FormState["values"]): string {
  return String(values["once"] || newId()).slice(0, 80);
}

/** A copy keeps its words and place; its dates are to be chosen. */
function undated(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !/Date$|^(answerBy|opens)|Which$/.test(name)));
}
