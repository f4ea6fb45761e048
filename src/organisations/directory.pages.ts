/** All organisations and their units, and finding one. */
import type { Row as Columns } from "../platform/db/columns.ts";
import { button, linkButton } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { search } from "../ui/search.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { askWords, DIRECTORY_KINDS, isEverything, POLICIES } from "./directory.ts";
import type { DirectoryAsk } from "./directory.ts";
import type { organisationsFound, unitsFound } from "./directory.sql.ts";
import type { friendsOf } from "./friend.sql.ts";
import { kindWord, membersCount, policyWords, unitPolicyWords } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";

type Mine = { isMine: boolean };
export type OrganisationFound = Columns<(typeof organisationsFound)["columns"]> & Mine;
export type UnitFound = Columns<(typeof unitsFound)["columns"]> & Mine;
export type Friend = Columns<(typeof friendsOf)["columns"]>;

export type DirectoryProps = {
  ask: DirectoryAsk;
  organisations: readonly OrganisationFound[];
  units: readonly UnitFound[];
  /** Address of the next part; null where this is the last */
  more: string | null;
  isFirstPart: boolean;
  friends: readonly Friend[];
  /** The viewer's own town */
  home: string | null;
};

export function directoryPage(view: View, props: DirectoryProps): Html {
  const { t } = view;
  const { ask, organisations, units, friends, home } = props;
  const rows = [...organisations.map((each) => organisationRow(view, each, ask.q !== "")), ...units.map((each) => unitRow(view, each))];
  const list = rows.length > 0 ? html`${ruledList("pairs", rows)}${props.more ? html`<p><a href="${props.more}" rel="next">${t("organisations.directoryNext")}</a></p>` : ""}` : nothing(view, props);
  const heading = ask.q ? t("organisations.foundFor", { q: ask.q }) : t("organisations.directoryOf", { kind: ask.kind });
  const aside = isEverything(ask) ? { href: "/organisations/new", words: t("organisations.new") } : rows.length > 0 ? { href: "/organisations", words: t("organisations.showAll") } : null;
  return page(
    view,
    { title: t("organisations.directory"), section: "branches", description: t("organisations.directoryLede") },
    html`<div class="sections">
<header class="stack gap-5">
  <div class="stack"><h1>${t("organisations.directory")}</h1>
  <p class="lede">${t("organisations.directoryLede")}</p>
  ${search(view, { action: "/organisations", label: t("organisations.find"), hint: t("organisations.findHint"), value: ask.q, keep: askWords({ ...ask, q: "" }) })}</div>
  ${filterForm(view, ask, home)}
</header>
${friends.length > 0 ? section("friends", t("organisations.friends"), ruledList("pairs", friends.map((each) => friendRow(view, each)))) : ""}
${section("found", heading, list, { link: aside })}
</div>`,
  );
}

function filterForm(view: View, ask: DirectoryAsk, home: string | null): Html {
  const { t } = view;
  const field = fields(view, { values: { near: ask.near, kind: ask.kind, policy: ask.policy }, errors: {} });
  return html`<form class="row end filter" method="get" action="/organisations">
${ask.q ? field.hidden("q", ask.q) : ""}
${field.select({ name: "kind", label: t("organisations.kindAsked"), required: true, options: DIRECTORY_KINDS.map((kind) => ({ value: kind, label: t("organisations.directoryOf", { kind }) })) })}
${field.select({ name: "policy", label: t("organisations.wayIn"), required: true, options: [{ value: "", label: t("organisations.anyPolicy") }, ...POLICIES.map((policy) => ({ value: policy, label: policyWords(view, policy) }))] })}
${field.text({ name: "near", label: t("organisations.near"), unmarked: true, maxlength: 60, dir: "auto" })}
${button({ words: t("organisations.filter"), quiet: true })}
${home && !ask.near ? html`<a href="/organisations?${new URLSearchParams({ ...askWords(ask), near: home }).toString()}">${t("organisations.nearMe", { town: home })}</a>` : ""}
</form>`;
}

function organisationRow(view: View, each: OrganisationFound, searched: boolean): Html[] {
  const { t } = view;
  const names = searched && each.unitNames ? each.unitNames.slice(0, 4).join(", ") : "";
  const meta = [
    each.onlineOnly ? t("organisations.onlineOnly") : each.area,
    membersCount(view, each.memberCount),
    each.branches > 0 ? t("organisations.branchesCount", { count: each.branches }) : null,
    each.groups > 0 ? t("organisations.groupsCount", { count: each.groups }) : null,
  ];
  return [
    what(each, unitUrl({ kind: "organisation", slug: each.slug, organisationSlug: each.slug }), meta, names ? t("organisations.foundIn", { names }) : null),
    each.isMine ? tag(t("organisations.joined"), "yes", "check") : tag(policyWords(view, each.joinPolicy)),
  ];
}

function unitRow(view: View, each: UnitFound): Html[] {
  const { t } = view;
  const meta = [t("organisations.unitOf", { kind: kindWord(view, each.kind), organisation: each.organisationName }), each.area, membersCount(view, each.memberCount)];
  return [what(each, unitUrl(each), meta, null), each.isMine ? tag(t("organisations.joined"), "yes", "check") : tag(unitPolicyWords(view, each))];
}

function friendRow(view: View, each: Friend): Html[] {
  const { t } = view;
  const meta = [
    each.sharedMembers > 0 ? t("organisations.friendMembers", { count: each.sharedMembers, networks: each.through.join(", ") }) : null,
    each.sharedEvents > 0 ? t("organisations.friendEvents", { count: each.sharedEvents }) : null,
  ];
  return [what(each, unitUrl({ kind: "organisation", slug: each.slug, organisationSlug: each.slug }), meta, null), tag(policyWords(view, each.joinPolicy))];
}

function what(each: Parameters<typeof code>[0] & { name: string; summary: string }, href: string, meta: (string | null)[], more: string | null): Html {
  return html`<div class="what"><h3>${code(each)} <a href="${href}">${each.name}</a></h3>${each.summary ? html`<p>${each.summary}</p>` : ""}<p class="meta">${meta.filter(Boolean).map((words) => html`<span>${words}</span> `)}</p>${more ? html`<p class="soft">${more}</p>` : ""}</div>`;
}

function nothing(view: View, { ask, isFirstPart }: DirectoryProps): Html {
  const { t } = view;
  const all = html`<a href="/organisations">${t("organisations.showAll")}</a>`;
  if (!isFirstPart) return empty(t("organisations.directoryEnd"), null, all);
  else if (ask.near) return empty(t("organisations.noneNear", { town: ask.near }), t("organisations.noneNearMore"), all);
  else if (!isEverything(ask)) return empty(t("organisations.foundNothing"), t("organisations.foundNothingMore"), all);
  return empty(t("organisations.directoryEmpty"), t("organisations.directoryEmptyMore"), linkButton("/organisations/new", { words: t("organisations.new") }));
}
