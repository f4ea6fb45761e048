/** The forms that make and change organisations and their units. */
import { zones } from "../calendar/wall-clock.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { codeAnd } from "../ui/code.ts";
import type { Line, View } from "../ui/view.ts";
import { trailTo } from "./organisation.parts.ts";
import type { Unit } from "./unit.ts";

const LINES: readonly Line[] = [1, 2, 3, 4, 5];

type Fields = ReturnType<typeof fields>;

/** `asks`: those who run the server decide. */
export function newOrganisationPage(view: View, state: FormState, asks = false): Html {
  const { t } = view;
  const crumbs = [{ words: t("ui.branches"), href: "/organisations" }, { words: t("organisations.new") }];
  const form = fields(view, state);
  return page(
    view,
    { title: t("organisations.new"), section: "branches", crumbs, unlisted: true },
    html`<div class="sections">
<header class="stack">${form.summary()}<h1>${t("organisations.new")}</h1><p class="lede">${t(asks ? "organisations.foundingAskLede" : "organisations.newLede")}</p></header>
<form method="post" action="/organisations/new" class="sections">
${organisationFields(view, form, state, null)}
<div class="stack">${button({ words: t(asks ? "organisations.foundingAsk" : "organisations.create") })}<p class="soft">${t(asks ? "organisations.foundingAskNext" : "organisations.createNext")}</p></div>
</form>
</div>`,
  );
}

/** Founding is left to those who run the server. */
export function foundingClosedPage(view: View): Html {
  const { t } = view;
  return page(
    view,
    { title: t("organisations.new"), section: "branches", crumbs: [{ words: t("ui.branches"), href: "/organisations" }, { words: t("organisations.new") }], unlisted: true },
    html`<div class="stack"><h1>${t("organisations.new")}</h1><p class="lede">${t("organisations.foundingClosed", { site: view.site.name })}</p>
<p>${view.site.contact ? html`<a href="${view.site.contact}">${t("ui.contact")}</a>` : t("organisations.foundingClosedMore")}</p></div>`,
  );
}

export function editOrganisationPage(view: View, unit: Unit, state: FormState): Html {
  const { t } = view;
  const form = fields(view, state);
  return page(
    view,
    { title: t("organisations.editTitle", { unit: unit.name }), section: "branches", crumbs: trailTo(view, unit, t("organisations.edit")), unlisted: true },
    html`<div class="sections">
<header class="stack">${form.summary()}<h1>${t("organisations.editTitle", { unit: unit.name })}</h1><p class="lede">${t("organisations.editLede")}</p></header>
<form method="post" action="/organisations/${unit.slug}/edit" class="sections">
${organisationFields(view, form, state, unit)}
<p>${button({ words: t("organisations.save") })}</p>
</form>
</div>`,
  );
}

function organisationFields(view: View, form: Fields, state: FormState, unit: Unit | null): Html {
  const { t } = view;
  const typedCode = [state.values["code"] ?? ""].flat()[0] ?? "";
  const swatch = /^[A-Za-z]{3}$/.test(typedCode) ? typedCode.toUpperCase() : (unit?.code ?? t("organisations.codeExample"));
  const zone = [state.values["zone"] ?? view.zone].flat()[0] ?? view.zone;
  return html`${section("what", t("organisations.sectionWhat"), html`<div class="stack gap-5 form">
${form.text({ name: "name", label: t("organisations.name"), hint: t(unit ? "organisations.nameHintEdit" : "organisations.nameHint"), required: true, maxlength: 160 })}
${form.text({ name: "code", label: t("organisations.code"), hint: t(unit ? "organisations.codeHintEdit" : "organisations.codeHint"), required: unit !== null, maxlength: 3 })}
${form.choices({ name: "line", label: t("organisations.line"), hint: t("organisations.lineHint"), required: true, options: LINES.map((line) => ({ value: String(line), label: codeAnd({ code: swatch, line }, t("organisations.lineName", { line: String(line) })) })) })}
${wordsFields(view, form)}
${form.text({ name: "website", label: t("organisations.website"), type: "text", autocomplete: "url", dir: "ltr", maxlength: 300 })}
${form.email({ name: "mailbox", label: t("organisations.mailbox"), hint: t("organisations.mailboxHint"), maxlength: 254 })}
</div>`)}
${section("where-when", t("organisations.sectionWhere"), html`<div class="stack gap-5 form">
${form.text({ name: "area", label: t("organisations.area"), hint: t("organisations.areaHint"), maxlength: 120 })}
${form.check({ name: "onlineOnly", label: t("organisations.onlineOnlyBox"), hint: t("organisations.onlineOnlyHint") })}
${form.select({ name: "zone", label: t("organisations.zone"), hint: t("organisations.zoneHint"), required: true, options: zones(zone).map((name) => ({ value: name, label: name.replaceAll("_", " ") })) })}
</div>`)}
${section("who", t("organisations.sectionWho"), html`<div class="form">${policyField(view, form, "organisation")}</div>`)}`;
}

