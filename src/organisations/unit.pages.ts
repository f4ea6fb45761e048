/** The page of a branch, group or committee, in the same hand as its organisation's. */
import { times } from "../platform/i18n/times.ts";
import { markdown } from "../platform/text/markdown.ts";
import { linkButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { facts } from "../ui/facts.ts";
import type { Fact } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import type { WayIn } from "./joining.ts";
import { asSticker, crowd, doorway, kindWord, membersCount, trailTo, unitPolicyWords, upcoming } from "./organisation.parts.ts";
import type { Crowd, Listed, Upcoming } from "./organisation.parts.ts";
import type { UnitRow } from "./organisation.pages.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

export type UnitProps = {
  unit: Unit;
  way: WayIn;
  since: Temporal.PlainDate | null;
  declinedAt: Temporal.Instant | null;
  organisesIt: boolean;
  /** Those beneath it. */
  units: readonly UnitRow[];
  events: readonly Upcoming[];
  organisers: readonly Listed[] | null;
  members: Crowd | null;
  desk: Html | null;
};

export function unitPage(view: View, props: UnitProps): Html {
  const { t } = view;
  const { unit, units, events, organisers, desk, members, way } = props;
  const url = unitUrl(unit);
  const isMember = way === "member";
  return page(
    view,
    { title: `${unit.name}, ${unit.organisationName}`, section: "branches", crumbs: trailTo(view, unit), description: unit.summary },
    html`<div class="sections">
<header class="stack">
  <h1>${unit.name}</h1>
  ${unit.summary ? html`<p class="lede">${unit.summary}</p>` : ""}
  ${facts(factsOf(view, props))}
  ${atTheDoor(view, props)}
</header>
${desk ? section("desk", t("organisations.desk"), desk, { aside: t("organisations.deskOnlyYou") }) : ""}
${unit.closedAt && events.length === 0 ? "" : section("next", t("organisations.upcoming"), events.length > 0 ? upcoming(view, unit, events) : empty(t("organisations.nothingPlanned"), t("organisations.nothingPlannedUnit", { unit: unit.name })))}
${unit.about ? section("about", t("organisations.about"), html`<div class="prose">${markdown(unit.about)}</div>`) : ""}
${units.length > 0 ? section("beneath", t("organisations.beneath"), beneath(view, unit, units)) : ""}
${organisers && organisers.length > 0 ? section("organisers", t("organisations.organisers"), html`<div class="grid cards">${organisers.map((person) => who(asSticker(person)))}</div>`) : ""}
${members && (members.people.length > 0 || members.q) ? section("members", t("organisations.membersTitle"), crowd(view, unit, members), { count: times(view).number(unit.memberCount), aside: t("organisations.membersOnlyYou") }) : ""}
${members === null && unit.memberCount > 0 ? section("members", t("organisations.membersTitle"), html`<p>${t("organisations.membersCounted", { count: unit.memberCount, organisation: unit.organisationName })}</p>`) : ""}
${isMember ? html`<p><a href="${url}/leaving">${t("organisations.leave", { unit: unit.name })}</a></p>` : ""}
</div>`,
  );
}

function factsOf(view: View, { unit, way, since, organisesIt }: UnitProps): Fact[] {
  const { t } = view;
  const isMember = way === "member" && since;
  return [
    isMember
      ? { term: t("organisations.you"), words: t("organisations.memberSince", { since: times(view).month(since) }), more: organisesIt ? t("organisations.youOrganise") : null }
      : { term: t("organisations.wayIn"), words: unit.closedAt ? t("organisations.closed") : unitPolicyWords(view, unit) },
    { term: t("organisations.is"), words: kindWord(view, unit.kind), more: html`<a href="/organisations/${unit.organisationSlug}">${unit.organisationName}</a>` },
    { term: t("organisations.onItsLine"), words: codeAnd(unit, membersCount(view, unit.memberCount)) },
    ...(unit.area ? [{ term: t("organisations.where"), words: unit.area }] : []),
  ];
}

function atTheDoor(view: View, { unit, way, declinedAt }: UnitProps): Html {
  const { t } = view;
  const url = unitUrl(unit);
  const above = `/organisations/${unit.organisationSlug}`;
  if (way === "member") return html``;
  else if (way === "closed") return notice(t("organisations.closedOn", { date: times(view, unit.zone).date(unit.closedAt!) }), { more: t("organisations.closedKept") });
  else if (way === "asked") return html`<p class="row">${doorway(view, { name: unit.name, url }, way)} <a href="${url}/joining">${t("organisations.seeRequest")}</a></p>`;
  else if (way === "organisation-first")
    return html`<div class="stack"><p>${t("organisations.organisationFirst", { unit: unit.name, organisation: unit.organisationName })}</p>${unit.organisationPolicy === "request" ? linkButton(`${above}/joining${unit.kind === "branch" ? `?branch=${unit.slug}` : ""}`, { words: t("organisations.askToJoinUnit", { unit: unit.organisationName }) }) : html`<p>${t("organisations.invitationWords", { unit: unit.organisationName })}</p>`}</div>`;
  else if (way === "invitation") return html`<p>${t(unit.kind === "committee" ? "organisations.committeeWords" : "organisations.invitationWords", { unit: unit.name })}</p>`;
  return html`<div class="row">${doorway(view, { name: unit.name, url }, way, { solid: true })}${declinedAt ? html`<span class="soft">${t("organisations.declinedLine", { date: times(view, unit.zone).date(declinedAt) })}</span>` : ""}</div>`;
}

function beneath(view: View, unit: Unit, units: readonly UnitRow[]): Html {
  return ruledList(
    "pairs",
    units.map((each) => {
      const url = unitUrl({ ...each, organisationSlug: unit.organisationSlug });
      return [
        html`<div class="what"><h3><a href="${url}">${each.name}</a></h3><p class="meta"><span>${kindWord(view, each.kind)}</span> <span class="num">${membersCount(view, each.memberCount)}</span>${each.summary ? html` <span>${each.summary}</span>` : ""}</p></div>`,
        doorway(view, { name: each.name, url }, each.way) ?? html``,
      ];
    }),
  );
}
