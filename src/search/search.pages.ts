/** What was looked for and what there is: a few of each kind, or one kind page by page. */
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { linkButton } from "../ui/button.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { tabs } from "../ui/tabs.ts";
import type { View } from "../ui/view.ts";
import { KINDS } from "./search.ts";
import type { Kind, Words } from "./search.ts";
import { eventRows, personRows, unitRows } from "./search.parts.ts";
import type { EventRow, PersonRow, UnitRow } from "./search.parts.ts";

/** `more` is an address; null where this is all of them. */
export type Found = { events: readonly EventRow[]; people: readonly PersonRow[]; units: readonly UnitRow[]; more: Readonly<Record<Kind, string | null>> };

export type SearchProps = {
  q: string;
  kind: Kind | null;
  /** The words that were found in the end */
  words: Words;
  found: Found;
  /** What the misspelt words were taken for */
  meant: string | null;
  isFirstPage: boolean;
};

/** Without words yet, and with words that are only signs. */
export function searchPage(view: View, props: SearchProps | null): Html {
  const { t } = view;
  const q = props?.q ?? "";
  return page(
    view,
    { title: q ? t("search.titleFor", { q }) : t("search.title"), unlisted: true },
    html`<div class="sections">
<header class="stack gap-5"><div class="stack"><h1>${t("search.title")}</h1>
${q ? "" : html`<p class="lede">${view.me ? t("search.lede") : t("search.ledeStranger")}</p>`}
${search(view, { action: "/search", label: t("search.label"), hint: q ? null : t("search.hint"), value: q, keep: props?.kind ? { kind: props.kind } : {} })}</div>
${props && q ? tabs(t("search.kinds"), [{ href: addressOf(q, null), words: t("search.all") }, ...KINDS.map((kind) => ({ href: addressOf(q, kind), words: t(`search.kind.${kind}`) }))], addressOf(q, props.kind)) : ""}</header>
${props && q ? results(view, props) : ""}
</div>`,
  );
}

export function addressOf(q: string, kind: Kind | null): string {
  return `/search?${new URLSearchParams({ q, ...(kind ? { kind } : {}) })}`;
}

function results(view: View, { q, kind, words, found, meant, isFirstPage }: SearchProps): Html {
  const { t } = view;
  const rows: Record<Kind, Html | null> = {
    events: found.events.length > 0 ? eventRows(view, found.events, words) : null,
    people: found.people.length > 0 ? personRows(view, found.people, words) : null,
    units: found.units.length > 0 ? unitRows(view, found.units, words) : null,
  };
  const guess = meant ? notice(t("search.meant", { q, meant }), { mark: "search" }) : "";
  if (kind) {
    const list = rows[kind];
    if (!list) return isFirstPage ? noneOf(view, kind, q) : empty(t("search.thatWasAll"), null, html`<a href="${addressOf(q, kind)}">${t("search.fromTheStart")}</a>`);
    return html`${guess}${section("found", t(`search.kind.${kind}`), list)}${found.more[kind] ? html`<p><a href="${found.more[kind]}" rel="next">${t("search.next")}</a></p>` : ""}`;
  }
  if (KINDS.every((each) => !rows[each])) return empty(t("search.none", { q }), t("search.noneMore"), html`<a href="/events">${t("search.allEvents")}</a>`);
  return html`${guess}${KINDS.map((each) => (rows[each] ? section(each, t(`search.kind.${each}`), rows[each], found.more[each] ? { link: { href: found.more[each], words: t(`search.more.${each}`) } } : {}) : ""))}`;
}

function noneOf(view: View, kind: Kind, q: string): Html {
  const { t } = view;
  const everything = html`<a href="${addressOf(q, null)}">${t("search.everything")}</a>`;
  if (kind === "people" && !view.me) return empty(t("search.noneOf.people.stranger"), t("search.noneOf.people.strangerMore"), linkButton("/sign-in?next=%2Fsearch", { words: t("ui.signIn"), quiet: true }));
  return empty(t(`search.noneOf.${kind}`, { q }), t(`search.noneOf.${kind}.more`), everything);
}
