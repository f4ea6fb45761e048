/** The directory of places, one place for its readers, and the form in which its organisers correct it. */
import { unitUrl } from "../organisations/unit.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { facts } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { tabs } from "../ui/tabs.ts";
import { tag } from "../ui/tag.ts";
import { ruledList, timetable } from "../ui/timetable.ts";
import type { Row as Columns } from "../platform/db/columns.ts";
import type { View } from "../ui/view.ts";
import { venueFields } from "./event-form.parts.ts";
import { listedRow, listTabs } from "./event-list.parts.ts";
import type { Listed } from "./event-list.parts.ts";
import { placeLine, streetLine } from "./place.ts";
import { venueUrl } from "./venue.ts";
import { accessFacts, confirmedWords, whatChanged } from "./venue.parts.ts";
import type { SeenVenue, VenueRow, venueChanges } from "./venue-seen.sql.ts";

export type DirectoryProps = {
  q: string;
  rows: readonly VenueRow[];
  /** Address of the next page; null on the last */
  more: string | null;
  isFirstPage: boolean;
};

export function venuesPage(view: View, { q, rows, more, isFirstPage }: DirectoryProps): Html {
  const { t } = view;
  return page(
    view,
    { title: t("venues.title"), section: "events", description: t("venues.description", { site: view.site.name }), unlisted: q !== "" || !isFirstPage },
    html`<div class="sections">
<header class="stack gap-5"><div class="stack"><h1>${t("venues.title")}</h1><p class="lede">${t("venues.lede")}</p></div>
${tabs(t("events.tabs"), listTabs(view), "/venues")}
${search(view, { action: "/venues", label: t("venues.search"), value: q })}</header>
${rows.length > 0 ? section("found", q ? t("venues.foundFor", { q }) : t("venues.all"), ruledList("pairs", rows.map((venue) => venueRow(view, venue)))) : none(view, q, isFirstPage)}
${more ? html`<p><a href="${more}" rel="next">${t("venues.more")}</a></p>` : ""}
</div>`,
  );
}

function none({ t }: View, q: string, isFirstPage: boolean): Html {
  if (!isFirstPage) return empty(t("venues.thatWasAll"), null, html`<a href="/venues?${new URLSearchParams(q ? { q } : {}).toString()}">${t("events.fromTheStart")}</a>`);
  return q ? empty(t("venues.noneFits", { q }), t("venues.noneFitsMore"), html`<a href="/venues">${t("events.showAll")}</a>`) : empty(t("venues.none"), t("venues.noneMore"));
}

/** What somebody who looks for a room wants to know before opening it. */
function venueRow(view: View, venue: VenueRow): Html[] {
  const { t } = view;
  const known = [
    ...(venue.stepFree ? [html`<bdi>${t("venues.stepFreeIs", { words: venue.stepFree })}</bdi>`] : []),
    ...(venue.liftCm === null ? [] : [html`${t("venues.liftIs", { cm: venue.liftCm })}`]),
    ...(venue.hearing ? [html`<bdi>${venue.hearing}</bdi>`] : []),
    ...(venue.quietRoom ? [html`${t("venues.hasQuietRoom")}`] : []),
  ];
  return [
    html`<h3><a href="${venueUrl(venue.id)}"><bdi>${venue.name}</bdi></a></h3>
<p class="meta"><span>${code(venue)} <bdi>${streetLine(venue)}</bdi></span></p>
${known.length > 0 ? html`<p class="small soft">${known.map((words, i) => html`${i > 0 ? " · " : ""}${words}`)}</p>` : html`<p class="small soft">${t("venues.accessNotSaid")}</p>`}`,
    venue.isOurs ? tag(t("venues.yours"), "yes") : html``,
  ];
}

export type VenueProps = {
  venue: SeenVenue;
  coming: readonly Listed[];
  past: readonly Listed[];
  /** For those who look after it */
  changes: readonly Columns<(typeof venueChanges)["columns"]>[] | null;
  mayMake: boolean;
};

