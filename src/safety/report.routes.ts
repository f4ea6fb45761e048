/** Reporting a message, a person's page or a meet-up: whoever can see it can report it. */
import { z } from "zod";
import { conversationUrl, messageUrl } from "../conversations/message.ts";
import { messageFor } from "../conversations/message.actions.ts";
import { eventCrumbs } from "../events/event-crumbs.ts";
import { eventUrl } from "../events/event.ts";
import { eventSeenBy } from "../events/event.sql.ts";
import { personUrl } from "../people/person.ts";
import { personSeenBy } from "../people/person.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { chatMarkdown } from "../platform/text/markdown.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import { makeReport } from "./report.actions.ts";
import type { Reportable } from "./report.actions.ts";
import { reportPage, reportTarget } from "./report.pages.ts";
import type { ReportForm } from "./report.pages.ts";
import { unitsBothIn } from "./report.sql.ts";
import { LONGEST_WORDS, REPORT_RATE, reportKinds } from "./report.ts";

type Found = { thing: Reportable; form: Omit<ReportForm, "state" | "units" | "about"> };
type Find = (c: Web, viewer: Viewer, id: string) => Promise<Found | null>;

const reportForm = z.object({
  kind: z.enum(reportKinds, "safety.kindMissing"),
  words: z.string().max(LONGEST_WORDS, "safety.wordsTooLong").default(""),
  to: z.string("safety.toMissing").refine((to) => to === "server" || isId(to), "safety.toMissing"),
});

export const showMessageReport = showing(message);
export const postMessageReport = reporting(message);
export const showPersonReport = showing(person);
export const postPersonReport = reporting(person);
export const showEventReport = showing(event);
export const postEventReport = reporting(event);

function showing(find: Find): Handler {
  return forPeople(async (c, viewer) => {
    const found = await load(c, viewer, find);
    return found ? form(c, found, { values: { to: found.thing.units[0]?.id ?? "server" }, errors: {} }, 200) : notFound(c);
  });
}

function reporting(find: Find): Handler {
  return forPeople(async (c, viewer) => {
    const { house, view } = c.var;
    const found = await load(c, viewer, find);
    if (!found) return notFound(c);
    const read = await parseForm(c, reportForm, view.t);
    if (!read.ok) return form(c, found, read.state, 422);
    if (!(await withinRate(house.db, house.clock.now(), "report", viewer.personId, REPORT_RATE))) return form(c, found, { ...read.state, errors: { form: view.t("safety.tooMany") } }, 429);
    const { kind, words, to } = read.value;
    const outcome = await makeReport(house, viewer, found.thing, { kind, words, unitId: to === "server" ? null : to });
    return done(c, found.form.back, outcome.kind === "already" ? "safety.already" : "safety.reported");
  });
}

async function load(c: Web, viewer: Viewer, find: Find): Promise<Found | null> {
  const id = c.req.param("id") ?? c.req.param("person");
  return isId(id) ? find(c, viewer, id) : null;
}

function form(c: Web, { thing, form }: Found, state: ReportForm["state"], status: 200 | 422 | 429): Response {
  return show(c, reportPage(c.var.view, { ...form, about: thing.about, units: thing.units, state }), status);
}

async function message(c: Web, viewer: Viewer, id: string): Promise<Found | null> {
  const { house, view } = c.var;
  const found = await messageFor(house, viewer, id);
  if (!found || found.message.deletedAt || !found.message.authorId || found.message.authorId === viewer.personId) return null;
  const host = await eventSeenBy(house.db, viewer, found.eventId);
  if (!host) return null;
  const { authorId, authorName, number, body } = found.message;
  return {
    thing: { about: "message", messageId: id, eventId: found.eventId, personId: authorId, units: [{ id: host.unitId, name: host.unitName }] },
    form: {
      action: reportTarget("message", id),
      back: messageUrl(found.eventId, number, found.count),
      crumbs: [{ words: found.title, href: eventUrl(found.eventId) }, { words: view.t("conversations.crumb"), href: conversationUrl(found.eventId) }, { words: view.t("safety.report") }],
      what: view.t("safety.aMessageBy", { name: authorName ?? view.t("conversations.gone") }),
      quoted: chatMarkdown(body),
    },
  };
}

async function person(c: Web, viewer: Viewer, id: string): Promise<Found | null> {
  const { house, view } = c.var;
  const seen = id === viewer.personId ? null : await personSeenBy.maybe(house.db, id, viewer.personId);
  if (!seen?.isClaimed) return null;
  return {
    thing: { about: "person", messageId: null, eventId: null, personId: id, units: await unitsBothIn.many(house.db, viewer.personId, id) },
    form: {
      action: reportTarget("person", id),
      back: personUrl(id),
      crumbs: [{ words: seen.name, href: personUrl(id) }, { words: view.t("safety.report") }],
      what: view.t("safety.aPage", { name: seen.name }),
      quoted: null,
    },
  };
}

async function event(c: Web, viewer: Viewer, id: string): Promise<Found | null> {
  const { house, view } = c.var;
  const seen = await eventSeenBy(house.db, viewer, id);
  if (!seen?.publishedAt) return null;
  return {
    thing: { about: "event", messageId: null, eventId: id, personId: null, units: [{ id: seen.unitId, name: seen.unitName }] },
    form: {
      action: reportTarget("event", id),
      back: eventUrl(id),
      crumbs: eventCrumbs(seen, view.t("safety.report")),
      what: view.t("safety.aMeetUp", { title: seen.title }),
      quoted: null,
    },
  };
}
