import type { KnownPerson } from "../organisations/people-known.sql.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { button, postButton } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { answerButtons, noteWords } from "./connection.parts.ts";
import { knownAddress, WHICH } from "./people-known.ts";
import type { KnownFilter, Which } from "./people-known.ts";
import { personUrl } from "./person.ts";
import type { StickerFacts } from "./person.ts";

export type PeopleProps = {
  filter: KnownFilter;
  requests: readonly (StickerFacts & { askedAt: Temporal.Instant; note: string | null })[];
  people: readonly KnownPerson[];
  isFirstPage: boolean;
  /** Address of the next page; null on the last */
  more: string | null;
};

/** Whom someone knows here, the closest first, and why; who asks comes before all. */
export function peoplePage(view: View, props: PeopleProps): Html {
  const { t } = view;
  const { filter, requests, people, more } = props;
  const list = people.length ? ruledList("pairs", people.map((one) => [sticker(one), whyKnown(view, one, knownAddress(filter))])) : nobody(view, props);
  return page(
    view,
    { title: t("people.list.title"), unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>${t("people.list.title")}</h1><p class="lede">${t("people.list.lede")}</p></header>
${requests.length ? section("requests", t("people.list.requests"), ruledList("pairs", requests.map((one) => [asker(view, one), answerButtons(view, one, "/people")])), { count: requests.length }) : ""}
${section("list", t(TITLES[filter.show]), html`<div class="stack gap-5">${filterForm(view, filter)}${list}${more ? html`<p><a href="${more}" rel="next">${t("people.list.more")}</a></p>` : ""}</div>`)}
</div>`,
  );
}

const TITLES = {
  known: "people.list.known",
  connected: "people.list.connected",
  committee: "people.list.committee",
  waiting: "people.list.waiting",
  together: "people.list.together",
} as const satisfies Record<Which, MessageKey>;

function filterForm(view: View, filter: KnownFilter): Html {
  const { t } = view;
  const field = fields(view, { values: { ...filter }, errors: {} });
  return html`<form class="row end filter" action="/people" role="search">
${field.text({ name: "q", label: t("people.list.search"), type: "search", maxlength: 200, dir: "auto", unmarked: true })}
${field.select({ name: "show", label: t("people.list.show"), required: true, options: WHICH.map((value) => ({ value, label: t(TITLES[value]) })) })}
${button({ words: t("ui.find"), mark: "search", quiet: true })}
</form>`;
}

function sticker(person: StickerFacts, under?: string): Html {
  return who({ name: person.name, lang: person.nameLang, handle: person.knownBy, line: person.line, photo: person.photo, href: personUrl(person.id) }, under);
}

function asker(view: View, one: PeopleProps["requests"][number]): Html {
  return html`<div class="stack gap-2">${sticker(one, view.t("people.list.askedOn", { when: times(view).date(one.askedAt) }))}${noteWords(view, one.note)}</div>`;
}

/** What makes them known, then what else the two share, then what is open between them. */
function whyKnown(view: View, person: KnownPerson, here: string): Html {
  const { t } = view;
  const say = times(view);
  const why = [
    person.since && person.isConnected ? t("people.connection.since", { when: say.date(person.since) }) : null,
    person.committees?.length ? t("people.list.onCommittee", { committee: say.list(person.committees) }) : null,
    person.askedByMe === true ? t("people.list.youAsked", { when: say.date(person.askedAt!) }) : null,
    person.askedByMe === false ? t("people.list.theyAsked", { when: say.date(person.askedAt!) }) : null,
  ].filter((reason) => reason !== null);
  const codes = person.shared.length ? html`<span>${t("people.list.alsoIn")}${person.shared.map((one) => html` ${code(one)}<span class="hush"> ${one.name}</span>`)}</span>` : "";
  const together = person.together ? html`<span>${t("people.list.sameMeetUps", { count: person.together })}</span>` : "";
  return html`<div class="why-known">${why.map((reason) => html`<p>${reason}</p>`)}${codes || together ? html`<p class="meta">${together}${codes}</p>` : ""}${open(view, person, here)}</div>`;
}

function open(view: View, person: KnownPerson, here: string): Html {
  if (person.askedByMe === null) return html``;
  if (!person.askedByMe) return answerButtons(view, person, here);
  return postButton(`${personUrl(person.id)}/connection/withdrawal`, { words: view.t("people.connection.withdraw"), about: view.t("people.connection.about", { name: person.name }) }, { back: here });
}

function nobody({ t }: View, { filter, isFirstPage }: PeopleProps): Html {
  const all = html`<a href="/people">${t("people.list.showAll")}</a>`;
  if (!isFirstPage) return empty(t("people.list.noMore"), null, html`<a href="${knownAddress(filter)}">${t("people.list.fromTheStart")}</a>`);
  if (filter.q) return empty(t("people.list.noneLike"), t("people.list.noneLikeMore"), all);
  if (filter.show === "known") return empty(t("people.list.none"), t("people.list.noneMore"), html`<a href="/people?show=together">${t("people.list.toTogether")}</a>`);
  return empty(t(NONE[filter.show]), t(NONE_MORE[filter.show]), all);
}

const NONE = { connected: "people.list.noneConnected", committee: "people.list.noneCommittee", waiting: "people.list.noneWaiting", together: "people.list.noneTogether" } as const;
const NONE_MORE = { connected: "people.list.noneMore", committee: "people.list.noneCommitteeMore", waiting: "people.list.noneWaitingMore", together: "people.list.noneTogetherMore" } as const;
