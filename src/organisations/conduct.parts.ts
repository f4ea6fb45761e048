import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import type { HostConduct } from "./conduct.ts";
import { addressHref, conductUrl } from "./conduct.ts";

/** On the page of every event: each host's code of conduct and contact, and the way to report it. Strangers are told no names. */
export function lookingAfter(view: View, conduct: readonly HostConduct[], reportHref: string | null): Html {
  const { t } = view;
  const report = reportHref ? html`<p class="small"><a href="${reportHref}">${t("safety.reportEvent")}</a></p>` : "";
  if (conduct.length === 0) return html`${report}`;
  return section("conduct", t("conduct.title"), html`<div class="stack gap-3">${conduct.map((each) => ofOne(view, each))}${report}</div>`);
}

function ofOne(view: View, { organisation, slug, hasCode, contact, address }: HostConduct): Html {
  const { t } = view;
  const name = view.me && contact ? html`<bdi>${contact}</bdi>` : "";
  const at = address ? html`<a href="${addressHref(address)}">${address}</a>` : "";
  const whom = name || at ? html`<br><span class="small">${t("conduct.contact")}: ${name}${name && at ? ", " : ""}${at}</span>` : "";
  return html`<p><a href="${conductUrl(slug)}">${hasCode ? t("conduct.codeOf", { organisation }) : t("conduct.titleOf", { organisation })}</a>${whom}</p>`;
}
