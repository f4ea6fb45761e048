/** The directory of places; one of them, for readers and for those who look after it. */
import { z } from "zod";
import { askerOf } from "../organisations/event-audience.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { formValues, parseForm } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, safePath, show, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { VENUE_LONGEST } from "./event-form.ts";
import { comingAt, pastAt } from "./event-list.sql.ts";
import { confirmVenue, editVenue, offerVenue } from "./venue.actions.ts";
import { editVenuePage, venuePage, venuesPage } from "./venue.pages.ts";
import { organisesIn, venueById } from "./venue.sql.ts";
import { venueChanges, venueSeen, venuesSeen } from "./venue-seen.sql.ts";
import { readLift, venueUrl } from "./venue.ts";

const PAGE = 30;
const MOST_WORDS = 200;

export async function showVenues(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const q = (c.req.query("q") ?? "").trim().slice(0, MOST_WORDS);
  const after = isId(c.req.query("after")) ? c.req.query("after")! : null;
  const rows = await venuesSeen.many(house.db, askerOf(viewer), q, after, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const more = rows.length > PAGE ? `/venues?${new URLSearchParams({ ...(q ? { q } : {}), after: shown.at(-1)!.id }).toString()}` : null;
  return showPublic(c, venuesPage(view, { q, rows: shown, more, isFirstPage: !after }));
}

export async function showVenue(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const id = c.req.param("id");
  const asker = askerOf(viewer);
  const venue = isId(id) ? await venueSeen.maybe(house.db, asker, id) : null;
  if (!venue) return notFound(c);
  const now = house.clock.now();
  const [coming, past, changes] = await Promise.all([
    comingAt.many(house.db, asker, now, venue.id, 20),
    pastAt.many(house.db, asker, now, venue.id, 10),
    venue.isOurs ? venueChanges.many(house.db, asker, venue.id, 30) : null,
  ]);
  const mayMake = viewer !== null && (venue.isOurs || (venue.isOffered && viewer.organises.size > 0));
  return showPublic(c, venuePage(view, { venue, coming, past, changes, mayMake }));
}

export const showEditVenue = forPeople(async (c, viewer) => {
  const venue = await venueOrganisedBy(c, viewer);
  if (!venue) return notFound(c);
  const { offeredAt: _, liftCm, ...words } = venue;
  return show(c, editVenuePage(c.var.view, venue, { values: { ...words, liftCm: liftCm?.toString() ?? "" }, errors: {} }, safePath(c.req.query("back") ?? venueUrl(venue.id))));
});

const text = (name: keyof typeof VENUE_LONGEST) => z.string().max(VENUE_LONGEST[name], "events.tooLong").default("");

const venueForm = z.object({
  name: z.string("events.venueNameNeeded").min(1, "events.venueNameNeeded").max(VENUE_LONGEST.name, "events.tooLong"),
  address: text("address"),
  area: text("area"),
  directions: text("directions"),
  stepFree: text("stepFree"),
  liftCm: z.string().default("").refine((typed) => readLift(typed) !== undefined, "events.liftWrong").transform((typed) => readLift(typed) ?? null),
  hearing: text("hearing"),
  quietRoom: text("quietRoom"),
  toilets: text("toilets"),
  transport: text("transport"),
  back: z.string().default("/events"),
});

export const postEditVenue = forPeople(async (c, viewer) => {
  const venue = await venueOrganisedBy(c, viewer);
  if (!venue) return notFound(c);
  const form = await parseForm(c, venueForm, c.var.view.t);
  if (!form.ok) return show(c, editVenuePage(c.var.view, venue, form.state, String(form.state.values["back"] ?? "")), 422);
  const { back, ...fields } = form.value;
  const outcome = await editVenue(c.var.house, viewer, venue.id, fields);
  return outcome.kind === "saved" ? done(c, safePath(back), "events.venueSaved", { count: outcome.eventsTold }) : notFound(c);
});

export const postVenueConfirmation = forPeople(async (c, viewer) => {
  const id = c.req.param("id");
  const outcome = isId(id) ? await confirmVenue(c.var.house, viewer, id) : null;
  return outcome?.kind === "confirmed" ? done(c, venueUrl(id!), "venues.confirmedNow") : notFound(c);
});

export const postVenueOffering = forPeople(async (c, viewer) => {
  const id = c.req.param("id");
  const isOffered = (await formValues(c))["offer"] === "yes";
  const outcome = isId(id) ? await offerVenue(c.var.house, viewer, id, isOffered) : { kind: "not-found" as const };
  if (outcome.kind === "not-found") return notFound(c);
  return done(c, venueUrl(id!), outcome.kind === "offered" ? "venues.offeredNow" : "venues.keptNow");
});

async function venueOrganisedBy(c: Web, viewer: Viewer) {
  const { db } = c.var.house;
  const id = c.req.param("id");
  const venue = isId(id) ? await venueById.maybe(db, id) : null;
  return venue && (await organisesIn.maybe(db, venue.organisationId, [...viewer.organises])) ? venue : null;
}
