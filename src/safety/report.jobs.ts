import type { House } from "../house.ts";
import { writeTo } from "./letter-to.actions.ts";
import { reportMadeLetter, reportSettledLetter } from "./report.letters.ts";
import { administratorsToAsk, organisersToAsk, personToTell, reportById } from "./report.sql.ts";

/**
 * To the organisers who were asked, without whoever it is about and whoever made it. Where nobody is left, or only those who look after the server
 * were asked, to them; also where it is about one of those organisers, so that no colleague stands alone.
 */
export async function tellOfReport(house: House, { reportId }: Record<string, unknown>): Promise<void> {
  await house.db.transaction(async (tx) => {
    const report = await reportById.maybe(tx, reportId as string);
    if (!report || report.settledAt) return;
    const concerned = [report.personId, report.reporterId].filter((id) => id !== null);
    const all = report.unitId ? await organisersToAsk.many(tx, report.unitId, []) : [];
    const organisers = all.filter(({ personId }) => !concerned.includes(personId));
    const isAboutOne = all.some(({ personId }) => personId === report.personId);
    const administrators = organisers.length === 0 || isAboutOne ? await administratorsToAsk.many(tx, concerned) : [];
    const told = new Map([...administrators, ...organisers].map((to) => [to.personId, to]));
    for (const to of told.values()) {
      const unit = organisers.includes(to) ? report.unitName : null;
      await writeTo(tx, house, `report ${report.id}`, to, (setting) => reportMadeLetter(setting, house.config, { id: report.id, about: report.about, unit }));
    }
  });
}

export async function tellReporter(house: House, { reportId }: Record<string, unknown>): Promise<void> {
  await house.db.transaction(async (tx) => {
    const report = await reportById.maybe(tx, reportId as string);
    const to = report?.reporterId && report.reporterId !== report.settledBy ? await personToTell.maybe(tx, report.reporterId) : null;
    if (report?.outcome && to) await writeTo(tx, house, `report settled ${report.id}`, to, (setting) => reportSettledLetter(setting, house.config, { outcome: report.outcome! }));
  });
}
