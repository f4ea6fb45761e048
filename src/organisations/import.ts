/** An import goes through upload, mapping, check, confirmation; nobody is written down before the last. */
export type Fate = "new" | "added" | "listed" | "member" | "twice" | "gone" | "taken-off" | "fault";

export const FATES: readonly Fate[] = ["new", "added", "listed", "member", "twice", "gone", "taken-off", "fault"];

export type Counts = Partial<Record<Fate | "silent", number>>;

/** Rows that somebody comes from, or joins this list by. */
export function toWrite(counts: Counts): number {
  return (counts.new ?? 0) + (counts.added ?? 0);
}

export type Stage = "mapping" | "checking" | "unreadable" | "preview" | "writing" | "failed" | "done" | "undoing" | "undone";

type Dates = Record<"mappedAt" | "checkedAt" | "confirmedAt" | "finishedAt" | "failedAt" | "undoAskedAt" | "undoneAt", Temporal.Instant | null>;

export function stageOf(dates: Dates & { problem: string | null }): Stage {
  if (dates.undoneAt) return "undone";
  else if (dates.undoAskedAt) return "undoing";
  else if (dates.finishedAt) return "done";
  else if (dates.failedAt) return "failed";
  else if (dates.confirmedAt) return "writing";
  else if (dates.problem) return "unreadable";
  else if (dates.checkedAt) return "preview";
  else if (dates.mappedAt) return "checking";
  else return "mapping";
}

/** What may go wrong with a file as a whole. */
export type Problem = "empty" | "zip" | "old-excel" | "pdf" | "html" | "zero-bytes" | "endless-row" | "no-rows" | "no-columns" | "second-file" | "too-many-columns" | "too-large" | "no-file";

export const MOST_BYTES = 40 * 1024 * 1024;
/** Files of one person that wait for a yes or a no. */
export const MOST_WAITING = 10;
export const CHUNK = 512 * 1024;
/** Faults are listed up to here, and counted beyond. */
export const MOST_FAULTS = 1000;
/** A file up to this size is read while its organiser waits; a larger one by a job. */
export const AT_ONCE = 400_000;
/** A batch in one statement: large enough to be fast, small enough to be nothing. */
export const BATCH = 1000;
