/** What an organisation says of how people treat each other, and the form in which its organisers say it. */
import { personUrl } from "../people/person.ts";
import { markdown } from "../platform/text/markdown.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import type { Conduct } from "./conduct.ts";
import { addressHref, conductUrl } from "./conduct.ts";
import { trailTo } from "./organisation.parts.ts";
import type { Unit } from "./unit.ts";

export type ConductSeen = Conduct & { contactName: string | null; isHidden: boolean };

export function conductPage(view: View, { unit, conduct, mayEdit }: { unit: Unit; conduct: ConductSeen; mayEdit: boolean }): Html {
  const { t } = view;
  const title = t("conduct.titleOf", { organisation: unit.name });
  const code = conduct.link
    ? html`<p>${t.html("conduct.elsewhere", { link: html`<a href="${conduct.link}" rel="ugc nofollow">${conduct.link}</a>` })}</p>`
    : conduct.words ? html`<div class="prose">${markdown(conduct.words)}</div>` : null;
  return page(
    view,
    { title, section: "branches", crumbs: trailTo(view, unit, t("conduct.title")) },
    html`<div class="split"><div class="sections">
<header class="stack"><h1>${t("conduct.title")}</h1><p class="lede">${t("conduct.lede", { organisation: unit.name })}</p></header>
${code ? section("code", t("conduct.code"), code, mayEdit ? { link: { href: `${conductUrl(unit.slug)}/edit`, words: t("conduct.edit") } } : {}) : ""}
</div>
<aside class="sections">
${contactPart(view, conduct)}
${section("report", t("conduct.report"), html`<p>${t("conduct.reportWords")}</p>`)}
</aside></div>`,
  );
}

function contactPart(view: View, { contactId, contactName, contactAddress, isHidden }: ConductSeen): Html {
  const { t } = view;
  if (!contactName && !contactAddress) return html``;
  const name = contactName && (isHidden || !contactId ? html`<bdi>${contactName}</bdi>` : html`<a href="${personUrl(contactId)}"><bdi>${contactName}</bdi></a>`);
  return section("contact", t("conduct.contact"), html`<div class="stack gap-2">
${contactName ? html`<p>${view.me ? html`<b>${name}</b>` : html`<span class="soft">${t("conduct.contactSignIn")}</span>`}</p>` : ""}
${contactAddress ? html`<p><b><a href="${addressHref(contactAddress)}">${contactAddress}</a></b></p>` : ""}
<p>${t("conduct.contactWords")}</p></div>`);
}

export function conductFormPage(view: View, { unit, people, state }: { unit: Unit; people: readonly { personId: string; name: string }[]; state: FormState }): Html {
  const { t } = view;
  const form = fields(view, state);
  const options = [{ value: "", label: t("conduct.contactNobody") }, ...people.map(({ personId, name }) => ({ value: personId, label: name }))];
  return page(
    view,
    { title: t("conduct.editTitle"), section: "branches", crumbs: trailTo(view, unit, t("conduct.editTitle")), unlisted: true },
    html`<div class="sections">
<header class="stack">${form.summary()}<h1>${t("conduct.editTitle")}</h1><p class="lede">${t("conduct.editLede", { organisation: unit.name })}</p></header>
<form method="post" action="${conductUrl(unit.slug)}/edit" class="sections">
${section("code", t("conduct.code"), html`<div class="stack gap-5 form">
${form.area({ name: "words", label: t("conduct.words"), hint: t("conduct.wordsHint"), rows: 9, maxlength: 20_000, unmarked: true })}
${form.text({ name: "link", label: t("conduct.link"), hint: t("conduct.linkHint"), type: "url", dir: "ltr", maxlength: 2000, unmarked: true })}
</div>`)}
${section("contact", t("conduct.contact"), html`<div class="stack gap-5 form">
${form.select({ name: "contactId", label: t("conduct.contactPerson"), hint: t("conduct.contactPersonHint"), options, unmarked: true })}
${form.text({ name: "contactAddress", label: t("conduct.contactAddress"), hint: t("conduct.contactAddressHint"), dir: "ltr", maxlength: 254, unmarked: true })}
</div>`)}
<p>${button({ words: t("conduct.save") })}</p>
</form>
</div>`,
  );
}
