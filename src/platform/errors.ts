/**
 * Something that a person has to put right before Branchline can go on. The message is one sentence or two that say what
 * is wrong and what to do; the command line prints it without a stack trace and ends with 1.
 */
export class SetupError extends Error {
  override name = "SetupError";
}

/** The code of a system error (`EACCES`) or of a PostgreSQL error (`23505`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

export function messageOf(error: unknown): string {
  // A refused connection to a name with several addresses arrives as an AggregateError without a message of its own.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** What a surprise means to a browser. A code that is missing here is our own mistake: 500. */
const STATUS_OF_CODE: Record<string, number> = {
  "22P02": 404, // an address that holds something that is no id
  "22021": 404, // the same, with a zero byte in it: forms come without
  "40001": 503, // two transactions in each other's way: the same request may simply be sent again
  "40P01": 503,
  "55P03": 503, // waited too long for a lock
  "57014": 503, // took longer than statement_timeout
  "53100": 503, // the database's disk is full
  "53300": 503, // more connections than the database allows
  "57P01": 503, // the database is being stopped, started, or is gone
  "57P02": 503,
  "57P03": 503,
  ECONNREFUSED: 503,
  ECONNRESET: 503,
  ENOENT: 503, // the database's socket is not there (yet)
};

export function statusOf(error: unknown): number {
  return STATUS_OF_CODE[codeOf(error) ?? ""] ?? 500;
}
