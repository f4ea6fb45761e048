/** For organisers: requests to answer, members, organisers, invitations. */
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { blankForm, fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { memberFilterForm, nobodyLike } from "./member-filter.parts.ts";
import type { Beneath, MemberFilter } from "./member-filter.ts";
import { asSticker, trailTo } from "./organisation.parts.ts";
import type { Listed } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

export type Request = Listed & { id: string; note: string; askedAt: Temporal.Instant; unitId: string; unitName: string; branchName: string | null };

export function requestsPage(view: View, unit: Unit, requests: readonly Request[]): Html {
  const { t } = view;
  const url = unitUrl(unit);
  const list = requests.map((each) => [
    html`<div class="stack gap-2">${who(asSticker(each), html`${t("organisations.askedOn", { date: times(view, unit.zone).date(each.askedAt), unit: each.unitName })}${each.branchName ? html`, ${t("organisations.wantsBranch", { branch: each.branchName })}` : ""}`)}${each.note ? html`<p dir="auto">${each.note}</p>` : ""}</div>`,
    html`<form method="post" action="${url}/requests/${each.id}" class="row">${button({ words: t("organisations.accept"), about: each.name, quiet: true, name: "answer", value: "accept" })}${button({ words: t("organisations.decline"), about: each.name, quiet: true, name: "answer", value: "decline" })}</form>`,
  ]);
  return desk(view, unit, t("organisations.requests"), t("organisations.requestsLede"), list.length > 0 ? html`${ruledList("pairs", list)}<p class="soft">${t("organisations.requestsNext")}</p>` : empty(t("organisations.requestsNone"), t("organisations.requestsNoneMore")));
}

/** Somebody found by part of their name, to be given something to do. */
export type Finder = { q: string; people: readonly Listed[] };

export function organisersPage(view: View, props: { unit: Unit; organisers: readonly (Listed & { startsAt: Temporal.Instant })[]; above: readonly { name: string; url: string }[]; finder: Finder; lastOne: boolean }): Html {
  const { t } = view;
  const { unit, organisers, above, finder } = props;
  const url = unitUrl(unit);
  const rows = organisers.map((person) => {
    const isMe = person.personId === view.me?.personId;
    const since = t("organisations.organisesSince", { since: times(view).month(person.startsAt.toZonedDateTimeISO(unit.zone).toPlainDate()) });
    const end = props.lastOne
      ? html`<span class="soft small">${t("organisations.onlyOrganiser")}</span>`
      : postButton(`${url}/organisers/removal`, isMe ? { words: t("organisations.standDown") } : { words: t("organisations.takeAway"), about: person.name }, { personId: person.personId });
    return [who(asSticker(person), since), end];
  });
  const there = new Set(organisers.map((person) => person.personId));
  return desk(view, unit, t("organisations.organisers"), t("organisations.organisersLede", { unit: unit.name }), html`<div class="sections">
<div class="stack">${rows.length > 0 ? ruledList("pairs", rows) : html`<p>${t("organisations.organisersNone")}</p>`}${above.length > 0 ? html`<p class="soft">${t.html("organisations.organisersAbove", { links: joined(above.map((each) => html`<a href="${each.url}">${each.name}</a>`)) })}</p>` : ""}</div>
${section("add", t("organisations.addOrganiser"), finderPart(view, unit, finder, { action: `${url}/organisers`, words: t("organisations.makeOrganiser"), there, has: t("organisations.organisesAlready"), search: `${url}/organisers` }))}
</div>`);
}

type Giving = { action: string; words: string; there: ReadonlySet<string>; has: string; search: string };

function finderPart(view: View, unit: Unit, { q, people }: Finder, giving: Giving): Html {
  const { t } = view;
  const rows = people.slice(0, 20).map((person) => [who(asSticker(person)), giving.there.has(person.personId) ? tag(giving.has) : postButton(giving.action, { words: giving.words, about: person.name }, { personId: person.personId })]);
  const found = rows.length > 0 ? html`${ruledList("pairs", rows)}${people.length > 20 ? html`<p class="soft">${t("organisations.finderMore")}</p>` : ""}` : q ? html`<p>${t("organisations.finderNone", { q, organisation: unit.organisationName })}</p>` : "";
  return html`<div class="stack">${search(view, { action: giving.search, label: t("organisations.finder", { organisation: unit.organisationName }), hint: t("organisations.finderHint"), value: q })}
${found}</div>`;
}

export type Member = Listed & { since: Temporal.PlainDate; claimedAt: Temporal.Instant | null; invitedAt: Temporal.Instant | null; address: string | null };

export function membersPage(view: View, props: { unit: Unit; filter: MemberFilter; beneath: readonly Beneath[]; found: number | null; members: readonly Member[]; more: string | null; finder: Finder | null; seated: ReadonlySet<string> }): Html {
  const { t } = view;
  const { unit, filter, beneath, found, members, more, finder } = props;
  const url = unitUrl(unit);
  const rows = members.map((member) => [
    who(member.claimedAt ? asSticker(member) : { ...asSticker(member), href: null }, html`<span class="row">${member.address || member.handle ? html`<bdi>${member.address ?? member.handle}</bdi>` : ""}<span>${t("organisations.memberSince", { since: times(view).month(member.since) })}</span></span>`),
    html`<div class="row">${member.claimedAt ? "" : tag(member.invitedAt ? t("organisations.stateInvited") : t("organisations.stateImported"))}${html`<a href="${url}/members/${member.personId}/removal">${t("organisations.remove")}<span class="hush"> ${member.name}</span></a>`}</div>`,
  ]);
  const list = rows.length > 0 ? html`${ruledList("pairs", rows)}${more ? html`<p><a href="${more}">${t("organisations.moreMembers")}</a></p>` : ""}` : found === null ? empty(t("organisations.membersNone"), t("organisations.membersNoneMore")) : nobodyLike(view, unit, filter, beneath);
  return desk(view, unit, t("organisations.membersTitle"), t("organisations.membersLede", { count: unit.memberCount, unit: unit.name }), html`<div class="sections">
${finder ? section("add", t("organisations.addToCommittee"), finderPart(view, unit, finder, { action: `${url}/members`, words: t("organisations.seat"), there: props.seated, has: t("organisations.seated"), search: `${url}/members` })) : ""}
<div class="stack gap-5">
<p class="row">${linkButton(`${url}/import`, { words: t("organisations.import"), mark: "upload", quiet: true })}${linkButton(`${url}/export`, { words: t("organisations.export"), mark: "download", quiet: true })}${linkButton(`${url}/invitations`, { words: t("organisations.deskInvite"), mark: "mail", quiet: true })}</p>
${finder ? "" : memberFilterForm(view, unit, filter, beneath)}
${found ? html`<p class="row apart"><span>${t("organisations.filter.found", { count: found })}</span><a href="${url}/members">${t("organisations.filter.all")}</a></p>` : ""}
${list}
</div>
</div>`);
}

export function removalPage(view: View, unit: Unit, person: { personId: string; name: string }, lastOrganiser: boolean): Html {
  const { t } = view;
  const url = unitUrl(unit);
  const names = { name: person.name, unit: unit.name };
  const body = lastOrganiser
    ? html`<p>${t("organisations.removeLastOrganiser", names)}</p><p>${linkButton(`${url}/organisers`, { words: t("organisations.nameAnother") })}</p>`
    : html`<p>${t("organisations.removeMore")}</p><div class="row">${postButton(`${url}/members/${person.personId}/removal`, { words: t("organisations.removeButton", names), quiet: false })}${linkButton(`${url}/members`, { words: t("organisations.keep"), quiet: true })}</div>`;
  return desk(view, unit, t("organisations.removeTitle", names), t("organisations.removeLede", names), body);
}

export type Sent = { id: string; address: string; invitedAt: Temporal.Instant; invitedBy: string | null };

export function invitationsPage(view: View, unit: Unit, sent: readonly Sent[], state: FormState = blankForm): Html {
  const { t } = view;
  const url = unitUrl(unit);
  const form = fields(view, state);
  const rows = sent.map((each) => [
    html`<b class="handle"><bdi>${each.address}</bdi></b><p class="soft">${t("organisations.invitedOn", { date: times(view, unit.zone).date(each.invitedAt), by: each.invitedBy ?? t("organisations.someone") })}</p>`,
    postButton(`${url}/invitations/${each.id}/withdrawal`, { words: t("organisations.withdrawInvitation"), about: each.address }),
  ]);
  return desk(view, unit, t("organisations.invite"), t("organisations.inviteLede", { unit: unit.name }), html`${form.summary()}<div class="sections">
<form method="post" action="${url}/invitations" class="stack gap-5 form">
${form.area({ name: "addresses", label: t("organisations.addresses"), hint: t("organisations.addressesHint"), rows: 4, required: true, maxlength: 20_000 })}
${form.area({ name: "note", label: t("organisations.inviteNote"), hint: t("organisations.inviteNoteHint"), rows: 3, maxlength: 1000 })}
<p>${button({ words: t("organisations.inviteButton"), mark: "send" })}</p>
<p class="soft">${t("organisations.inviteNext", { unit: unit.name })}</p>
</form>
${section("sent", t("organisations.invited"), rows.length > 0 ? ruledList("pairs", rows) : html`<p class="soft">${t("organisations.invitedNone")}</p>`)}
</div>`);
}

function desk(view: View, unit: Unit, title: string, lede: string, body: Html): Html {
  return page(view, { title: `${title}, ${unit.name}`, section: "branches", crumbs: trailTo(view, unit, title), unlisted: true }, html`<div class="stack gap-6"><header class="stack"><h1>${title}</h1><p class="lede">${lede}</p></header>
${body}</div>`);
}

function joined(links: Html[]): Html {
  return html`${links.map((link, i) => html`${i > 0 ? ", " : ""}${link}`)}`;
}
