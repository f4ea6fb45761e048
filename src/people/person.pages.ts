import { codeAnd } from "../ui/code.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { linkButton } from "../ui/button.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import type { Line, View } from "../ui/view.ts";
import { mutedNotice, wayToHide } from "./hiding.parts.ts";
import { connectionBox } from "./connection.parts.ts";
import type { Pairing } from "./connection.parts.ts";
import { aboutThem, largeSticker, personFacts } from "./person.parts.ts";
import type { ShownHandle, WholePerson } from "./person.parts.ts";

export type PersonProps = {
  person: WholePerson & { id: string; isClaimed: boolean };
  handles: readonly ShownHandle[];
  /** Organisations and units in common; one's own on one's own page */
  shared: readonly { href: string; name: string; code: string; line: Line }[];
  pairing: Pairing;
  isMuted: boolean;
};

/** Someone's whole sticker, and how one may know them. */
export function personPage(view: View, { person, handles, shared, pairing, isMuted }: PersonProps): Html {
  const { t } = view;
  const mine = view.me?.personId === person.id;
  return page(
    view,
    { title: person.name, unlisted: true },
    html`${fields(view, pairing.asking).summary()}<div class="split">
<div class="sections">
<div class="stack gap-5">${largeSticker(view, person, { heading: true })}
${isMuted ? mutedNotice(view, person) : ""}
${person.isClaimed ? "" : notice(t("people.page.imported"), { more: t("people.page.importedMore", { name: person.name }), mark: "eye-off" })}
${aboutThem(person)}</div>
${personFacts(view, person, handles)}
</div>
<div class="sections">
${mine ? own(view) : person.isClaimed ? section("connection", t("people.connection.title"), html`<div class="stack">${connectionBox(view, person, pairing)}</div>`) : ""}
${shared.length ? section("shared", t(mine ? "people.page.networks" : "people.page.shared"), html`<ul class="stack gap-3" role="list">${shared.map((unit) => html`<li>${codeAnd(unit, html`<a href="${unit.href}">${unit.name}</a>`)}</li>`)}</ul>`) : ""}
${mine || isMuted || !person.isClaimed ? "" : wayToHide(view, person)}
${mine || !person.isClaimed ? "" : html`<p class="small"><a href="/people/${person.id}/report">${t("safety.reportPerson")}</a></p>`}
</div>
</div>`,
  );
}

function own(view: View): Html {
  const { t } = view;
  return html`<div class="stack"><p>${t("people.page.you")}</p><div class="row">${linkButton("/settings/profile", { words: t("people.page.change"), mark: "pencil", quiet: true })}<a href="/people">${t("people.page.toList")}</a></div></div>`;
}
