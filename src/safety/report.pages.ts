/** The page on which something is reported: what is wrong, who looks at it, what happens next. */
import { button } from "../ui/button.ts";
import type { Crumb } from "../ui/crumbs.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { LONGEST_WORDS, reportKinds } from "./report.ts";
import type { About } from "./report.ts";

export type ReportForm = {
  about: About;
  action: string;
  back: string;
  crumbs: Crumb[];
  /** "a message by Gwen Prydderch" */
  what: string;
  /** The words of a message. */
  quoted: Html | null;
  units: readonly { id: string; name: string }[];
  state: FormState;
};

export function reportPage(view: View, form: ReportForm): Html {
  const { t } = view;
  const field = fields(view, form.state);
  const server = { value: "server", label: t("safety.toServer"), hint: t("safety.toServerHint") };
  const organisers = form.units.map(({ id, name }) => ({ value: id, label: t("safety.toOrganisers", { unit: name }), hint: t("safety.toOrganisersHint") }));
  return page(
    view,
    { title: t("safety.reportTitle"), crumbs: form.crumbs, unlisted: true },
    html`<div class="split"><form class="stack gap-5" method="post" action="${form.action}">
${field.summary()}
<header class="stack"><h1>${t("safety.reportTitle")}</h1><p class="lede">${form.what}</p></header>
${form.quoted ? html`<blockquote class="panel prose" dir="auto">${form.quoted}</blockquote>` : ""}
${field.choices({ name: "kind", label: t("safety.whatIsWrong"), required: true, options: reportKinds.map((kind) => ({ value: kind, label: t(`safety.kind.${kind}`) })) })}
${field.area({ name: "words", label: t("safety.inYourWords"), hint: t("safety.inYourWordsHint"), rows: 5, maxlength: LONGEST_WORDS })}
${field.choices({ name: "to", label: t("safety.whoLooks"), required: true, options: [...organisers, server] })}
<div class="row">${button({ words: t("safety.send"), mark: "flag" })}<a href="${form.back}">${t("safety.leave")}</a></div>
</form>
<aside class="stack gap-3"><h2>${t("safety.next")}</h2>
<p>${t("safety.nextRead")}</p><p>${t("safety.nextNever")}</p><p>${t("safety.nextLetter")}</p><p><b>${t("safety.nextDanger")}</b></p></aside></div>`,
  );
}

/** The small link that leads here, wherever there is something to report. `about`: said to those who cannot see what it stands beside. */
export function reportTarget(about: About, id: string): string {
  return { message: `/messages/${id}/report`, person: `/people/${id}/report`, event: `/events/${id}/report` }[about];
}
