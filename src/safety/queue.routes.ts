/** The queue of reports, for organisers and administrators; to everybody else there is nothing here. */
import { z } from "zod";
import { eventUrl } from "../events/event.ts";
import { eventSeenBy } from "../events/event.sql.ts";
import { unitById } from "../organisations/unit.sql.ts";
import { personUrl } from "../people/person.ts";
import { personSeenBy } from "../people/person.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import { oneReportPage, queuePage } from "./queue.pages.ts";
import { messagesAround, openReports, otherReports, reportById, settledReports } from "./report.sql.ts";
import type { ReportRow } from "./report.sql.ts";
import { mayLookAt, reportUrl } from "./report.ts";
import { caseOf, decideReport } from "./sanction.actions.ts";
import type { DecideOutcome } from "./sanction.actions.ts";
import { appealsOpen, sanctionsOf, sanctionsStanding } from "./sanction.sql.ts";
import { acts, actsOpen, lengths, LONGEST_REASON } from "./sanction.ts";

const OPEN_SHOWN = 100;
const SETTLED_SHOWN = 50;
/** Messages before and after. */
const REACH = 3;

const decision = z
  .object({
    act: z.enum(acts, "safety.actMissing"),
    reason: z.string().max(LONGEST_REASON, "safety.wordsTooLong").default(""),
    length: z.enum(lengths).catch("month"),
    hides: z.string().default("").transform((hides) => hides === "yes"),
    note: z.string().max(LONGEST_REASON, "safety.wordsTooLong").default(""),
  })
  .refine(({ act, reason }) => act === "nothing" || reason !== "", { path: ["reason"], message: "safety.reasonMissing" });

/** Whoever organises something, or looks after the server. */
export function forModerators(handle: (c: Web, viewer: Viewer) => Promise<Response>): Handler {
  return forPeople((c, viewer) => (viewer.isAdministrator || viewer.organises.size > 0 ? handle(c, viewer) : notFound(c)));
}

export const showQueue = forModerators(async (c, viewer) => {
  const { db } = c.var.house;
  const sight: [personId: string, organises: string[], isAdministrator: boolean] = [viewer.personId, [...viewer.organises], viewer.isAdministrator];
  const [open, settled, appeals, standing] = await Promise.all([
    openReports.many(db, ...sight, OPEN_SHOWN),
    settledReports.many(db, ...sight, SETTLED_SHOWN),
    appealsOpen.many(db, ...sight),
    sanctionsStanding.many(db, ...sight),
  ]);
  return show(c, queuePage(c.var.view, { open, settled, appeals, standing }));
});

export const showReport = forModerators(async (c, viewer) => {
  const report = await load(c, viewer);
  return report ? one(c, viewer, report, { values: { length: "month", hides: "yes" }, errors: {} }) : notFound(c);
});

export const postReport = forModerators(async (c, viewer) => {
  const { house, view } = c.var;
  const report = await load(c, viewer);
  if (!report) return notFound(c);
  const form = await parseForm(c, decision, view.t);
  if (!form.ok) return one(c, viewer, report, form.state, 422);
  const { kind } = await decideReport(house, viewer, report.id, form.value);
  const fault = FAULTS[kind];
  if (kind === "not-found") return notFound(c);
  else if (fault) return one(c, viewer, report, { ...form.state, errors: { act: view.t(fault) } }, 422);
  else return done(c, kind === "already" ? reportUrl(report.id) : "/reports", kind === "already" ? "safety.decidedAlready" : "safety.decidedDone");
});

const FAULTS: Partial<Record<DecideOutcome["kind"], MessageKey>> = { "not-open": "safety.notOpen", organiser: "safety.organiserFirst", "last-organiser": "safety.lastOrganiser" };

async function load(c: Web, viewer: Viewer): Promise<ReportRow | null> {
  const id = c.req.param("report");
  const report = isId(id) ? await reportById.maybe(c.var.house.db, id) : null;
  return report && mayLookAt(viewer, report) ? report : null;
}

async function one(c: Web, viewer: Viewer, report: ReportRow, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { db } = c.var.house;
  const organises = [...viewer.organises];
  const root = report.unitPath?.[0];
  const [messages, others, before, about, organisation, href] = await Promise.all([
    report.messageId ? messagesAround.many(db, report.messageId, REACH) : [],
    otherReports.many(db, report.id, viewer.personId, organises, viewer.isAdministrator),
    report.personId ? sanctionsOf.many(db, report.personId, organises, viewer.isAdministrator) : [],
    caseOf(db, viewer, report),
    root ? unitById.maybe(db, root) : null,
    pageOf(c, viewer, report),
  ]);
  const barNames = { event: report.eventTitle ?? "", unit: report.unitName ?? "", organisation: organisation?.name ?? "" };
  return show(c, oneReportPage(c.var.view, { report, messages, others, before, acts: actsOpen(about), isOwn: report.reporterId === viewer.personId, barNames, href, state }), status);
}

/** Where this viewer can look at it themselves, if they can. */
async function pageOf(c: Web, viewer: Viewer, { about, eventId, personId }: ReportRow): Promise<string | null> {
  const { db } = c.var.house;
  if (about === "person") return personId && (await personSeenBy.maybe(db, personId, viewer.personId)) ? personUrl(personId) : null;
  return eventId && (await eventSeenBy(db, viewer, eventId)) ? eventUrl(eventId) : null;
}
