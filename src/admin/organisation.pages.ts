import { button, postButton } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import type { foundingRequests } from "../organisations/founding.sql.ts";
import { adminPage } from "./admin.pages.ts";
import { AWAY_DAYS, mayHandOver } from "./organisation.ts";
import type { OrganisationInCare, possibleOrganisers } from "./organisation.sql.ts";

type Request = Awaited<ReturnType<typeof foundingRequests.many>>[number];

export function organisationsPage(view: View, it: { organisations: readonly OrganisationInCare[]; requests: readonly Request[]; hasMore: boolean }): Html {
  const { t } = view;
  const say = times(view);
  const rows = it.organisations.map((one) => [
    html`<h3>${code(one)} <a href="/organisations/${one.slug}"><bdi>${one.name}</bdi></a></h3><p class="meta"><span>${t("admin.organisations.members", { count: one.members })}</span> <span>${t("admin.organisations.since", { when: say.date(one.createdAt) })}</span></p>
<p>${one.organisers.length > 0 ? html`<span class="soft">${t("admin.organisations.organisers")}</span> ${one.organisers.map(({ id, name }, i) => html`${i > 0 ? ", " : ""}<a href="/admin/people/${id}"><bdi>${name}</bdi></a>`)}` : html`<b>${t("admin.organisations.nobody")}</b>`}</p>`,
    mayHandOver(one, view.now) ? html`<p class="row">${one.organisers.length === 0 ? tag(t("admin.organisations.lost"), "signal") : ""}<a href="/admin/organisations/${one.id}/hand-over">${t("admin.organisations.handOver")}</a></p>` : html``,
  ]);
  return adminPage(
    view,
    t("admin.organisations"),
    "/admin/organisations",
    html`${it.requests.length > 0 ? section("requests", t("admin.organisations.requests"), html`<div class="stack"><p class="soft prose">${t("admin.organisations.requestsMore")}</p>${ruledList("pairs", it.requests.map((one) => requestRow(view, one)))}</div>`) : ""}
${section("organisations", t("admin.organisations"), rows.length > 0 ? html`${ruledList("pairs", rows)}${it.hasMore ? html`<p class="soft">${t("admin.organisations.more")}</p>` : ""}` : empty(t("admin.organisations.none"), t("admin.organisations.noneMore")), { link: { href: "/organisations/new", words: t("organisations.new") } })}`,
  );
}

function requestRow(view: View, { id, personId, name, ask, askedAt }: Request): Html[] {
  const { t } = view;
  const answer = (words: string, value: string) => postButton(`/admin/organisations/requests/${id}`, { words, about: ask.name }, { answer: value });
  return [
    html`<h3>${code({ code: ask.code, line: ask.line as Line })} <bdi>${ask.name}</bdi></h3>${ask.summary ? html`<p dir="auto">${ask.summary}</p>` : ""}<p class="meta"><span>${t.html("admin.organisations.askedBy", { name: html`<a href="/admin/people/${personId}"><bdi>${name}</bdi></a>` })}</span> <time datetime="${askedAt.toString()}">${times(view).recently(askedAt)}</time></p>`,
    html`<div class="row">${answer(t("admin.organisations.accept"), "accept")}${answer(t("admin.organisations.decline"), "decline")}</div>`,
  ];
}

type Possible = Awaited<ReturnType<typeof possibleOrganisers.many>>[number];

export function handOverPage(view: View, it: { organisation: OrganisationInCare; possible: readonly Possible[]; q: string; hasMore: boolean; state: FormState }): Html {
  const { t } = view;
  const { organisation, possible } = it;
  const form = fields(view, it.state);
  const options = possible.map(({ id, name, organisesPart }) => ({ value: id, label: html`<bdi>${name}</bdi>`, hint: organisesPart ? t("admin.organisations.organisesPart") : null }));
  return page(
    view,
    { title: t("admin.organisations.handOver"), unlisted: true, crumbs: [{ words: t("admin.title"), href: "/admin" }, { words: t("admin.organisations"), href: "/admin/organisations" }, { words: t("admin.organisations.handOver") }] },
    html`<div class="sections"><header class="stack">${form.summary()}<h1>${t("admin.organisations.handOverTitle", { organisation: organisation.name })}</h1><p class="lede">${organisation.organisers.length === 0 ? t("admin.organisations.handOverLost") : t("admin.organisations.handOverAway", { days: AWAY_DAYS })}</p></header>
${section("who", t("admin.organisations.who"), html`<div class="stack gap-5">${it.hasMore || it.q ? search(view, { action: `/admin/organisations/${organisation.id}/hand-over`, label: t("admin.organisations.findMember"), value: it.q }) : ""}
${options.length > 0 ? html`<form class="stack gap-5" method="post" action="/admin/organisations/${organisation.id}/hand-over">${form.choices({ name: "personId", label: t("admin.organisations.who"), hideLabel: true, required: true, options })}<div class="stack"><div>${button({ words: t("admin.organisations.handOverYes") })}</div><p class="soft">${t("admin.organisations.handOverNext")}</p></div></form>` : empty(t("admin.organisations.noMember"), t("admin.organisations.noMemberMore"))}</div>`)}</div>`,
  );
}
