import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { filterWords, MEMBER_ROLES, MEMBER_STATES, NO_BRANCH } from "./member-filter.ts";
import type { Beneath, MemberFilter } from "./member-filter.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

export function memberFilterForm(view: View, unit: Unit, filter: MemberFilter, beneath: readonly Beneath[]): Html {
  const { t } = view;
  const field = fields(view, { values: { ...filter }, errors: {} });
  const any = { value: "", label: t("organisations.filter.any") };
  const units = [any, ...beneath.map(({ slug, name }) => ({ value: slug, label: name })), ...(beneath.some(({ kind }) => kind === "branch") ? [{ value: NO_BRANCH, label: t("organisations.filter.noBranch") }] : [])];
  return html`<form class="row end filter" action="${unitUrl(unit)}/members" role="search">
${field.text({ name: "q", label: t("organisations.membersFind"), type: "search", maxlength: 200, dir: "auto", unmarked: true })}
${beneath.length > 0 ? field.select({ name: "in", label: t("organisations.filter.in"), required: true, options: units }) : ""}
${field.select({ name: "role", label: t("organisations.filter.role"), required: true, options: [any, ...MEMBER_ROLES.map((value) => ({ value, label: t(`organisations.filter.role.${value}`) }))] })}
${field.select({ name: "state", label: t("organisations.filter.state"), required: true, options: [any, ...MEMBER_STATES.map((value) => ({ value, label: t(`organisations.filter.state.${value}`) }))] })}
${field.text({ name: "since", label: t("organisations.filter.since"), type: "date", unmarked: true })}
${button({ words: t("organisations.filter.show"), mark: "search", quiet: true })}
</form>`;
}

/** Where a filter leaves nobody: what would put somebody there. Of several that narrow together, none can be blamed. */
export function nobodyLike(view: View, unit: Unit, filter: MemberFilter, beneath: readonly Beneath[]): Html {
  const { t } = view;
  const all = html`<a href="${unitUrl(unit)}/members">${t("organisations.filter.all")}</a>`;
  const set = Object.keys(filterWords(filter));
  if (set.length > 1) return empty(t("organisations.filter.none"), t("organisations.filter.noneMore"), all);
  const chosen = beneath.find(({ slug }) => slug === filter.in)?.name ?? null;
  const [key] = set as (keyof MemberFilter)[];
  const more = {
    q: t("organisations.membersFoundNothing"),
    in: chosen ? t("organisations.filter.noneIn", { unit: chosen }) : t("organisations.filter.noneNoBranch"),
    role: t(`organisations.filter.noneRole.${filter.role || "organiser"}` satisfies MessageKey),
    state: t(`organisations.filter.noneState.${filter.state || "account"}` satisfies MessageKey),
    since: filter.since ? t("organisations.filter.noneSince", { day: times(view).date(Temporal.PlainDate.from(filter.since)) }) : "",
  };
  return empty(t(key === "q" ? "organisations.foundNothing" : "organisations.filter.none"), key ? more[key] : null, all);
}
