/** Who hosts an event, asking another unit, and that unit's answer. */
import { unitUrl } from "../organisations/unit.ts";
import type { Row } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { eventFacts } from "./event-facts.parts.ts";
import { organisersTabs } from "./event-tabs.parts.ts";
import type { hostingsOf, unitsToAsk } from "./host.sql.ts";
import { hostingUrl, MOST_HOSTS } from "./host.ts";
import type { Hosting, Side } from "./host.ts";

export type Shared = Row<(typeof hostingsOf)["columns"]> & { side: Side | null };
export type Askable = Row<(typeof unitsToAsk)["columns"]>;

export type HostsProps = {
  event: Event;
  hostings: readonly Shared[];
  /** Null for those who may not ask: organisers of a unit that came later, or when it is over */
  finder: { q: string; units: readonly Askable[] } | null;
};

export function hostsPage(view: View, { event, hostings, finder }: HostsProps): Html {
  const { t } = view;
  const first = { kind: event.unitKind, slug: event.unitSlug, organisationSlug: event.organisationSlug, name: event.unitName, organisationName: event.organisationName, code: event.code, line: event.line };
  const rows = [[named(first, t("hosts.first")), html``], ...hostings.map((other) => hostRow(view, event, other))];
  const isFull = hostings.filter((other) => !other.declinedAt).length >= MOST_HOSTS;
  return page(
    view,
    { title: t("hosts.title"), section: "events", crumbs: eventCrumbs(event, t("hosts.title")), unlisted: true },
    html`<div class="stack gap-5">${organisersTabs(view, event)}<div class="sections">
<header class="stack gap-3"><h1>${unbroken(t("hosts.heading", { title: event.title }))}</h1><p class="lede">${t("hosts.lede")}</p></header>
${section("hosts", t("hosts.hosts"), ruledList("pairs", rows))}
${!finder ? "" : section("ask", t("hosts.ask"), isFull ? html`<p>${t("hosts.full", { count: MOST_HOSTS })}</p>` : asking(view, event, finder, new Set([event.unitId, ...hostings.map(({ unitId }) => unitId)])))}
</div></div>`,
  );
}

type Named = Parameters<typeof unitUrl>[0] & { name: string; organisationName: string; code: string; line: Event["line"] };

function named(unit: Named, words: string): Html {
  const whose = unit.kind === "organisation" ? "" : `${unit.organisationName}. `;
  return html`<div class="stack gap-1"><p>${codeAnd(unit, html`<a href="${unitUrl(unit)}"><b>${unit.name}</b></a>`)}</p><p class="small soft">${whose}${words}</p></div>`;
}

function hostRow(view: View, event: Event, other: Shared): Html[] {
  const { t } = view;
  const { date } = times(view, event.zone);
  if (other.declinedAt) return [named(other, t("hosts.saidNo", { date: date(other.declinedAt) })), html``];
  const words = other.acceptedAt ? t("hosts.since", { date: date(other.acceptedAt) }) : t("hosts.askedOn", { date: date(other.askedAt) });
  const isTheirs = other.side === "asked";
  if (!other.acceptedAt && other.side !== "first") return [named(other, words), linkButton(hostingUrl(other.id), { words: t("hosts.answer"), quiet: true })];
  else if (!other.acceptedAt) return [named(other, words), postButton(`${hostingUrl(other.id)}/end`, { words: t("hosts.takeBack"), about: other.name })];
  else return [named(other, words), other.side ? html`<a href="${hostingUrl(other.id)}/end">${isTheirs ? t("hosts.leave") : t("hosts.remove")}<span class="hush"> ${other.name}</span></a>` : html``];
}

