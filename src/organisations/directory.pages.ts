/** All organisations, and finding one. */
import { linkButton } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { search } from "../ui/search.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import { membersCount, policyWords } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";
import type { JoinPolicy } from "./unit.ts";

export type Found = {
  id: string;
  slug: string;
  name: string;
  summary: string;
  area: string | null;
  joinPolicy: JoinPolicy;
  memberCount: number;
  code: string;
  line: Line;
  onlineOnly: boolean;
  branches: number;
  groups: number;
  unitNames: string[] | null;
  isMine: boolean;
};

export function directoryPage(view: View, { q, found, hasMore }: { q: string; found: readonly Found[]; hasMore: boolean }): Html {
  const { t } = view;
  const found_ = found.length > 0 ? html`${ruledList("pairs", found.map((each) => row(view, each, q !== "")))}${hasMore ? html`<p class="soft">${t("organisations.directoryMore")}</p>` : ""}` : nothing(view, q);
  return page(
    view,
    { title: t("organisations.directory"), section: "branches", description: t("organisations.directoryLede") },
    html`<div class="sections">
<header class="stack">
  <h1>${t("organisations.directory")}</h1>
  <p class="lede">${t("organisations.directoryLede")}</p>
  ${search(view, { action: "/organisations", label: t("organisations.find"), hint: t("organisations.findHint"), value: q })}
</header>
${section("found", q ? t("organisations.foundFor", { q }) : t("organisations.directoryAll"), found_, q ? { link: { href: "/organisations", words: t("organisations.showAll") } } : { link: { href: "/organisations/new", words: t("organisations.new") } })}
</div>`,
  );
}

function row(view: View, each: Found, searched: boolean): Html[] {
  const { t } = view;
  const names = searched && each.unitNames ? each.unitNames.slice(0, 4).join(", ") : "";
  const meta = [
    each.onlineOnly ? t("organisations.onlineOnly") : each.area,
    membersCount(view, each.memberCount),
    each.branches > 0 ? t("organisations.branchesCount", { count: each.branches }) : null,
    each.groups > 0 ? t("organisations.groupsCount", { count: each.groups }) : null,
  ].filter((words) => words !== null);
  return [
    html`<div class="what"><h3>${code(each)} <a href="${unitUrl({ kind: "organisation", slug: each.slug, organisationSlug: each.slug })}">${each.name}</a></h3>${each.summary ? html`<p>${each.summary}</p>` : ""}<p class="meta">${meta.map((words) => html`<span>${words}</span> `)}</p>${names ? html`<p class="soft">${t("organisations.foundIn", { names })}</p>` : ""}</div>`,
    each.isMine ? tag(t("organisations.joined"), "yes", "check") : tag(policyWords(view, each.joinPolicy)),
  ];
}

function nothing(view: View, q: string): Html {
  const { t } = view;
  return q
    ? empty(t("organisations.foundNothing"), t("organisations.foundNothingMore"), html`<a href="/organisations">${t("organisations.showAll")}</a>`)
    : empty(t("organisations.directoryEmpty"), t("organisations.directoryEmptyMore"), linkButton("/organisations/new", { words: t("organisations.new") }));
}
