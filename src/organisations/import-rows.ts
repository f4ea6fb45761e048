/** From the cells of one row to somebody, or to what is wrong with it. Pure; every text is already decoded. */
import type { Target } from "./import-columns.ts";
import { readDate } from "./import-dates.ts";
import type { DateOrder } from "./import-dates.ts";
import { saysNo, saysYes, standingOf } from "./import-status.ts";

/** How to read a file's rows: what each column holds, and which way round its dates are. */
export type Mapping = { readonly columns: readonly Target[]; readonly dateOrder: DateOrder };

export type Draft = {
  name: string;
  latinName: string | null;
  pronouns: string | null;
  employer: string | null;
  area: string | null;
  address: string | null;
  since: Temporal.PlainDate | null;
  memberNo: string | null;
  /** The words of the file, where they decided something. */
  status: string | null;
  /** They must not be written to. */
  silent: boolean;
  /** The file says that they are not a member now. */
  gone: boolean;
};

export type Fault = "no-name" | "not-an-address" | "not-a-date" | "in-the-future" | "too-long";

export type RowOutcome = { kind: "draft"; draft: Draft } | { kind: "fault"; fault: Fault; cell: string; name: string };

/** What another file says of the same people, by member number. */
export type Facts = { since: string; status: string };

export function readRow(cells: readonly string[], { columns, dateOrder }: Mapping, today: Temporal.PlainDate, extra?: ReadonlyMap<string, Facts>): RowOutcome {
  const of = (target: Target) => {
    const found: string[] = [];
    for (let i = 0; i < columns.length; i++) if (columns[i] === target && cells[i]) found.push(cells[i]!);
    return found.map(tidy).filter((text) => text !== "");
  };
  const first = (target: Target) => of(target)[0] ?? "";
  const fault = (kind: Fault, cell: string): RowOutcome => ({ kind: "fault", fault: kind, cell: cut(cell, 80), name: cut(name, 80) });

  const memberNo = first("memberNo");
  const joined = extra?.get(memberNo);
  const name = first("name") || [...of("first"), ...of("last")].join(" ");
  const written = of("email").flatMap((cell) => cell.split(/:::|[;,]\s*/)).map(bareAddress).filter(Boolean);
  const address = written.find(isAddress) ?? null;
  const sinceText = first("since") || joined?.since || "";
  const since = sinceText === "" ? null : readDate(sinceText, dateOrder);
  const statuses = [...of("status"), ...(joined?.status ? [joined.status] : [])];
  const standings = statuses.map(standingOf);
  const turnedOut = [...flagged(of("goneIfYes"), saysYes), ...flagged(of("goneIfNo"), saysNo)].length > 0;
  const turnedSilent = [...flagged(of("silentIfYes"), saysYes), ...flagged(of("silentIfNo"), saysNo)].length > 0;

  if (name === "") return fault("no-name", address ?? written[0] ?? "");
  if (written.length > 0 && !address) return fault("not-an-address", written[0]!);
  if (sinceText !== "" && !since) return fault("not-a-date", sinceText);
  if (since && Temporal.PlainDate.compare(since, today) > 0) return fault("in-the-future", sinceText);
  if (name.length > 200) return fault("too-long", name);
  const deciding = statuses[standings.findIndex((standing) => standing !== "member")] ?? null;
  return {
    kind: "draft",
    draft: {
      name,
      latinName: cut(first("latin"), 200) || null,
      pronouns: cut(first("pronouns"), 60) || null,
      employer: cut(first("employer"), 160) || null,
      area: cut(first("area"), 120) || null,
      address,
      since,
      memberNo: cut(memberNo, 80) || null,
      status: deciding === null ? null : cut(deciding, 80),
      silent: turnedSilent || standings.includes("silent"),
      gone: turnedOut || standings.includes("gone"),
    },
  };
}

/** As forms do: NFC, no control characters, one line. The apostrophe that our own export sets before a would-be formula goes again. */
function tidy(cell: string): string {
  const text = cell.startsWith("'") ? cell.replace(/^'(?=[=+\-@])/, "") : cell;
  return SIMPLE.test(text) ? text.trim() : text.normalize("NFC").replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(/\s{2,}/g, " ").trim();
}

const SIMPLE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** "Nell <nell@example.org>" and "mailto:nell@example.org" -> "nell@example.org" */
function bareAddress(text: string): string {
  return (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).replace(/^mailto:/i, "").trim().toLowerCase();
}

function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@"(),:;<>[\]\\]+@[^\s@.,]+(?:\.[^\s@.,]+)+$/.test(text);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join("").slice(0, most).toWellFormed();
}

function flagged(cells: string[], says: (cell: string) => boolean): string[] {
  return cells.filter(says);
}