function asking(view: View, event: Event, { q, units }: NonNullable<HostsProps["finder"]>, there: ReadonlySet<string>): Html {
  const { t } = view;
  const rows = units.slice(0, 20).map((unit) => [
    named(unit, t("hosts.members", { count: unit.memberCount })),
    there.has(unit.id) ? tag(t("hosts.there")) : postButton(`${eventUrl(event.id)}/hosts`, { words: t("hosts.askIt"), about: unit.name }, { unit: unit.id, q }),
  ]);
  const found = rows.length > 0 ? html`${ruledList("pairs", rows)}${units.length > 20 ? html`<p class="soft">${t("hosts.more")}</p>` : ""}` : q ? html`<p>${t("hosts.none", { q })}</p>` : "";
  return html`<div class="stack"><p>${t("hosts.whatItMeansForYou")}</p>
${search(view, { action: `${eventUrl(event.id)}/hosts`, label: t("hosts.find"), hint: t("hosts.findHint"), value: q })}
${found}</div>`;
}

/** For the organisers of the unit that is asked; the event may still be a draft. */
export function hostingPage(view: View, event: Event, hosting: Hosting): Html {
  const { t } = view;
  const at = hostingUrl(hosting.id);
  return page(
    view,
    { title: t("hosts.askedTitle"), section: "events", crumbs: [{ words: t("ui.events"), href: "/events" }, { words: t("hosts.askedTitle") }], unlisted: true },
    html`<div class="split"><div class="sections">
<header class="stack gap-3"><p class="row soft">${codeAnd(event, event.unitName)}</p><h1>${t("hosts.askedHeading", { unit: hosting.firstHostName })}</h1>
<p class="lede">${t("hosts.askedWords", { name: hosting.askedByName ?? hosting.firstHostName, unit: hosting.unitName, title: event.title })}</p></header>
${section("means", t("hosts.ifYes"), html`<div class="stack"><ul class="prose"><li>${t("hosts.meansMembers", { unit: hosting.unitName, draft: event.publishedAt ? "no" : "yes" })}</li><li>${t("hosts.meansList")}</li><li>${t("hosts.meansOrganisers", { first: hosting.firstHostName })}</li><li>${t("hosts.meansLeaving")}</li></ul>
<div class="row"><form method="post" action="${at}/acceptance">${button({ words: t("hosts.accept") })}</form><form method="post" action="${at}/refusal">${button({ words: t("hosts.decline"), quiet: true })}</form></div>
<p class="soft small">${t("hosts.declineMore", { first: hosting.firstHostName })}</p></div>`)}
</div>
<aside class="sections">${section("facts", t("hosts.theMeetUp"), html`<div class="stack">${factList([{ term: t("events.title"), words: event.publishedAt ? html`<a href="${eventUrl(event.id)}">${event.title}</a>` : event.title }, ...eventFacts(view, event)])}${event.summary ? html`<p><bdi>${event.summary}</bdi></p>` : ""}</div>`)}</aside></div>`,
  );
}

/** Before the sharing ends: what becomes of members and answers. */
export function endPage(view: View, event: Event, hosting: Hosting, side: "first" | "asked", state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  const names = { unit: hosting.unitName, first: hosting.firstHostName, title: event.title };
  const isTheirs = side === "asked";
  return page(
    view,
    { title: t("hosts.endTitle"), section: "events", crumbs: eventCrumbs(event, t("hosts.endTitle")), unlisted: true },
    html`<div class="stack gap-6">${organisersTabs(view, event)}${field.summary()}
<header class="stack gap-3"><h1>${isTheirs ? t("hosts.leaveHeading", names) : t("hosts.removeHeading", names)}</h1><p class="lede">${t("hosts.endLede", names)}</p></header>
<form class="stack gap-5 form" method="post" action="${hostingUrl(hosting.id)}/end">
${field.area({ name: "reason", label: t("hosts.reason"), hint: isTheirs ? t("hosts.reasonHint", { unit: hosting.firstHostName }) : t("hosts.reasonHint", { unit: hosting.unitName }), rows: 3, maxlength: 1000 })}
<div class="row">${button({ words: isTheirs ? t("hosts.leaveButton", names) : t("hosts.removeButton", names) })}<a href="${eventUrl(event.id)}/hosts">${t("hosts.keep")}</a></div>
</form></div>`,
  );
}
