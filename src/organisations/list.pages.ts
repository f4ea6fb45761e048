/** The list as organisers see it. */
import type { Row } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { button, linkButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { facts } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { table } from "../ui/table.ts";
import type { View } from "../ui/view.ts";
import { LIST_STATES } from "./list.ts";
import type { ListFilter } from "./list.ts";
import type { countListed, listed } from "./list.sql.ts";
import { trailTo } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

type Entry = Row<(typeof listed)["columns"]>;
type Numbers = Row<(typeof countListed)["columns"]>;

export type ListProps = {
  unit: Unit;
  counts: Numbers;
  entries: readonly Entry[];
  filter: ListFilter;
  /** Address of the next part; null on the last */
  more: string | null;
  isFirstPart: boolean;
  invitesLeft: boolean;
};

export function listPage(view: View, { unit, counts, entries, filter, more, isFirstPart, invitesLeft }: ListProps): Html {
  const { t } = view;
  const path = `${unitUrl(unit)}/list`;
  const number = times(view).number;
  return page(
    view,
    { title: t("imports.listTitle"), section: "branches", crumbs: trailTo(view, unit, t("imports.listTitle")) },
    html`<div class="sections">
<header class="stack"><h1>${t("imports.listOf", { unit: unit.name })}</h1><p class="lede">${t("imports.listLede", { count: counts.all })}</p>
${counts.all > 0 ? facts([{ term: t("imports.waiting"), words: number(counts.all) }, { term: t("imports.invited"), words: number(counts.invited) }, { term: t("imports.invitable"), words: number(counts.invitable) }], "numbers") : ""}
${counts.erasesOn ? html`<p>${t("imports.erasing", { count: counts.erasing, day: times(view).date(counts.erasesOn) })}</p>` : ""}
${invitesLeft && counts.invitable > 0 ? html`<form class="stack gap-2" method="post" action="${path}/invitations"><input type="hidden" name="who" value="all"><div>${button({ words: t("imports.inviteAll", { count: counts.invitable }), mark: "mail" })}</div><p class="soft">${t("imports.inviteWhat")}</p></form>` : ""}
${invitesLeft ? "" : html`<p>${t("imports.tomorrow")}</p>`}
</header>
<div class="stack">
${counts.all > 0 ? finder(view, path, filter) : ""}
${entries.length > 0 ? chooser(view, path, entries, invitesLeft) : counts.all > 0 ? nobody(view, path, filter) : empty(t("imports.listEmpty"), t("imports.listEmptyMore"), linkButton(`${unitUrl(unit)}/import`, { words: t("imports.bringIn"), quiet: true }))}
${more || !isFirstPart ? html`<nav class="row" aria-label="${t("imports.pages")}">${isFirstPart ? "" : html`<a href="${path}${filterAddress(filter)}">${t("imports.listStart")}</a>`}${more ? html`<a href="${more}" rel="next">${t("imports.listMore")}</a>` : ""}</nav>` : ""}
</div>
<div class="grid broad">
${section("more", t("imports.bringIn"), html`<div class="stack"><p>${t("imports.bringInLede")}</p><p>${linkButton(`${unitUrl(unit)}/import`, { words: t("imports.bringIn"), quiet: true })}</p></div>`)}
${section("export", t("imports.export"), html`<div class="stack"><p>${t("imports.exportWhat")}</p><p>${linkButton(`${unitUrl(unit)}/export`, { words: t("imports.exportLink"), quiet: true })}</p></div>`)}
</div>
</div>`,
  );
}

function finder(view: View, path: string, filter: ListFilter): Html {
  const { t } = view;
  const field = fields(view, { values: { ...filter }, errors: {} });
  const states = [{ value: "", label: t("imports.listAll") }, ...LIST_STATES.map((value) => ({ value, label: t(`imports.state.${value}`) }))];
  return html`<form class="row end filter" method="get" action="${path}" role="search">
${field.text({ name: "q", label: t("imports.listFind"), type: "search", maxlength: 100, dir: "auto", unmarked: true })}
${field.select({ name: "state", label: t("imports.state"), required: true, options: states })}
${button({ words: t("imports.find"), mark: "search", quiet: true })}
</form>`;
}

function filterAddress(filter: ListFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return query.size > 0 ? `?${query}` : "";
}

function nobody({ t }: View, path: string, { q, state }: ListFilter): Html {
  return empty(t("imports.listNone"), t(q || !state ? "imports.listNoneMore" : `imports.listNoneMore.${state}`), html`<a href="${path}">${t("imports.listShowAll")}</a>`);
}

function chooser(view: View, path: string, entries: readonly Entry[], invitesLeft: boolean): Html {
  const { t } = view;
  return html`<form class="stack" method="post" action="${path}/invitations"><input type="hidden" name="who" value="chosen">
${table(
  t("imports.listTitle"),
  [t("imports.chosen"), t("imports.name"), t("imports.state"), t("imports.address"), t("imports.memberSince")],
  entries.map((entry) => [
    html`<input type="checkbox" name="person" value="${entry.personId}" aria-label="${t("imports.choose", { name: entry.name })}">`,
    html`<b><bdi>${entry.name}</bdi></b>${entry.area || entry.employer ? html`<br><span class="soft small">${[entry.employer, entry.area].filter(Boolean).join(", ")}</span>` : ""}`,
    stateWords(view, entry),
    entry.address ? html`<bdi>${entry.address}</bdi>` : "",
    html`<span class="on-phone">${t("imports.memberSince")} </span><span class="num">${times(view).date(entry.since)}</span>`,
  ]),
  "led",
)}
<div class="row">${invitesLeft ? button({ words: t("imports.inviteChosen"), mark: "mail", quiet: true }) : ""}<button class="btn quiet" type="submit" formaction="${path}/removal">${t("imports.takeOffChosen")}</button></div>
</form>`;
}

function stateWords(view: View, entry: Entry): string {
  const { t } = view;
  const { state } = entry;
  if (state === "invited") return t("imports.state.invitedOn", { date: times(view).date(entry.invitedAt!) });
  else if (state === "silent" && entry.status) return t("imports.state.silentStatus", { status: entry.status });
  else return t(`imports.state.${state}`);
}

/** The question before people are taken off. */
export function takeOffPage(view: View, { unit, people }: { unit: Unit; people: readonly string[] }): Html {
  const { t } = view;
  const path = `${unitUrl(unit)}/list`;
  const title = t("imports.takeOffTitle", { count: people.length });
  return page(
    view,
    { title, section: "branches", crumbs: trailTo(view, unit, t("imports.listTitle")) },
    html`<div class="stack gap-5 question"><h1>${title}</h1><p class="lede">${unit.kind === "organisation" ? t("imports.takeOffErases") : t("imports.takeOffUnit", { organisation: unit.organisationName })}</p>
<form class="row" method="post" action="${path}/removal"><input type="hidden" name="sure" value="yes">${people.map((id) => html`<input type="hidden" name="person" value="${id}">`)}${button({ words: t("imports.takeOffChosen") })}${linkButton(path, { words: t("imports.undoKeep"), quiet: true })}</form></div>`,
  );
}
