import { linkButton, postButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { face } from "../ui/face.ts";
import { factList } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { question } from "../ui/question.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { weekOf } from "./account.ts";
import type { AccountInFull, AccountRow, AccountUnit } from "./account.sql.ts";
import { adminPage } from "./admin.pages.ts";

export function accountsPage(view: View, it: { q: string; found: AccountRow[]; next: string | null; isFirst: boolean; waiting: number }): Html {
  const { t } = view;
  const say = times(view);
  const rows = it.found.map((one) => [
    html`<h3 class="row">${face(one)}<a href="/admin/people/${one.id}"><bdi>${one.name}</bdi></a></h3><p class="meta">${one.address ? html`<span><bdi>${one.address}</bdi></span> ` : ""}<span>${t("admin.people.since", { when: say.date(one.createdAt) })}</span> <span>${seen(view, one.lastSeenAt)}</span></p>`,
    one.isAdministrator ? tag(t("admin.people.administrator"), "yes") : html``,
  ]);
  const list = rows.length > 0 ? ruledList("pairs", rows) : empty(t("admin.people.none", { q: it.q }), t("admin.people.noneMore"));
  return adminPage(
    view,
    t("admin.people.title"),
    "/admin/people",
    html`${it.waiting > 0 ? notice(t("admin.people.waiting", { count: it.waiting }), { mark: "user-plus", actions: linkButton("/admin/people/waiting", { words: t("admin.people.waitingLook"), quiet: true }) }) : ""}
${search(view, { action: "/admin/people", label: t("admin.people.find"), hint: t("admin.people.findHint"), value: it.q })}
${section("people", it.q ? t("admin.people.foundFor", { q: it.q }) : t("admin.people.all"), html`<div class="stack">${list}<p class="row">${it.isFirst ? "" : html`<a href="/admin/people${it.q ? `?q=${encodeURIComponent(it.q)}` : ""}">${t("admin.people.toFirst")}</a>`}${it.next ? html`<a href="${it.next}">${t("admin.people.more")}</a>` : ""}</p></div>`)}`,
  );
}

export type AccountProps = {
  account: AccountInFull;
  units: readonly AccountUnit[];
  devices: readonly { device: string; lastSeenAt: Temporal.Instant }[];
};

export function accountPage(view: View, { account, units, devices }: AccountProps): Html {
  const { t } = view;
  const say = times(view);
  const unitPath = (unit: AccountUnit) => `/organisations/${unit.organisationSlug}${unit.kind === "organisation" ? "" : `/${unit.slug}`}`;
  const networks = units.map((unit) => [
    codeAnd(unit, html`<a href="${unitPath(unit)}">${unit.name}</a>`),
    html`${unit.organises ? tag(t("admin.people.organises"), "yes") : tag(t("admin.people.member"))}`,
  ]);
  return page(
    view,
    { title: account.name, unlisted: true, crumbs: [{ words: t("admin.title"), href: "/admin" }, { words: t("admin.people"), href: "/admin/people" }, { words: account.name }] },
    html`<div class="split"><div class="sections">
<header class="stack gap-3"><h1><bdi>${account.name}</bdi></h1><p class="lede">${t("admin.people.oneLede")}</p></header>
${section("networks", t("admin.people.networks"), networks.length > 0 ? ruledList("pairs", networks) : empty(t("admin.people.networksNone")))}
${section("devices", t("admin.people.devices"), html`<div class="stack gap-5">${devices.length > 0 ? ruledList("pairs", devices.map(({ device, lastSeenAt }) => [html`<b>${device}</b>`, seen(view, lastSeenAt)])) : empty(t("admin.people.devicesNone"))}
${devices.length > 0 ? html`<div class="stack gap-2"><p class="soft">${t("admin.people.endMore")}</p>${postButton(`/admin/people/${account.id}/sessions/end`, { words: t("admin.people.end"), mark: "log-out" })}</div>` : ""}</div>`)}
</div><aside class="stack gap-5">
${factList([
      ...state(view, account),
      { term: t("admin.people.addresses"), words: html`${account.addresses.map((address, i) => html`${i > 0 ? html`<br>` : ""}<bdi>${address}</bdi>`)}` },
      { term: t("admin.people.accountSince"), words: say.date(account.createdAt) },
      { term: t("admin.people.lastSeen"), words: seen(view, devices[0]?.lastSeenAt ?? null) },
      { term: t("admin.people.passkeys"), words: say.number(account.passkeys) },
    ])}
<p><a href="/admin/log?person=${account.id}">${t("admin.people.log")}</a></p>
${administration(view, account)}
${account.hasPhoto ? html`<div class="stack gap-2">${postButton(`/admin/people/${account.id}/photo/removal`, { words: t("admin.people.photoOff"), mark: "trash-2" })}<p class="small soft">${t("admin.people.photoOffMore")}</p></div>` : ""}
${view.me?.personId === account.id ? "" : html`<p><a href="/admin/people/${account.id}/sanction">${t("admin.people.sanction")}</a></p>`}
</aside></div>`,
  );
}

/** Only where something is set for them. */
function state(view: View, { suspendedAt, limitedAt }: AccountInFull): { term: string; words: Html }[] {
  const { t } = view;
  const since = suspendedAt ?? limitedAt;
  if (!since) return [];
  const words = t(suspendedAt ? "admin.people.suspended" : "admin.people.limited", { when: times(view).date(since) });
  return [{ term: t("admin.people.state"), words: html`<b>${words}</b><br><a href="/reports">${t("admin.people.sanctionMore")}</a>` }];
}

function administration(view: View, account: AccountInFull): Html {
  const { t } = view;
  return account.administratorSince
    ? html`<div class="stack gap-2"><p>${t("admin.people.isAdministrator", { when: times(view).date(account.administratorSince) })}</p><p><a href="/admin/people/${account.id}/administrator">${t("admin.people.dismiss")}</a></p></div>`
    : html`<p><a href="/admin/people/${account.id}/administrator">${t("admin.people.appoint")}</a></p>`;
}

/** Asked before somebody gets or loses the care of the whole server. */
export function administratorPage(view: View, { account, isLast }: { account: AccountInFull; isLast: boolean }): Html {
  const { t } = view;
  const path = `/admin/people/${account.id}`;
  const { name } = account;
  const head = { title: t("admin.people.administrator"), unlisted: true, crumbs: [{ words: t("admin.title"), href: "/admin" }, { words: t("admin.people"), href: "/admin/people" }, { words: name, href: path }] };
  if (isLast) return page(view, head, html`<div class="stack"><h1>${t("admin.people.lastTitle")}</h1><p class="lede">${t("admin.people.last")}</p><p><a href="${path}">${t("admin.people.back", { name })}</a></p></div>`);
  const is = account.administratorSince !== null;
  return page(
    view,
    head,
    question({
      asked: t(is ? "admin.people.dismissAsked" : "admin.people.appointAsked", { name }),
      words: t(is ? "admin.people.dismissWords" : "admin.people.appointWords"),
      yes: { action: `${path}/administrator`, words: t(is ? "admin.people.dismissYes" : "admin.people.appointYes"), hidden: { be: is ? "no" : "yes" } },
      no: { href: path, words: t("admin.people.leaveIt") },
    }),
  );
}

function seen(view: View, at: Temporal.Instant | null): string {
  return at ? view.t("admin.people.seen", { when: times(view).date(weekOf(at, view.zone)) }) : view.t("admin.people.notSeen");
}
