import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { needsDates } from "./visit.ts";
import type { Span } from "./visit.ts";

type Visit = { readonly from: Temporal.Instant | null; readonly until: Temporal.Instant | null };

/** "From 18:30", "Until 19:00", "18:30 to 19:00", in the event's zone; null for whoever comes for all of it. */
export function visitTimes(setting: Setting, event: Span & { zone: string }, { from, until }: Visit): string | null {
  const { t } = setting;
  const say = times(setting, event.zone);
  const at = (moment: Temporal.Instant) => (needsDates(event) ? `${say.shortDay(moment)}, ${say.clock(moment)}` : say.clock(moment));
  if (from && until) return t("attendance.times.both", { from: at(from), until: at(until) });
  else if (from) return t("attendance.times.from", { from: at(from) });
  else if (until) return t("attendance.times.until", { until: at(until) });
  else return null;
}
