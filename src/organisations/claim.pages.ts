/** "Is it you?": for the owner of an address that is on an organisation's list. */
import type { Row } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { factList } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate, page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import type { listsWaiting } from "./claim.sql.ts";

type Entry = Row<(typeof listsWaiting)["columns"]>;

export function listsPage(view: View, { entries, next }: { entries: readonly Entry[]; next: string }): Html {
  const { t } = view;
  return page(
    view,
    { title: t("imports.listsTitle"), unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>${entries.length > 0 ? t("imports.listsTitle") : t("imports.listsNone")}</h1><p class="lede">${entries.length > 0 ? t("imports.listsLede", { count: entries.length }) : t("imports.listsNoneMore")}</p></header>
${entries.map((entry, i) => section(`list-${i}`, codeAnd(entry, entry.organisation), question(view, entry, next, i === 0)))}
<p>${linkButton(next, { words: t(entries.length > 0 ? "imports.later" : "errors.home"), quiet: true })}</p>
</div>`,
  );
}

function question(view: View, entry: Entry, next: string, solid: boolean): Html {
  const { t } = view;
  const answer = (kind: string) => ({ answer: kind, next });
  const path = `/welcome/lists/${entry.personId}`;
  return html`<div class="stack gap-5"><p class="lede">${hasYou(view, entry)}</p>${factsOf(view, entry)}
<div class="row">${postButton(path, { words: t("imports.join", { organisation: entry.organisation }), quiet: !solid, mark: "check" }, answer("join"))}${postButton(path, { words: t("imports.notMe"), about: entry.organisation }, answer("not-me"))}${postButton(path, { words: t("imports.takeMeOff"), about: entry.organisation }, answer("erase"))}</div>
<div class="soft">${factList([
    { term: t("imports.joinShort"), words: t("imports.joinWhat") },
    { term: t("imports.notMe"), words: t("imports.notMeWhat") },
    { term: t("imports.takeMeOff"), words: t("imports.takeMeOffWhat") },
  ])}</div></div>`;
}

function hasYou(view: View, { organisation, address, name }: Entry): Html {
  return view.t.html("imports.hasYou", { organisation, address: html`<bdi>${address}</bdi>`, name: html`<b><bdi>${name}</bdi></b>` });
}

/** All that the list holds about them. */
function factsOf(view: View, entry: Entry): Html {
  const { t } = view;
  const rows: [string, string | null][] = [
    [t("imports.factName"), entry.latinName ? `${entry.name} (${entry.latinName})` : entry.name],
    [t("imports.factAddress"), entry.address],
    [t("imports.factSince"), entry.since && times(view).date(entry.since)],
    [t("imports.factEmployer"), entry.employer],
    [t("imports.factArea"), entry.area],
    [t("imports.factUnits"), entry.units.length > 0 ? times(view).list(entry.units) : null],
  ];
  return factList(rows.filter((row): row is [string, string] => row[1] !== null).map(([term, words]) => ({ term, words: html`<bdi>${words}</bdi>` })));
}

/** Where the letter's link leads, for a stranger or for somebody signed in. */
export function letterPage(view: View, { entry, token }: { entry: Entry; token: string }): Html {
  const { t } = view;
  const come = view.me
    ? postButton(`/lists/${token}/joining`, { words: t("imports.joinAs", { name: view.me.name }), quiet: false, wide: true })
    : html`<form class="stack gap-2" method="post" action="/sign-in"><input type="hidden" name="address" value="${entry.address}"><input type="hidden" name="next" value="/">${button({ words: t("imports.signInAndJoin"), mark: "mail", wide: true, big: true })}<p class="soft">${t("imports.signInWhat", { address: entry.address })}</p></form>`;
  return gate(
    view,
    { title: t("imports.answerTitle", { organisation: entry.organisation }), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("imports.answerTitle", { organisation: entry.organisation })}</h1><p class="lede">${t.html("imports.answerLede", { address: html`<bdi>${entry.address}</bdi>`, name: html`<b><bdi>${entry.name}</bdi></b>` })}</p></div>
${factsOf(view, entry)}
${come}
<div class="stack gap-2">${postButton(`/lists/${token}/erasure`, { words: t("imports.takeMeOff"), wide: true })}<p class="soft">${t("imports.takeMeOffWhat")}</p></div>`,
  );
}

export function erasePage(view: View, { entry, token }: { entry: Entry; token: string }): Html {
  const { t } = view;
  const title = t("imports.eraseTitle", { organisation: entry.organisation });
  return gate(view, { title, unlisted: true }, html`<div class="stack gap-3"><h1>${title}</h1><p class="lede">${t("imports.takeMeOffWhat")}</p></div>
${postButton(`/lists/${token}/erasure`, { words: t("imports.takeMeOff"), quiet: false, wide: true, big: true })}
<p><a href="/lists/${token}">${t("imports.undoKeep")}</a></p>`);
}

/** After it, `organisation` says whose list it was; null: there was nothing left to answer. */
export function afterwardsPage(view: View, { organisation }: { organisation: string | null }): Html {
  const { t } = view;
  const [title, lede] = organisation ? [t("imports.erasedTitle"), t("imports.erasedLede", { organisation })] : [t("imports.goneTitle"), t("imports.goneLede")];
  return gate(view, { title, unlisted: true }, html`<div class="stack gap-3"><h1>${title}</h1><p class="lede">${lede}</p></div><p><a href="/">${t("errors.home")}</a></p>`);
}
