import { settingsHead } from "../people/settings.parts.ts";
import { times } from "../platform/i18n/times.ts";
import { linkButton, postButton } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import type { Obstacle } from "./leaving.ts";

export type LeavingProps = {
  /** When they asked to be erased; null for those who stay. */
  leavesAt: Temporal.Instant | null;
  /** When it would be if they asked now. */
  wouldLeaveAt: Temporal.Instant;
  obstacles: readonly Obstacle[];
};

export function leavingPage(view: View, props: LeavingProps): Html {
  const { t } = view;
  return page(
    view,
    { title: t("leaving.title"), unlisted: true },
    html`<div class="sections">
${settingsHead(view, "/settings/leaving", t("leaving.title"), t("leaving.lede"))}
${section("taking", t("leaving.taking"), taking(view))}
${section("going", t("leaving.going"), props.leavesAt ? onTheWay(view, props.leavesAt) : going(view, props))}
</div>`,
  );
}

function taking(view: View): Html {
  const { t } = view;
  return html`<div class="stack gap-5"><p class="prose">${t("leaving.takingMore")}</p>
<div class="row">${linkButton("/settings/leaving/everything.zip", { words: t("leaving.download"), mark: "download", quiet: true })}</div></div>`;
}

function going(view: View, { wouldLeaveAt, obstacles }: LeavingProps): Html {
  const { t } = view;
  const day = times(view).day(wouldLeaveAt);
  const rows = (["when", "goes", "stays", "others", "lists"] as const).map((one) => ({ term: t(`leaving.${one}`), words: t(`leaving.${one}More`, { day }) }));
  return html`<div class="stack gap-5">${factList(rows)}
${obstacles.length > 0 ? notice(t("leaving.notYet"), { more: html`${obstacles.map((one) => obstacle(view, one))}` }) : html`<div class="row">${postButton("/settings/leaving", { words: t("leaving.ask", { day }) })}</div>`}</div>`;
}

function obstacle({ t }: View, one: Obstacle): Html {
  if (one.kind === "last-administrator") return html`${t("leaving.lastAdministrator")} `;
  return html`${t.html("leaving.lastOrganiser", { name: html`<a href="/organisations/${one.slug}/organisers">${one.name}</a>` })} `;
}

function onTheWay(view: View, leavesAt: Temporal.Instant): Html {
  const { t } = view;
  return notice(t("leaving.onTheWay", { when: times(view).moment(leavesAt) }), {
    signal: true,
    more: t("leaving.onTheWayMore"),
    actions: postButton("/settings/leaving/staying", { words: t("leaving.stay"), mark: "check" }),
  });
}
