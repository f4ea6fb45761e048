import { factList } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { photoHref } from "../ui/face.ts";
import { handle } from "../ui/handle.ts";
import { icon } from "../ui/icon.ts";
import type { Line, View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { NETWORKS } from "./handle.ts";
import type { Network } from "./handle.ts";
import { languageName } from "./language.ts";
import type { Photo } from "./photo.ts";
import { townOf } from "./town.ts";

export type LargeSticker = {
  name: string;
  nameLang: string | null;
  latinName: string | null;
  pronouns: string | null;
  knownBy: string | null;
  talkAbout: readonly string[];
  line: Line;
  photo: Photo | null;
};

/** The whole sticker, as large as it is worn. On their own page the name is the heading of the page. */
export function largeSticker(view: View, person: LargeSticker, { heading = false } = {}): Html {
  const name = html`<bdi${person.nameLang ? html` lang="${person.nameLang}"` : ""}>${person.name}</bdi>`;
  return html`<article class="sticker large" data-line="${person.line}">
${person.photo ? html`<img class="photo" src="${photoHref(person.photo.key, "large")}" alt="${person.photo.words || person.name}" width="480" height="480">` : ""}
${heading ? html`<h1 class="name">${name}</h1>` : html`<p class="name">${name}</p>`}
${person.latinName ? html`<p class="latin"><bdi>${person.latinName}</bdi></p>` : ""}
${person.knownBy ? html`<p class="handle">${handle(person.knownBy)}</p>` : ""}
${person.pronouns ? html`<p class="pronouns"><bdi>${person.pronouns}</bdi></p>` : ""}
${person.talkAbout.length ? html`<p class="talk"><span class="soft">${view.t("ui.talkAbout")}</span> ${person.talkAbout.join(", ")}</p>` : ""}
</article>`;
}

export type WholePerson = LargeSticker & { languages: readonly string[]; homeArea: string | null; employer: string | null; about: string | null };
export type ShownHandle = { network: Network; value: string; verifiedAt: Temporal.Instant | null };

/** What they wrote of themselves, in their own lines. */
export function aboutThem({ about }: Pick<WholePerson, "about">): Html {
  return about ? html`<div class="prose">${paragraphs(about)}</div>` : html``;
}

export function personFacts(view: View, person: WholePerson, handles: readonly ShownHandle[]): Html {
  const { t } = view;
  const town = person.homeArea && townOf(person.homeArea);
  const rows = [
    person.languages.length ? { term: t("people.page.languages"), words: times(view).list(person.languages.map((code) => languageName(code))) } : null,
    town ? { term: t("people.page.homeArea"), words: town } : null,
    person.employer ? { term: t("people.page.employer"), words: person.employer } : null,
    handles.length ? { term: t("people.page.elsewhere"), words: html`<ul class="stack gap-2" role="list">${handles.map((one) => html`<li>${handleLink(view, one)}</li>`)}</ul>` } : null,
  ].filter((row) => row !== null);
  return rows.length ? factList(rows) : html``;
}

/** rel=me lets the other side prove that both pages are one person's; nofollow keeps those out who only want the link. */
function handleLink(view: View, one: ShownHandle): Html {
  const url = NETWORKS[one.network].url(one.value);
  const words = handle(one.value);
  return html`${url ? html`<a href="${url}" rel="me nofollow noopener">${words}</a>` : words} <span class="soft small">${view.t(NETWORKS[one.network].name)}</span>${one.verifiedAt ? html` <span class="soft small">${icon("badge-check")} ${view.t("people.handles.confirmed", { when: times(view).date(one.verifiedAt) })}</span>` : ""}`;
}

function paragraphs(text: string): Html[] {
  return text.split(/\n{2,}/).map((part) => html`<p dir="auto">${part.split("\n").map((line, i) => html`${i ? html`<br>` : ""}${line}`)}</p>`);
}
