import { codeAnd } from "../ui/code.ts";
import { factList } from "../ui/facts.ts";
import { handle } from "../ui/handle.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { linkButton } from "../ui/button.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { times } from "../platform/i18n/times.ts";
import type { Line, View } from "../ui/view.ts";
import { mutedNotice, wayToHide } from "./hiding.parts.ts";
import { connectionBox } from "./connection.parts.ts";
import type { Standing } from "./connection.ts";
import { NETWORKS } from "./handle.ts";
import type { Network } from "./handle.ts";
import { languageName } from "./language.ts";
import { largeSticker } from "./person.parts.ts";
import type { LargeSticker } from "./person.parts.ts";

export type PersonProps = {
  person: LargeSticker & { id: string; languages: readonly string[]; homeArea: string | null; employer: string | null; about: string | null; isClaimed: boolean };
  handles: readonly { network: Network; value: string }[];
  /** Organisations and units in common; one's own on one's own page */
  shared: readonly { href: string; name: string; code: string; line: Line }[];
  standing: Standing;
  isMuted: boolean;
};

/** Someone's whole sticker, and how one may know them. */
export function personPage(view: View, { person, handles, shared, standing, isMuted }: PersonProps): Html {
  const { t } = view;
  const mine = view.me?.personId === person.id;
  return page(
    view,
    { title: person.name, unlisted: true },
    html`<div class="split">
<div class="sections">
<div class="stack gap-5">${largeSticker(view, person, { heading: true })}
${isMuted ? mutedNotice(view, person) : ""}
${person.isClaimed ? "" : notice(t("people.page.imported"), { more: t("people.page.importedMore", { name: person.name }), mark: "eye-off" })}
${person.about ? html`<div class="prose">${paragraphs(person.about)}</div>` : ""}</div>
${details(view, person, handles)}
</div>
<div class="sections">
${mine ? own(view) : person.isClaimed ? section("connection", t("people.connection.title"), html`<div class="stack">${connectionBox(view, person, standing)}</div>`) : ""}
${shared.length ? section("shared", t(mine ? "people.page.networks" : "people.page.shared"), html`<ul class="stack gap-3" role="list">${shared.map((unit) => html`<li>${codeAnd(unit, html`<a href="${unit.href}">${unit.name}</a>`)}</li>`)}</ul>`) : ""}
${mine || isMuted || !person.isClaimed ? "" : wayToHide(view, person)}
</div>
</div>`,
  );
}

function own(view: View): Html {
  const { t } = view;
  return html`<div class="stack"><p>${t("people.page.you")}</p><div class="row">${linkButton("/settings/profile", { words: t("people.page.change"), mark: "pencil", quiet: true })}<a href="/people">${t("people.page.toList")}</a></div></div>`;
}

function details(view: View, person: PersonProps["person"], handles: PersonProps["handles"]): Html {
  const { t } = view;
  const rows = [
    person.languages.length ? { term: t("people.page.languages"), words: times(view).list(person.languages.map((code) => languageName(code))) } : null,
    person.homeArea ? { term: t("people.page.homeArea"), words: person.homeArea } : null,
    person.employer ? { term: t("people.page.employer"), words: person.employer } : null,
    handles.length ? { term: t("people.page.elsewhere"), words: html`<ul class="stack gap-2" role="list">${handles.map((one) => html`<li>${handleLink(view, one)}</li>`)}</ul>` } : null,
  ].filter((row) => row !== null);
  return rows.length ? factList(rows) : html``;
}

/** rel=me lets the other side prove that both pages are one person's; nofollow keeps those out who only want the link. */
function handleLink(view: View, one: { network: Network; value: string }): Html {
  const url = NETWORKS[one.network].url(one.value);
  const words = handle(one.value);
  return html`${url ? html`<a href="${url}" rel="me nofollow noopener">${words}</a>` : words} <span class="soft small">${view.t(NETWORKS[one.network].name)}</span>`;
}

function paragraphs(text: string): Html[] {
  return text.split(/\n{2,}/).map((part) => html`<p dir="auto">${part.split("\n").map((line, i) => html`${i ? html`<br>` : ""}${line}`)}</p>`);
}
