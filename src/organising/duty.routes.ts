import { z } from "zod";
import { seeEvent } from "../events/event-seen.actions.ts";
import { organisersOf } from "../events/event-seen.ts";
import { eventUrl } from "../events/event.ts";
import { patternsFor } from "../organisations/search-words.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import type { Viewer } from "../people/viewer.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { endDuty, giveDuty } from "./duty.actions.ts";
import { dutiesPage } from "./duty.pages.ts";
import { dutiesOf, eventOnDesk, membersToAsk } from "./duty.sql.ts";
import type { OnDesk } from "./duty.sql.ts";
import { duties } from "./duty.ts";

export const showDuties = forPeople(async (c, viewer) => {
  const { db } = c.var.house;
  const desk = await deskOfAny(c, viewer);
  if (!desk) return notFound(c);
  const { event, standing } = desk;
  const q = standing.organises ? (c.req.query("q") ?? "").trim().slice(0, 200) : "";
  const [seen, holders, found] = await Promise.all([
    seeEvent(db, event.id, viewer.personId),
    dutiesOf.many(db, event.id),
    q ? membersToAsk.many(db, event.id, viewer.personId, event.hostOrganisations, patternsFor(q)) : [],
  ]);
  const organisers = organisersOf(seen!);
  const isOrganiser = new Set(organisers.map(({ personId }) => personId));
  return show(c, dutiesPage(c.var.view, { event, standing, organisers, holders, q, found: found.filter(({ personId }) => !isOrganiser.has(personId)) }));
});

const dutyForm = z.object({ person: z.string().refine(isId), duty: z.enum(duties as ["door", "messages", "all"]) });

/** Each is a letter to somebody. */
const RATE = { most: 30, minutes: 24 * 60 };

export const postDuty = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const id = c.req.param("id")!;
  const desk = await eventOnDesk(house.db, viewer, id, "give-duties", house.clock.now());
  if (!desk) return notFound(c);
  const form = await parseForm(c, dutyForm, view.t);
  if (!form.ok) return done(c, `${eventUrl(id)}/duties`, "organising.dutyChoose");
  if (!(await withinRate(house.db, house.clock.now(), "duty", viewer.personId, RATE))) return tooMany(c);
  const outcome = await giveDuty(house, viewer, id, { personId: form.value.person, duty: form.value.duty });
  switch (outcome.kind) {
    case "given":
      return done(c, `${eventUrl(id)}/duties`, outcome.wasHeld ? "organising.dutySame" : "organising.dutyGiven", { name: outcome.name });
    case "no-member":
      return done(c, `${eventUrl(id)}/duties`, "organising.dutyNoMember");
    case "not-found":
      return notFound(c);
  }
});

const endForm = z.object({ person: z.string().refine(isId) });

export const postDutyEnd = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const id = c.req.param("id")!;
  const form = await parseForm(c, endForm, view.t);
  const outcome = isId(id) && form.ok ? await endDuty(house, viewer, id, form.value.person) : ({ kind: "not-found" } as const);
  if (outcome.kind === "not-found") return notFound(c);
  return outcome.own ? done(c, eventUrl(id), "organising.dutyGivenBack") : done(c, `${eventUrl(id)}/duties`, "organising.dutyTaken");
});

/** For organisers, and for whoever has any duty. */
async function deskOfAny(c: Web, viewer: Viewer): Promise<OnDesk | null> {
  const { db, clock } = c.var.house;
  const id = c.req.param("id");
  for (const task of ["give-duties", "see-names", "write-letters"] as const) {
    const desk = await eventOnDesk(db, viewer, id, task, clock.now());
    if (desk?.event.publishedAt) return desk;
  }
  return null;
}
