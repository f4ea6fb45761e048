import { z } from "zod";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, safePath, show } from "../web.ts";
import type { Web } from "../web.ts";
import { VENUE_LONGEST } from "./event-form.ts";
import { editVenue } from "./venue.actions.ts";
import { venuePage } from "./venue.pages.ts";
import { organisesIn, venueById } from "./venue.sql.ts";

export const showVenue = forPeople(async (c, viewer) => {
  const venue = await venueOrganisedBy(c, viewer);
  if (!venue) return notFound(c);
  const { updatedAt: _, ...values } = venue;
  return show(c, venuePage(c.var.view, venue, { values, errors: {} }, safePath(c.req.query("back"))));
});

const text = (name: keyof typeof VENUE_LONGEST) => z.string().max(VENUE_LONGEST[name], "events.tooLong").default("");

const venueForm = z.object({
  name: z.string("events.venueNameNeeded").min(1, "events.venueNameNeeded").max(VENUE_LONGEST.name, "events.tooLong"),
  address: text("address"),
  area: text("area"),
  directions: text("directions"),
  stepFree: text("stepFree"),
  hearing: text("hearing"),
  quietRoom: text("quietRoom"),
  toilets: text("toilets"),
  transport: text("transport"),
  back: z.string().default("/events"),
});

export const postVenue = forPeople(async (c, viewer) => {
  const venue = await venueOrganisedBy(c, viewer);
  if (!venue) return notFound(c);
  const form = await parseForm(c, venueForm, c.var.view.t);
  if (!form.ok) return show(c, venuePage(c.var.view, venue, form.state, String(form.state.values["back"] ?? "")), 422);
  const { back, ...fields } = form.value;
  const outcome = await editVenue(c.var.house, viewer, venue.id, fields);
  return outcome.kind === "saved" ? done(c, safePath(back), "events.venueSaved", { count: outcome.eventsTold }) : notFound(c);
});

async function venueOrganisedBy(c: Web, viewer: Viewer) {
  const { db } = c.var.house;
  const id = c.req.param("id");
  const venue = isId(id) ? await venueById.maybe(db, id) : null;
  return venue && (await organisesIn.maybe(db, venue.organisationId, [...viewer.organises])) ? venue : null;
}