function wordsFields(view: View, form: Fields): Html {
  const { t } = view;
  return html`${form.area({ name: "summary", label: t("organisations.summary"), hint: t("organisations.summaryHint"), rows: 2, maxlength: 400 })}
${form.area({ name: "about", label: t("organisations.aboutField"), hint: t("organisations.aboutHint"), rows: 6, maxlength: 20_000 })}`;
}

function policyField(view: View, form: Fields, of: "organisation" | "unit"): Html {
  const { t } = view;
  const policies = ["open", "request", "invitation"] as const;
  return form.choices({
    name: "joinPolicy",
    label: t(of === "organisation" ? "organisations.policy" : "organisations.policyUnit"),
    required: true,
    options: policies.map((policy) => ({ value: policy, label: t("organisations.policyShort", { policy }), hint: t("organisations.policyHint", { policy }) })),
  });
}

export function newUnitPage(view: View, parent: Unit, parents: readonly { id: string; name: string }[], state: FormState): Html {
  const { t } = view;
  const form = fields(view, state);
  const kinds = ["branch", "group", "committee"] as const;
  return page(
    view,
    { title: t("organisations.newUnit"), section: "branches", crumbs: trailTo(view, parent, t("organisations.newUnit")), unlisted: true },
    html`<div class="sections">
<header class="stack">${form.summary()}<h1>${t("organisations.newUnit")}</h1><p class="lede">${t("organisations.newUnitLede", { organisation: parent.organisationName })}</p></header>
<form method="post" class="stack gap-5 form">
${form.choices({ name: "kind", label: t("organisations.kindField"), required: true, options: kinds.map((kind) => ({ value: kind, label: t("organisations.kind", { kind }), hint: t("organisations.kindHint", { kind }) })) })}
${form.text({ name: "name", label: t("organisations.name"), required: true, maxlength: 160 })}
${parents.length > 1 ? form.select({ name: "parentId", label: t("organisations.parent"), hint: t("organisations.parentHint"), required: true, options: parents.map(({ id, name }) => ({ value: id, label: name })) }) : form.hidden("parentId", parent.id)}
${form.text({ name: "area", label: t("organisations.area"), hint: t("organisations.areaUnitHint"), maxlength: 120 })}
${wordsFields(view, form)}
${policyField(view, form, "unit")}
<p class="soft">${t("organisations.newUnitNext")}</p>
<p>${button({ words: t("organisations.createUnit") })}</p>
</form>
</div>`,
  );
}

export function editUnitPage(view: View, unit: Unit, url: string, state: FormState): Html {
  const { t } = view;
  const form = fields(view, state);
  return page(
    view,
    { title: t("organisations.editTitle", { unit: unit.name }), section: "branches", crumbs: trailTo(view, unit, t("organisations.edit")), unlisted: true },
    html`<div class="sections">
<header class="stack">${form.summary()}<h1>${t("organisations.editTitle", { unit: unit.name })}</h1></header>
<form method="post" action="${url}/edit" class="stack gap-5 form">
${form.text({ name: "name", label: t("organisations.name"), hint: t("organisations.nameHintEdit"), required: true, maxlength: 160 })}
${form.text({ name: "area", label: t("organisations.area"), hint: t("organisations.areaUnitHint"), maxlength: 120 })}
${wordsFields(view, form)}
${policyField(view, form, "unit")}
<p>${button({ words: t("organisations.save") })}</p>
</form>
<p><a href="${url}/closing">${t("organisations.closeLink", { unit: unit.name })}</a></p>
</div>`,
  );
}
