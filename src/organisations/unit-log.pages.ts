/** What was done to an organisation or unit, for its organisers. */
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { policyWords, trailTo } from "./organisation.parts.ts";
import type { ValueChanged } from "./unit-log.ts";
import type { UnitChange } from "./unit-log.sql.ts";
import type { JoinPolicy, Unit } from "./unit.ts";

export function unitLogPage(view: View, { unit, changes, older }: { unit: Unit; changes: readonly UnitChange[]; older: string | null }): Html {
  const { t } = view;
  const title = t("organisations.log.title");
  return page(
    view,
    { title: `${title}, ${unit.name}`, section: "branches", crumbs: trailTo(view, unit, title), unlisted: true },
    html`<div class="stack gap-6">
<header class="stack"><h1>${t("organisations.log.heading", { unit: unit.name })}</h1><p class="lede">${t("organisations.log.lede")}</p></header>
${changes.length > 0 ? ruledList("pairs", changes.map((change) => row(view, unit, change))) : empty(t("organisations.log.none"), t("organisations.log.noneMore"))}
${older ? html`<p><a href="${older}" rel="next">${t("organisations.log.older")}</a></p>` : ""}
</div>`,
  );
}

function row(view: View, unit: Unit, change: UnitChange): Html[] {
  const { t } = view;
  const { kind, fields, by, about, unitName, at } = change;
  const somebody = t("organisations.log.somebody");
  const rest = fields.filter((field) => !change.values.some((value) => value.field === field)).flatMap((field) => (FIELDS[field] ? [t(FIELDS[field])] : []));
  const told = [
    ...change.values.map(({ field, was, now }) => html`<li>${t.html("organisations.log.value", { field: t(FIELDS[field]!), was: html`<bdi class="soft">${said(view, field, was)}</bdi>`, now: html`<bdi><b>${said(view, field, now)}</b></bdi>` })}</li>`),
    ...(rest.length > 0 ? [html`<li>${t("organisations.log.changedToo", { fields: times(view).list(rest) })}</li>`] : []),
  ];
  const words = t(DID[kind] ?? "organisations.log.changed", { name: about ?? somebody, unit: unitName, count: change.count ?? 0 });
  const where = change.unitId === unit.id ? "" : html` <span>${unitName}</span>`;
  return [
    html`<div class="stack gap-2"><h3>${words}</h3>${told.length > 0 ? html`<ul class="stack gap-1" role="list">${told}</ul>` : ""}<p class="meta"><span><bdi>${by ?? somebody}</bdi></span>${where}</p></div>`,
    html`<time class="soft" datetime="${at.toString()}">${times(view).recently(at)}</time>`,
  ];
}

function said(view: View, field: ValueChanged["field"], value: string): string {
  const { t } = view;
  if (value === "") return t("organisations.log.nothing");
  if (field === "joinPolicy") return policyWords(view, value as JoinPolicy);
  if (field === "line") return t("organisations.lineName", { line: value });
  if (field === "onlineOnly") return t(value === "true" ? "organisations.log.yes" : "organisations.log.no");
  if (field === "zone") return value.replaceAll("_", " ");
  return value;
}

const DID: Record<string, MessageKey> = {
  "organisation.created": "organisations.log.founded", "organisation.edited": "organisations.log.changed", "unit.created": "organisations.log.founded",
  "unit.edited": "organisations.log.changed", "unit.closed": "organisations.log.closed", "organiser.started": "organisations.log.organiserStarted",
  "organiser.ended": "organisations.log.organiserEnded", "conduct.changed": "organisations.log.conduct", "conduct.contact-named": "organisations.log.contact",
  "import.finished": "organisations.log.imported", "import.undone": "organisations.log.importUndone", "list.invited": "organisations.log.invited",
  "list.shortened": "organisations.log.shortened",
};

const FIELDS: Record<string, MessageKey> = {
  name: "organisations.name", area: "organisations.area", joinPolicy: "organisations.log.policy", code: "organisations.code", line: "organisations.line",
  zone: "organisations.zone", onlineOnly: "organisations.onlineOnlyBox", website: "organisations.website", mailbox: "organisations.mailbox",
  summary: "organisations.log.summary", about: "organisations.log.about",
};