export function venuePage(view: View, { venue, coming, past, changes, mayMake }: VenueProps): Html {
  const { t } = view;
  const here = venueUrl(venue.id);
  const owner = { kind: "organisation" as const, slug: venue.organisationSlug, organisationSlug: venue.organisationSlug };
  const line = placeLine({ venueName: venue.name, venueAddress: venue.address, venueArea: venue.area })!;
  const map = html`<a href="https://www.openstreetmap.org/search?query=${encodeURIComponent(line)}" rel="noopener noreferrer">${t("attendance.onTheMap")}</a>`;
  const actions = html`${venue.isOurs ? html`${postButton(`${here}/confirmation`, { words: t("venues.confirm"), mark: "check" })}${linkButton(`${here}/edit?back=${here}`, { words: t("venues.correct"), mark: "pencil", quiet: true })}` : ""}${mayMake ? linkButton(`/events/new?venue=${venue.id}`, { words: t("venues.meetHere"), mark: "calendar-plus", quiet: true }) : ""}`;
  return page(
    view,
    { title: venue.name, section: "events", crumbs: [{ words: t("ui.events"), href: "/events" }, { words: t("venues.title"), href: "/venues" }, { words: venue.name }], description: line },
    html`<div class="sections">
<header class="stack">
<h1><bdi>${venue.name}</bdi></h1>
<p class="row soft"><span>${code(venue)} <a href="${unitUrl(owner)}">${venue.organisationName}</a></span>${venue.isOffered ? html` ${tag(t("venues.offeredTag"))}` : ""}</p>
${facts([
  { term: t("attendance.where"), words: streetLine(venue) || venue.name, more: map },
  { term: t("venues.checked"), words: confirmedWords(view, venue), more: venue.isOurs ? t("venues.confirmMore") : null },
])}
${venue.isOurs || mayMake ? html`<div class="row">${actions}</div>` : ""}
</header>
${section("access", t("attendance.gettingIn"), accessFacts(view, venue))}
${section("coming", t("venues.coming"), coming.length > 0 ? timetable(coming.map((event) => listedRow(view, event, "coming"))) : empty(t("venues.noneComing"), t("venues.noneComingMore")))}
${past.length > 0 ? section("past", t("venues.past"), timetable(past.map((event) => listedRow(view, event, "past")))) : ""}
${changes ? forItsOrganisers(view, venue, changes) : ""}
</div>`,
  );
}

function forItsOrganisers(view: View, venue: SeenVenue, changes: NonNullable<VenueProps["changes"]>): Html {
  const { t } = view;
  const offer = venue.isOffered ? t("venues.offeredMore") : t("venues.keptMore");
  return html`${section("offer", t("venues.offerTitle"), html`<div class="stack gap-3"><p class="prose">${offer}</p>${postButton(`${venueUrl(venue.id)}/offering`, { words: venue.isOffered ? t("venues.keep") : t("venues.offer") }, { offer: venue.isOffered ? "no" : "yes" })}</div>`)}
${changes.length > 0 ? section("history", t("venues.history"), whatChanged(view, changes), { aside: t("venues.historyWho") }) : ""}`;
}

/** `back`: the page from which one came */
export function editVenuePage(view: View, venue: { id: string; name: string }, state: FormState, back: string): Html {
  const { t } = view;
  const field = fields(view, state);
  return page(
    view,
    { title: t("events.venueTitle"), section: "events", crumbs: [{ words: t("venues.title"), href: "/venues" }, { words: venue.name, href: venueUrl(venue.id) }, { words: t("events.venueTitle") }], unlisted: true },
    html`<div class="stack gap-6">${field.summary()}
<header class="stack gap-3"><h1>${t("events.venueHeading", { venue: venue.name })}</h1><p class="lede">${t("events.venueLede")}</p></header>
<form class="stack gap-5 form" method="post" action="${venueUrl(venue.id)}/edit" novalidate>${field.hidden("back", back)}${venueFields(view, field, (name) => name, true)}<div>${button({ words: t("events.venueSave") })}</div></form></div>`,
  );
}
