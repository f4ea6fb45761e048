/** Choosing a file, saying what its columns hold, and waiting. */
import type { Row } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { blankForm, fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { progress } from "../ui/progress.ts";
import { section } from "../ui/section.ts";
import { table } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import { tasks } from "../ui/tasks.ts";
import type { View } from "../ui/view.ts";
import { TARGETS } from "./import-columns.ts";
import { ENCODINGS } from "./import-encoding.ts";
import type { Guess } from "./import-file.ts";
import type { filesOf, importsOf } from "./import.sql.ts";
import { toWrite } from "./import.ts";
import type { Problem } from "./import.ts";
import { trailTo } from "./organisation.parts.ts";
import { TOLD_DAYS, UNCLAIMED_MONTHS } from "./unclaimed.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

type File = Row<(typeof filesOf)["columns"]>;
type Past = Row<(typeof importsOf)["columns"]>;

export function uploadPage(view: View, { unit, past, wrong }: { unit: Unit; past: readonly Past[]; wrong?: { problem: Problem; name: string } | undefined }): Html {
  const { t } = view;
  const state: FormState = wrong ? { values: {}, errors: { file: t(`imports.problem.${wrong.problem}`, { name: wrong.name }) } } : blankForm;
  const field = fields(view, state);
  const title = t("imports.bringInTo", { unit: unit.name });
  return page(
    view,
    { title, section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`${field.summary()}<div class="split">
<div class="sections">
<header class="stack"><h1>${title}</h1><p class="lede">${t("imports.bringInLede")}</p></header>
<form class="stack gap-5" method="post" enctype="multipart/form-data" action="${unitUrl(unit)}/import">
${field.file({ name: "file", label: t("imports.file"), hint: t("imports.fileHint"), required: true, accept: ".csv,.tsv,.txt,.xls,text/csv,text/plain" })}
${field.file({ name: "second", label: t("imports.second"), hint: t("imports.secondHint"), accept: ".csv,.tsv,.txt,text/csv,text/plain" })}
<div>${button({ words: t("imports.read"), mark: "arrow-right" })}</div>
</form>
${past.length > 0 ? section("before", t("imports.before"), tasks(past.map((each) => pastRow(view, each)))) : ""}
</div>
<aside class="sections">
${section("next", t("imports.nextTitle"), html`<div class="prose"><ol>${(["1", "2", "3", "4"] as const).map((step) => html`<li>${t(`imports.next${step}`)}</li>`)}<li>${t("imports.next5", { months: UNCLAIMED_MONTHS, days: TOLD_DAYS })}</li></ol></div>`)}
${section("ground", t("imports.groundTitle"), html`<div class="stack gap-3"><p>${t("imports.ground")}</p><p><a href="/privacy#lists">${t("imports.groundPrivacy")}</a></p></div>`)}
${section("from", t("imports.fromTitle"), html`<div class="stack gap-3">${(["Meetup", "Eventbrite", "Civicrm", "WildApricot", "Other"] as const).map((from) => html`<p>${t(`imports.from${from}`)}</p>`)}</div>`)}
</aside>
</div>`,
  );
}

function pastRow(view: View, { id, createdAt, finishedAt, undoneAt, counts, byName }: Past) {
  const { t } = view;
  const count = toWrite(counts);
  return {
    mark: "users-round" as const,
    title: times(view).recently(createdAt),
    href: `/imports/${id}`,
    words: !finishedAt ? t("imports.beforeWaiting") : byName ? t("imports.beforeDone", { count, name: byName }) : t("imports.beforeDoneNobody", { count }),
    status: undoneAt ? tag(t("imports.beforeUndone")) : null,
  };
}

/** One column a row: what it is called, what stands in it, what it holds. */
export function mappingPage(view: View, props: { unit: Unit; id: string; file: File; second: File | undefined; guess: Guess; errors?: Record<string, string> }): Html {
  const { t } = view;
  const { unit, id, file, second, guess } = props;
  const state: FormState = { values: { dateOrder: guess.dateOrder, encoding: file.encoding }, errors: props.errors ?? {} };
  const field = fields(view, state);
  const rows = file.header.map((header, i) => {
    const name = header || t("imports.columnNumber", { number: i + 1 });
    const samples = [...new Set(file.samples.map((row) => row[i] ?? "").filter(Boolean))].slice(0, 3);
    return [
      html`<bdi>${name}</bdi>${samples.length > 0 ? samples.map((sample) => html`<br><span class="soft small"><bdi>${sample}</bdi></span>`) : html`<br><span class="soft small">${t("imports.blankCells")}</span>`}`,
      html`<label class="hush" for="c${i}">${t("imports.holdsIn", { column: name })}</label><select id="c${i}" name="c${i}">${TARGETS.map((target) => html`<option value="${target}"${guess.columns[i] === target ? html` selected` : ""}>${t("imports.target", { target })}</option>`)}</select>`,
    ];
  });
  return page(
    view,
    { title: t("imports.mapTitle"), section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`${field.summary()}<div class="sections">
<header class="stack"><h1>${t("imports.mapTitle")}</h1><p class="lede">${t(`imports.format.${file.format}`)} ${t("imports.mapLede")}</p><p class="soft"><bdi>${file.name}</bdi></p></header>
<form class="stack gap-6" method="post" action="/imports/${id}/columns">
<div id="columns" tabindex="-1">${table(t("imports.mapTable"), [t("imports.column"), t("imports.holds")], rows)}</div>
<div class="grid broad">
${field.select({ name: "dateOrder", label: t("imports.dateOrder"), required: true, options: [{ value: "day-first", label: t("imports.dayFirst") }, { value: "month-first", label: t("imports.monthFirst") }] })}
${field.select({ name: "encoding", label: t("imports.encoding"), required: true, options: ENCODINGS.map((value) => ({ value, label: t(`imports.encoding.${value}`) })) })}
</div>
<p class="hint">${t("imports.encodingHint")}</p>
${second ? html`<p>${t.html("imports.secondSays", { name: html`<bdi>${second.name}</bdi>` })}</p>` : ""}
<div class="row">${button({ words: t("imports.lookAtRows"), mark: "arrow-right" })}<span class="soft">${t("imports.nobodyYet")}</span></div>
</form>
${section("statuses", t("imports.statusTitle"), html`<div class="prose"><p>${t("imports.statusGone")}</p><p>${t("imports.statusSilent")}</p><p>${t("imports.statusOther")}</p></div>`)}
${postButton(`/imports/${id}/removal`, { words: t("imports.discard") })}
</div>`,
  );
}

/** Looks again by itself (a Refresh header), and by a link. */
export function waitingPage(view: View, { unit, id, stage, done, all }: { unit: Unit; id: string; stage: "checking" | "writing" | "undoing"; done: number; all: number }): Html {
  const { t } = view;
  const percent = all > 0 ? Math.min(100, Math.floor((done / all) * 100)) : 0;
  const words = t("imports.progress", { percent });
  return page(
    view,
    { title: t(`imports.${stage}`), section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`<div class="stack gap-5 question"><h1>${t(`imports.${stage}`)}</h1><p class="lede">${t(`imports.${stage}Lede`)}</p>
<div class="stack gap-2" role="status"><p class="num">${words}</p>${progress(percent, 100, words)}</div>
<p>${linkButton(`/imports/${id}`, { words: t("imports.reload"), quiet: true })}</p><p class="soft small">${t("imports.reloads")}</p></div>`,
  );
}

export function unreadablePage(view: View, { unit, id, problem, name, line }: { unit: Unit; id: string; problem: Problem; name: string; line: number | null }): Html {
  const { t } = view;
  return page(
    view,
    { title: t("imports.unreadable"), section: "branches", crumbs: trailTo(view, unit, t("imports.bringIn")) },
    html`<div class="stack gap-5 question"><h1>${t("imports.unreadable")}</h1>
${notice(t(`imports.problem.${problem}`, { name }), { signal: true, more: [line === null ? "" : t("imports.problemLine", { line }), t("imports.unreadableMore")].join(" ").trim() })}
<div class="row">${linkButton(`${unitUrl(unit)}/import`, { words: t("imports.another") })}${linkButton(`/imports/${id}/columns`, { words: t("imports.backToColumns"), quiet: true })}</div></div>`,
  );
}
