import { button, linkButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { sanctionList } from "./queue.parts.ts";
import type { SanctionRow } from "./sanction.sql.ts";
import { accountActs, lengths, LONGEST_REASON } from "./sanction.ts";

export type AccountSanction = { account: { id: string; name: string }; before: readonly SanctionRow[]; state: FormState };

/** Limits or suspends somebody without a report; what was decided before stands beside it. */
export function accountSanctionPage(view: View, { account, before, state }: AccountSanction): Html {
  const { t } = view;
  const path = `/admin/people/${account.id}`;
  const field = fields(view, state);
  const title = t("safety.account.title", { name: account.name });
  return page(
    view,
    {
      title,
      unlisted: true,
      crumbs: [{ words: t("admin.title"), href: "/admin" }, { words: t("admin.people"), href: "/admin/people" }, { words: account.name, href: path }, { words: t("safety.account.crumb") }],
    },
    html`<div class="stack gap-6">${field.summary()}<div class="split"><div class="stack gap-6">
<header class="stack"><h1>${title}</h1><p class="lede">${t("safety.account.lede")}</p></header>
<form class="stack gap-5" method="post" action="${path}/sanction">
${field.choices({ name: "act", label: t("safety.whatToDo"), required: true, options: accountActs.map((act) => ({ value: act, label: t(`safety.act.${act}`), hint: t(`safety.act.${act}.hint`) })) })}
${field.area({ name: "reason", label: t("safety.reason"), hint: t("safety.account.reasonHint"), rows: 4, maxlength: LONGEST_REASON, required: true })}
${field.select({ name: "length", label: t("safety.howLong"), hint: t("safety.account.howLongHint"), unmarked: true, options: lengths.map((length) => ({ value: length, label: t(`safety.length.${length}`) })) })}
${field.check({ name: "hides", label: t("safety.hides"), hint: t("safety.hidesHint") })}
<p class="small soft">${t("safety.account.next")}</p>
<div class="row">${button({ words: t("safety.decideButton") })}${linkButton(path, { words: t("safety.leave"), quiet: true })}</div>
</form></div>
<aside class="sections">${before.length > 0 ? section("before", t("safety.before"), sanctionList(view, before)) : ""}</aside></div></div>`,
  );
}
