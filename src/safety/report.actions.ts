import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { newId } from "../platform/ids.ts";
import { insertReport, openReportBy } from "./report.sql.ts";
import type { About, ReportKind } from "./report.ts";

/** What a report is about, as its reporter was shown it, and where it may be sent. */
export type Reportable = {
  about: About;
  messageId: string | null;
  eventId: string | null;
  personId: string | null;
  /** Whose organisers may be asked. */
  units: readonly { id: string; name: string }[];
};

export type ReportOutcome = { kind: "reported" | "already" };

/**
 * Writes a report down. The change says nothing of who made it: administrators read the log, and one of them may be whom it is about. `unitId` is
 * one of those offered, or null for those who look after the server alone.
 */
export async function makeReport(house: House, by: Viewer, thing: Reportable, ask: { kind: ReportKind; words: string; unitId: string | null }): Promise<ReportOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const { about, messageId, eventId, personId } = thing;
    if (await openReportBy.maybe(tx, by.personId, about, messageId, personId, eventId)) return { kind: "already" };
    const id = newId(at.epochMilliseconds);
    const unitId = thing.units.find((unit) => unit.id === ask.unitId)?.id ?? null;
    await insertReport.run(tx, { id, about, messageId, eventId, personId, unitId, reporterId: by.personId, kind: ask.kind, words: ask.words }, at);
    await record(tx, { kind: "report.made", at, by: null, unitId, about: { reportId: id, about } });
    return { kind: "reported" };
  });
}
