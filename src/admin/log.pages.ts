import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { english } from "../platform/i18n/catalogue.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { adminPage } from "./admin.pages.ts";
import type { ChangeRow } from "./log.sql.ts";

const KIND = "admin.log.kind.";
const kinds = Object.keys(english).filter((key) => key.startsWith(KIND)).map((key) => key.slice(KIND.length));

export function logPage(view: View, it: { found: ChangeRow[]; asked: Record<string, string>; older: string | null; isNewest: boolean }): Html {
  const { t } = view;
  const form = fields(view, { values: it.asked, errors: {} });
  const asks = Object.keys(it.asked).length > 0;
  const about = ["person", "unit", "event"].filter((name) => it.asked[name]);
  const options = [{ value: "", label: t("admin.log.any") }, ...kinds.map((kind) => ({ value: kind, label: kindWords(view, kind) }))];
  return adminPage(
    view,
    t("admin.log"),
    "/admin/log",
    html`<form class="row end filter" action="/admin/log">${about.map((name) => form.hidden(name))}
${form.select({ name: "kind", label: t("admin.log.what"), unmarked: true, options })}
${form.text({ name: "from", type: "date", label: t("admin.log.from"), unmarked: true })}${form.text({ name: "to", type: "date", label: t("admin.log.to"), unmarked: true })}
${button({ words: t("ui.find"), mark: "search", quiet: true })}${asks ? html`<a href="/admin/log">${t("admin.log.everything")}</a>` : ""}</form>
${section("changes", t(about.length > 0 ? "admin.log.aboutOne" : "admin.log.all"), html`<div class="stack"><p class="soft prose">${t("admin.log.more")}</p>
${it.found.length > 0 ? ruledList("pairs", it.found.map((change) => row(view, change))) : asks ? empty(t("admin.log.noneFits"), t("admin.log.noneFitsMore")) : empty(t("admin.log.none"), t("admin.log.noneMore"))}
<p class="row">${it.isNewest ? "" : html`<a href="/admin/log?${new URLSearchParams(it.asked).toString()}">${t("admin.log.newest")}</a>`}${it.older ? html`<a href="${it.older}">${t("admin.log.older")}</a>` : ""}</p></div>`)}`,
  );
}

function row(view: View, it: ChangeRow): Html[] {
  const { t } = view;
  const who = (id: string, name: string | null) => html`<a href="/admin/log?person=${id}"><bdi>${name ?? t("admin.log.somebody")}</bdi></a>`;
  return [
    html`<h3>${kindWords(view, it.kind)}</h3><p class="meta"><span>${it.by ? t.html("admin.log.by", { who: who(it.by, it.byName) }) : t("admin.log.byItself")}</span>${it.personId && it.personId !== it.by ? html` <span>${t.html("admin.log.about", { who: who(it.personId, it.personName) })}</span>` : ""}${it.unitId ? html` <span><a href="/admin/log?unit=${it.unitId}"><bdi>${it.unitName ?? t("admin.log.unitGone")}</bdi></a></span>` : ""}${it.eventId ? html` <span><a href="/admin/log?event=${it.eventId}">${t("admin.log.meetUp")}</a></span>` : ""}</p>${it.fields.length > 0 ? html`<p class="small soft">${t("admin.log.fields", { fields: it.fields.join(", ") })}</p>` : ""}`,
    html`<time class="soft" datetime="${it.at.toString()}">${times(view).recently(it.at)}</time>`,
  ];
}

/** A kind that has no words of its own shows its name. */
function kindWords(view: View, kind: string): string {
  const key = KIND + kind;
  return key in english ? view.t(key as MessageKey) : kind;
}
