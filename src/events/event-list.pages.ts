/** The timetable of all meet-ups: to come, and past. */
import { times } from "../platform/i18n/times.ts";
import { button, linkButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { tabs } from "../ui/tabs.ts";
import { timetable } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { listedRow, listTabs } from "./event-list.parts.ts";
import type { Listed } from "./event-list.parts.ts";

export type ListProps = {
  which: "coming" | "past";
  rows: readonly Listed[];
  drafts: readonly Listed[];
  /** Whatever waits for a new date */
  postponed: readonly Listed[];
  networks: readonly { code: string; name: string }[];
  /** What stands in the address */
  filter: Readonly<Record<"network" | "mode" | "kind" | "near" | "when", string>>;
  /** The viewer's own town, as a way to what is near */
  home: string | null;
  /** Address of the next page; null on the last */
  more: string | null;
  isFirstPage: boolean;
  mayMake: boolean;
};

export function eventListPage(view: View, props: ListProps): Html {
  const { t } = view;
  const { which, rows, drafts, postponed } = props;
  const path = which === "coming" ? "/events" : "/events/past";
  const heading = which === "coming" ? t("events.coming") : t("events.past");
  return page(
    view,
    { title: heading, section: "events", description: t("events.listDescription", { site: view.site.name }) },
    html`<div class="sections">
<header class="stack gap-5"><div class="row apart"><h1>${heading}</h1>${props.mayMake ? linkButton("/events/new", { words: t("events.make"), mark: "calendar-plus", quiet: true }) : ""}</div>
${tabs(t("events.tabs"), listTabs(view), path)}
${filterForm(view, props, path)}</header>
${drafts.length > 0 ? section("drafts", t("events.drafts"), timetable(drafts.map((event) => listedRow(view, event, "draft"))), { aside: t("events.draftsWho") }) : ""}
${rows.length > 0 ? byMonth(view, rows).map(([name, ofMonth], i) => section(`month-${i}`, name, timetable(ofMonth.map((event) => listedRow(view, event, which))))) : nothing(view, props, path)}
${postponed.length > 0 ? section("postponed", t("moves.listTitle"), timetable(postponed.map((event) => listedRow(view, event, which))), { aside: t("moves.listAside") }) : ""}
${props.more ? html`<p><a href="${props.more}" rel="next">${which === "coming" ? t("events.later") : t("events.earlier")}</a></p>` : ""}
</div>`,
  );
}

function filterForm(view: View, { networks, filter, home, which }: ListProps, path: string): Html {
  const { t } = view;
  if (networks.length === 0) return html``;
  const field = fields(view, { values: filter, errors: {} });
  const all = { value: "", label: t("events.allNetworks") };
  return html`<form class="row end filter" method="get" action="${path}">
${field.select({ name: "network", label: t("events.network"), required: true, options: [all, ...(view.me ? [{ value: "mine", label: t("events.myNetworks") }] : []), ...networks.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))] })}
${field.select({ name: "mode", label: t("events.meetsHow"), required: true, options: [{ value: "", label: t("events.anyMode") }, { value: "room", label: t("ui.inARoom") }, { value: "online", label: t("ui.online") }] })}
${which === "coming" ? field.select({ name: "when", label: t("events.when"), required: true, options: ["", "week", "month", "quarter"].map((span) => ({ value: span, label: t("events.span", { span: span || "any" }) })) }) : ""}
${field.select({ name: "kind", label: t("events.heldBy"), required: true, options: ["", "organisation", "branch", "group", "committee"].map((kind) => ({ value: kind, label: t("events.heldByKind", { kind: kind || "any" }) })) })}
${field.text({ name: "near", label: t("events.near"), unmarked: true, maxlength: 60, dir: "auto" })}
${button({ words: t("events.filter"), quiet: true })}
${home && !filter.near ? html`<a href="${path}?near=${encodeURIComponent(home)}">${t("events.nearMe", { town: home })}</a>` : ""}
</form>`;
}

function nothing(view: View, { which, filter, isFirstPage }: ListProps, path: string): Html {
  const { t } = view;
  if (!isFirstPage) return empty(t("events.noMore"), null, html`<a href="${path}">${t("events.fromTheStart")}</a>`);
  else if (filter.near) return empty(t("events.noneNear", { town: filter.near }), t("events.noneNearMore"), html`<a href="${path}">${t("events.showAll")}</a>`);
  else if (Object.values(filter).some(Boolean)) return empty(t("events.noneLikeThat"), t("events.noneLikeThatMore"), html`<a href="${path}">${t("events.showAll")}</a>`);
  else if (which === "past") return empty(t("events.nonePast"), t("events.nonePastMore"));
  return empty(t("events.noneComing"), t("events.noneComingMore"), html`<a href="/organisations">${t("events.noHostLink")}</a>`);
}

function byMonth(view: View, rows: readonly Listed[]): [string, Listed[]][] {
  const months = new Map<string, Listed[]>();
  for (const event of rows) {
    const name = times(view, event.zone).month(event.startsAt.toZonedDateTimeISO(event.zone).toPlainDate());
    months.set(name, [...(months.get(name) ?? []), event]);
  }
  return [...months];
}
