/** Which scheduled backups stay: the last of each of seven days, four weeks and twelve months. Their names say when they were made. */

const NAME = /^branchline-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.zst$/;

export const KEPT = { days: 7, weeks: 4, months: 12 } as const;

export function backupName(at: Temporal.Instant): string {
  return `branchline-${at.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")}.tar.zst`;
}

/** Null for a file that is none of ours: it is never touched. */
export function backupTime(name: string): Temporal.Instant | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (!year) return null;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  } catch {
    return null;
  }
}

/**
 * The names that may go. Of each of the latest seven days on which there was one the last stays, and so for weeks and months: after a pause
 * nothing goes merely because time has passed. The newest always stays.
 */
export function toPrune(names: readonly string[]): string[] {
  const made = names
    .map((name) => ({ name, at: backupTime(name) }))
    .filter((one): one is { name: string; at: Temporal.Instant } => one.at !== null)
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  const kept = new Set<string>();
  for (const [periods, periodOf] of [[KEPT.days, dayOf], [KEPT.weeks, weekOf], [KEPT.months, monthOf]] as const) {
    const seen = new Set<string>();
    for (const { name, at } of made) {
      const period = periodOf(at);
      if (seen.has(period)) continue;
      if (seen.size === periods) break;
      seen.add(period);
      kept.add(name);
    }
  }
  return made.map(({ name }) => name).filter((name) => !kept.has(name));
}

const utc = (at: Temporal.Instant) => at.toZonedDateTimeISO("UTC").toPlainDate();
const dayOf = (at: Temporal.Instant) => utc(at).toString();
const weekOf = (at: Temporal.Instant) => `${utc(at).yearOfWeek} ${utc(at).weekOfYear}`;
const monthOf = (at: Temporal.Instant) => utc(at).toPlainYearMonth().toString();
