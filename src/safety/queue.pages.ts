/** What waits for those who look after reports, and one report with all that helps to decide it. */
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { around, reportList, reportTitle, sanctionList } from "./queue.parts.ts";
import type { messagesAround, ReportRow } from "./report.sql.ts";
import { reportUrl } from "./report.ts";
import type { SanctionRow } from "./sanction.sql.ts";
import { lengths, LONGEST_REASON } from "./sanction.ts";
import type { Act } from "./sanction.ts";

export type Queue = { open: readonly ReportRow[]; appeals: readonly SanctionRow[]; standing: readonly SanctionRow[]; settled: readonly ReportRow[] };

export function queuePage(view: View, { open, appeals, standing, settled }: Queue): Html {
  const { t } = view;
  return page(
    view,
    { title: t("safety.queue"), unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>${t("safety.queue")}</h1><p class="lede">${t(view.me?.isAdministrator ? "safety.queueLedeAll" : "safety.queueLede")}</p></header>
${section("open", t("safety.open"), open.length > 0 ? reportList(view, open) : empty(t("safety.openNone"), t("safety.openNoneMore")))}
${appeals.length > 0 ? section("appeals", t("safety.appeals"), sanctionList(view, appeals)) : ""}
${standing.length > 0 ? section("standing", t("safety.standing"), sanctionList(view, standing)) : ""}
${settled.length > 0 ? section("settled", t("safety.settled"), reportList(view, settled)) : ""}
</div>`,
  );
}

export type OneReport = {
  report: ReportRow;
  messages: Awaited<ReturnType<typeof messagesAround.many>>;
  others: readonly ReportRow[];
  before: readonly SanctionRow[];
  acts: readonly Act[];
  /** This viewer reported it. */
  isOwn: boolean;
  barNames: { event: string; unit: string; organisation: string };
  /** Where it stands, for looking: the meet-up, or a person's page. */
  href: string | null;
  state: FormState;
};

export function oneReportPage(view: View, it: OneReport): Html {
  const { t } = view;
  const { report } = it;
  const say = times(view);
  const title = reportTitle(view, report);
  return page(
    view,
    { title, crumbs: [{ words: t("safety.queue"), href: "/reports" }, { words: title }], unlisted: true },
    html`<div class="stack gap-6">${fields(view, it.state).summary()}<div class="split"><div class="sections">
<header class="stack"><h1>${title}</h1><p class="lede">${t("safety.reportedAs", { kind: t(`safety.kind.${report.kind}`) })}</p>
${report.words ? html`<blockquote class="panel prose" dir="auto">${report.words}</blockquote>` : html`<p class="soft">${t("safety.noWords")}</p>`}</header>
${it.isOwn ? notice(t("safety.ownReport"), { more: t("safety.ownReportMore") }) : ""}
${it.messages.length > 0 ? section("around", t("safety.around"), around(view, it.messages, report.messageId ?? "")) : ""}
${report.about === "message" && it.messages.length === 0 ? section("around", t("safety.around"), html`<p class="soft">${t("safety.messageGone")}</p>`) : ""}
${report.outcome ? decided(view, report) : section("decide", t("safety.decide"), decideForm(view, it))}
</div>
<aside class="sections">
${factList([
      { term: t("safety.reportedOn"), words: say.moment(report.reportedAt) },
      { term: t("safety.sentTo"), words: report.unitName ? t("safety.sentToOrganisers", { unit: report.unitName }) : t("safety.serverOnly") },
      ...(report.eventTitle && report.about !== "event" ? [{ term: t("safety.where"), words: report.eventTitle }] : []),
      ...(it.href ? [{ term: t("safety.look"), words: html`<a href="${it.href}">${t("safety.openPage")}</a>` }] : []),
    ])}
<p class="small soft">${t("safety.neverWho")}</p>
${it.others.length > 0 ? section("others", t("safety.others"), reportList(view, it.others)) : ""}
${it.before.length > 0 ? section("before", t("safety.before"), sanctionList(view, it.before)) : ""}
</aside></div></div>`,
  );
}

function decided(view: View, report: ReportRow): Html {
  const { t } = view;
  return section(
    "decided",
    t("safety.decided"),
    factList([
      { term: t("safety.what"), words: t(`safety.outcome.${report.outcome!}`) },
      { term: t("safety.when"), words: times(view).moment(report.settledAt!) },
      { term: t("safety.by"), words: report.settledByName ?? t("safety.gone") },
      ...(report.note ? [{ term: t("safety.note"), words: html`<bdi>${report.note}</bdi>` }] : []),
    ]),
  );
}

function decideForm(view: View, { report, acts, barNames, state }: OneReport): Html {
  const { t } = view;
  const field = fields(view, state);
  const options = acts.map((act) => ({ value: act, label: t(`safety.act.${act}`, { title: barNames.event, unit: barNames.unit, organisation: barNames.organisation }), hint: t(`safety.act.${act}.hint`) }));
  const isMore = acts.length > 1;
  return html`<form class="stack gap-5" method="post" action="${reportUrl(report.id)}">
${field.choices({ name: "act", label: t("safety.whatToDo"), required: true, options })}
${isMore ? field.area({ name: "reason", label: t("safety.reason"), hint: t("safety.reasonHint"), rows: 4, maxlength: LONGEST_REASON, unmarked: true }) : ""}
${isMore ? field.select({ name: "length", label: t("safety.howLong"), hint: t("safety.howLongHint"), unmarked: true, options: lengths.map((length) => ({ value: length, label: t(`safety.length.${length}`) })) }) : ""}
${acts.includes("suspension") ? field.check({ name: "hides", label: t("safety.hides"), hint: t("safety.hidesHint") }) : ""}
${field.area({ name: "note", label: t("safety.note"), hint: t("safety.noteHint"), rows: 2, maxlength: LONGEST_REASON })}
<p class="small soft">${t("safety.decideNext")}</p>
<div>${button({ words: t("safety.decideButton") })}</div>
</form>`;
}
