/** The page of an organisation. */
import { markdown } from "../platform/text/markdown.ts";
import { times } from "../platform/i18n/times.ts";
import { linkButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { facts } from "../ui/facts.ts";
import type { Fact } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { linemap } from "../ui/linemap.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { tabs } from "../ui/tabs.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import type { WayIn } from "./joining.ts";
import { asSticker, crowd, doorway, membersCount, policyWords, trailTo, upcoming } from "./organisation.parts.ts";
import type { Crowd, Listed, Upcoming } from "./organisation.parts.ts";
import type { Unit } from "./unit.ts";
import { unitUrl } from "./unit.ts";

export type UnitRow = {
  id: string;
  kind: Unit["kind"];
  slug: string;
  name: string;
  summary: string;
  memberCount: number;
  nextAt: Temporal.Instant | null;
  nextZone: string | null;
  way: WayIn;
};

export type OrganisationProps = {
  unit: Unit;
  way: WayIn;
  since: Temporal.PlainDate | null;
  declinedAt: Temporal.Instant | null;
  units: readonly UnitRow[];
  events: readonly Upcoming[];
  /** Null where names are not shown. */
  organisers: readonly Listed[] | null;
  organisesIt: boolean;
  /** The committee whose members are shown. Null members: only counted. */
  committee: { id: string; members: readonly Listed[] | null } | null;
  /** For a small society without branches or groups. Null where names are not shown. */
  members: Crowd | null;
  desk: Html | null;
};

export function organisationPage(view: View, props: OrganisationProps): Html {
  const { t } = view;
  const { unit, units, events, organisers, desk, members } = props;
  const url = unitUrl(unit);
  const branches = units.filter((each) => each.kind === "branch");
  const committees = units.filter((each) => each.kind === "committee");
  const groups = units.filter((each) => each.kind === "group");
  const isMember = props.way === "member";
  return page(
    view,
    { title: unit.name, section: "branches", crumbs: trailTo(view, unit), description: unit.summary },
    html`<div class="sections">
<header class="stack">
  <h1>${unit.name}</h1>
  ${unit.summary ? html`<p class="lede">${unit.summary}</p>` : ""}
  ${facts(factsOf(view, props, branches))}
  ${atTheDoor(view, props)}
</header>
${desk ? section("desk", t("organisations.desk"), desk, { aside: t("organisations.deskOnlyYou") }) : ""}
${branches.length > 0 ? section("branches", t("organisations.branches"), branchMap(view, unit, branches), isMember ? { link: { href: `${url}/branch`, words: t(mine(branches) ? "organisations.changeBranch" : "organisations.chooseBranch") } } : {}) : ""}
${section("next", t("organisations.upcoming"), events.length > 0 ? upcoming(view, unit, events) : empty(t("organisations.nothingPlanned"), isMember ? t("organisations.nothingPlannedMember") : t("organisations.nothingPlannedOther")))}
${committees.length > 0 && props.committee ? section("committees", t("organisations.committees"), committeePart(view, unit, committees, props.committee)) : ""}
${groups.length > 0 ? section("groups", t("organisations.groups"), groupList(view, unit, groups)) : ""}
${unit.about ? section("about", t("organisations.about"), html`<div class="prose">${markdown(unit.about)}</div>`) : ""}
${organisers && organisers.length > 0 ? section("organisers", t("organisations.organisers"), html`<div class="grid cards">${organisers.map((person) => who(asSticker(person)))}</div>`) : ""}
${members && (members.people.length > 0 || members.q) ? section("members", t("organisations.membersTitle"), crowd(view, unit, members), { count: times(view).number(unit.memberCount), aside: t("organisations.membersOnlyYou") }) : ""}
${isMember ? html`<p><a href="${url}/leaving">${t("organisations.leave", { unit: unit.name })}</a></p>` : ""}
</div>`,
  );
}

function mine(branches: readonly UnitRow[]): UnitRow | undefined {
  return branches.find((branch) => branch.way === "member");
}

function factsOf(view: View, { unit, way, since, organisers, organisesIt }: OrganisationProps, branches: readonly UnitRow[]): Fact[] {
  const { t } = view;
  const said = times(view);
  const rows: Fact[] = [];
  if (way === "member" && since) {
    rows.push({ term: t("organisations.you"), words: t("organisations.memberSince", { since: said.month(since) }), more: organisesIt ? t("organisations.youOrganise") : null });
    const branch = mine(branches);
    if (branch) rows.push({ term: t("organisations.yourBranch"), words: html`<a href="${unitUrl({ ...branch, organisationSlug: unit.organisationSlug })}">${branch.name}</a>`, more: membersCount(view, branch.memberCount) });
    else if (branches.length > 0) rows.push({ term: t("organisations.yourBranch"), words: t("organisations.noBranchYet"), more: html`<a href="${unitUrl(unit)}/branch">${t("organisations.chooseBranch")}</a>` });
  } else if (!unit.closedAt) {
    rows.push({ term: t("organisations.wayIn"), words: policyWords(view, unit.joinPolicy), more: t("organisations.policyMore", { policy: unit.joinPolicy }) });
  }
  const names = organisers?.slice(0, 2).map((person) => person.name) ?? [];
  rows.push({
    term: t("organisations.onItsLine"),
    words: codeAnd(unit, t("organisations.members", { count: unit.memberCount })),
    more: names.length > 0 ? t("organisations.organisedBy", { names: said.list(names) }) : null,
  });
  rows.push({
    term: t("organisations.where"),
    words: unit.onlineOnly ? t("organisations.onlineOnly") : (unit.area ?? t("organisations.noArea")),
    more: reaching(unit),
  });
  return rows;
}

/** Where it is on the web, and where it reads letters. */
function reaching({ website, mailbox }: Unit): Html | null {
  const links = [
    ...(website ? [html`<a href="${website}" rel="ugc nofollow">${new URL(website).hostname.replace(/^www\./, "")}</a>`] : []),
    ...(mailbox ? [html`<a href="mailto:${mailbox}">${mailbox}</a>`] : []),
  ];
  return links.length > 0 ? html`${links.map((link, i) => html`${i > 0 ? html`<br>` : ""}${link}`)}` : null;
}

/** What somebody who does not belong yet can do here, in one sentence and at most one button. */
function atTheDoor(view: View, { unit, way, declinedAt }: OrganisationProps): Html {
  const { t } = view;
  const url = unitUrl(unit);
  if (way === "member") return html``;
  else if (way === "closed") return html`<p>${t("organisations.closedWords")}</p>`;
  else if (way === "asked") return html`<p class="row">${doorway(view, { name: unit.name, url }, way)} <a href="${url}/joining">${t("organisations.seeRequest")}</a></p>`;
  else if (way === "invitation") return html`<p>${t("organisations.invitationWords", { unit: unit.name })}</p>`;
  const words = way === "ask" ? t("organisations.askToJoinUnit", { unit: unit.name }) : t("organisations.joinUnit", { unit: unit.name });
  return html`<p class="row">${linkButton(`${url}/joining`, { words })}${declinedAt ? html`<span class="soft">${t("organisations.declinedLine", { date: times(view, unit.zone).date(declinedAt) })}</span>` : ""}</p>`;
}

function branchMap(view: View, unit: Unit, branches: readonly UnitRow[]): Html {
  const { t } = view;
  return linemap(
    branches.map((branch) => {
      const here = branch.way === "member";
      const next = branch.nextAt && times(view, branch.nextZone ?? unit.zone).date(branch.nextAt);
      const note = here ? (next ? t("organisations.yoursNext", { date: next }) : t("organisations.yours")) : next ? t("organisations.meets", { date: next }) : t("organisations.nothing");
      return { name: branch.name, href: unitUrl({ ...branch, organisationSlug: unit.organisationSlug }), note, here };
    }),
    unit.line,
  );
}

function committeePart(view: View, unit: Unit, committees: readonly UnitRow[], shown: NonNullable<OrganisationProps["committee"]>): Html {
  const { t } = view;
  const href = (slug: string) => `${unitUrl(unit)}?committee=${slug}#committees`;
  const committee = committees.find((each) => each.id === shown.id)!;
  return html`<div class="stack gap-5">${committees.length > 1 ? tabs(t("organisations.committees"), committees.map((each) => ({ href: href(each.slug), words: each.name })), href(committee.slug)) : ""}
<div class="stack">
  <p class="soft">${committee.summary ? `${committee.summary} ` : ""}<a href="${unitUrl({ ...committee, organisationSlug: unit.organisationSlug })}">${t("organisations.aboutUnit", { unit: committee.name })}</a></p>
  ${shown.members === null ? html`<p>${t("organisations.committeeCounted", { count: committee.memberCount })}</p>` : shown.members.length === 0 ? html`<p>${t("organisations.committeeEmpty")}</p>` : html`<div class="grid cards">${shown.members.map((person) => who(asSticker(person)))}</div>`}
</div></div>`;
}

function groupList(view: View, unit: Unit, groups: readonly UnitRow[]): Html {
  const rows = groups.map((group) => {
    const url = unitUrl({ ...group, organisationSlug: unit.organisationSlug });
    const next = group.nextAt && view.t("organisations.meets", { date: times(view, group.nextZone ?? unit.zone).date(group.nextAt) });
    return [
      html`<div class="what"><h3><a href="${url}">${group.name}</a></h3><p class="meta">${group.summary ? html`<span>${group.summary}</span> ` : ""}<span class="num">${membersCount(view, group.memberCount)}</span>${next ? html` <span>${next}</span>` : ""}</p></div>`,
      doorway(view, { name: group.name, url }, group.way) ?? html``,
    ];
  });
  const half = Math.ceil(rows.length / 2);
  if (rows.length < 4) return ruledList("pairs", rows);
  return html`<div class="grid broad">${ruledList("pairs", rows.slice(0, half))}${ruledList("pairs", rows.slice(half))}</div>`;
}
