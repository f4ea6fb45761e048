/** What an import would do, what it did, and taking it back. */
import type { Row } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { facts } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { table } from "../ui/table.ts";
import { tabs } from "../ui/tabs.ts";
import type { View } from "../ui/view.ts";
import type { rowsOf } from "./import-write.sql.ts";
import type { keptRows } from "./import-undo.sql.ts";
import { FATES, MOST_FAULTS, toWrite } from "./import.ts";
import type { Counts, Fate } from "./import.ts";
import { trailTo } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

type PreviewRow = Row<(typeof rowsOf)["columns"]>;
type KeptRow = Row<(typeof keptRows)["columns"]>;

export const PREVIEW_PAGE = 50;

export function previewPage(view: View, props: { unit: Unit; id: string; counts: Counts; fate: Fate | ""; rows: readonly PreviewRow[]; from: number; failed: boolean }): Html {
  const { t } = view;
  const { unit, id, counts, fate, rows, from, failed } = props;
  const count = toWrite(counts);
  const kinds = FATES.filter((each) => counts[each]);
  const path = `/imports/${id}`;
  const filter = (each: Fate) => `${path}?rows=${each}`;
  const total = fate === "" ? kinds.reduce((sum, each) => sum + shownOf(counts, each), 0) : shownOf(counts, fate);
  const unlisted = (counts.fault ?? 0) - MOST_FAULTS;
  return page(
    view,
    { title: t("imports.previewTitle"), section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`<div class="sections">
<header class="stack"><h1>${t("imports.previewTitle")}</h1>
${failed ? notice(t("imports.failed"), { signal: true, more: t("imports.failedMore") }) : ""}
<p class="lede">${t("imports.previewLede", { count })}</p>
${count > 0 ? html`<p>${t("imports.confirmWhat")}${counts.silent ? html` ${t("imports.silentCount", { count: counts.silent })}` : ""}</p>` : ""}
${counts.fault ? html`<p>${t("imports.confirmWithFaults", { count: counts.fault })}</p>` : ""}
<div class="row">${count > 0 ? html`<form method="post" action="${path}/confirmation">${button({ words: failed ? t("imports.tryAgain") : t("imports.confirm", { count }), mark: "check" })}</form>` : linkButton(`${unitUrl(unit)}/import`, { words: t("imports.another") })}
${linkButton(`${path}/columns`, { words: t("imports.backToColumns"), quiet: true })}${postButton(`${path}/removal`, { words: t("imports.discard") })}</div>
</header>
${section(
  "rows",
  t("imports.rows"),
  html`<div class="stack">${tabs(t("imports.filter"), [{ href: path, words: t("imports.filterAll") }, ...kinds.map((each) => ({ href: filter(each), words: t(`imports.fateName.${each}`), count: times(view).number(counts[each]!) }))], fate === "" ? path : filter(fate))}
${rows.length > 0 ? html`${rowTable(view, rows)}${paging(view, fate === "" ? `${path}?` : `${filter(fate)}&`, from, rows.length, total)}` : empty(t("imports.noRowsHere"))}
${unlisted > 0 && (fate === "" || fate === "fault") ? html`<p>${t("imports.faultsMore", { count: unlisted })}</p>` : ""}</div>`,
)}
</div>`,
  );
}

function shownOf(counts: Counts, fate: Fate): number {
  return fate === "fault" ? Math.min(counts.fault ?? 0, MOST_FAULTS) : (counts[fate] ?? 0);
}

function rowTable(view: View, rows: readonly PreviewRow[]): Html {
  const { t } = view;
  return table(
    t("imports.tableOfRows"),
    [t("imports.line"), t("imports.name"), t("imports.what"), t("imports.address"), t("imports.memberSince")],
    rows.map((row) => [
      html`<span class="num">${row.line}</span>`,
      html`<bdi>${row.name}</bdi>`,
      row.fate === "fault" ? html`<b>${fateWords(view, row)}</b>` : fateWords(view, row),
      row.address ? html`<bdi>${row.address}</bdi>` : "",
      row.since ? html`<span class="on-phone">${t("imports.memberSince")} </span><span class="num">${times(view).date(row.since)}</span>` : "",
    ]),
    "led",
  );
}

function fateWords(view: View, row: PreviewRow): string {
  const { t } = view;
  if (row.fate === "fault") return row.fault ? t(`imports.fault.${row.fault}`, { cell: row.cell ?? "" }) : "";
  else if (row.fate === "twice") return t("imports.fate.twice", { line: row.twinLine ?? 0 });
  else if (row.fate === "gone") return row.status ? t("imports.fate.gone", { status: row.status }) : t("imports.fate.goneFlag");
  else if (row.fate === "new" && row.silent) return t("imports.fate.newSilent");
  else if (row.fate === "new" && row.address === null) return t("imports.fate.newNoAddress");
  else return t(`imports.fate.${row.fate}`);
}

/** `path` ends so that a further part of the query may follow. */
export function paging(view: View, path: string, from: number, shown: number, total: number): Html {
  const { t } = view;
  if (from === 0 && shown >= total) return html``;
  const number = times(view).number;
  return html`<nav class="row apart" aria-label="${t("imports.pages")}"><span class="soft num">${t("imports.pageOf", { from: number(from + 1), until: number(from + shown), count: number(total) })}</span><span class="row">${from > 0 ? html`<a href="${path}from=${Math.max(0, from - PREVIEW_PAGE)}">${t("imports.earlier")}</a>` : ""}${from + shown < total ? html`<a href="${path}from=${from + shown}">${t("imports.laterRows")}</a>` : ""}</span></nav>`;
}

export type Done = { unit: Unit; id: string; counts: Counts; undone: { count: number; kept: number } | null; kept: readonly KeptRow[]; mayUndo: boolean };

export function donePage(view: View, { unit, id, counts, undone, kept, mayUndo }: Done): Html {
  const { t } = view;
  const count = toWrite(counts);
  const title = undone ? t("imports.undoneTitle") : t("imports.doneTitle", { count });
  const kinds = FATES.filter((each) => counts[each]);
  return page(
    view,
    { title, section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`<div class="sections">
<header class="stack"><h1>${title}</h1><p class="lede">${undone ? t("imports.undoneLede", { count: undone.count }) : t("imports.doneLede")}</p>
${undone?.kept ? html`<p>${t("imports.undoKept", { count: undone.kept })}</p>` : ""}
<div class="row">${linkButton(`${unitUrl(unit)}/list`, { words: undone || count === 0 ? t("imports.deskList") : t("imports.doneInvite"), mark: "users-round" })}${linkButton(`${unitUrl(unit)}/import`, { words: t("imports.another"), quiet: true })}${mayUndo && !undone ? linkButton(`/imports/${id}/undoing`, { words: t("imports.undo"), quiet: true }) : ""}</div></header>
${undone ? "" : section("counts", t("imports.doneRows"), facts(kinds.map((each) => ({ term: t(`imports.fateName.${each}`), words: html`<span class="num">${times(view).number(counts[each]!)}</span>` })), "numbers"))}
${undone && kept.length > 0 ? section("kept", t("imports.keptTitle"), keptTable(view, kept)) : ""}
</div>`,
  );
}

export function undoPage(view: View, props: { unit: Unit; id: string; createdAt: Temporal.Instant; undoable: number; kept: number; rows: readonly KeptRow[] }): Html {
  const { t } = view;
  const { unit, id, createdAt, undoable, kept, rows } = props;
  const title = t("imports.undoTitle", { date: times(view).date(createdAt) });
  return page(
    view,
    { title, section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`<div class="sections"><div class="stack gap-5 question"><h1>${title}</h1><p class="lede">${t("imports.undoLede", { count: undoable })}</p>${kept > 0 ? html`<p>${t("imports.undoKept", { count: kept })}</p>` : ""}
<div class="row">${undoable > 0 ? postButton(`/imports/${id}/undoing`, { words: t("imports.undoButton"), quiet: false }) : ""}${linkButton(`/imports/${id}`, { words: t("imports.undoKeep"), quiet: true })}</div></div>
${rows.length > 0 ? section("kept", t("imports.keptTitle"), keptTable(view, rows)) : ""}</div>`,
  );
}

function keptTable(view: View, rows: readonly KeptRow[]): Html {
  const { t } = view;
  return table(t("imports.tableOfRows"), [t("imports.line"), t("imports.name"), t("imports.what")], rows.map((row) => [html`<span class="num">${row.line}</span>`, html`<bdi>${row.name}</bdi>`, t(`imports.kept.${row.why}`)]), "led");
}
