/** How to be told of new meet-ups: among the settings, and behind the link under each letter. */
import { settingsHead } from "../people/settings.parts.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { gate, page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { announcementChoices } from "./choice.ts";
import type { AnnouncementChoice } from "./choice.ts";

type Network = { organisationId: string; name: string; code: string; choice: AnnouncementChoice | null };

/** The name of a network's field in the form */
export function networkField(organisationId: string): string {
  return `network-${organisationId}`;
}

export function announcementsPage(view: View, networks: readonly Network[], state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  const asGeneral = { value: "", label: t("notifications.asGeneral") };
  const options = [asGeneral, ...announcementChoices.map((value) => ({ value, label: t(SHORT[value]) }))];
  return page(
    view,
    { title: t("notifications.title"), unlisted: true },
    html`<div class="stack gap-6">${field.summary()}
${settingsHead(view, "/settings/announcements", t("notifications.title"), t("notifications.lede"))}
<form class="stack gap-6 form" method="post" action="/settings/announcements">
${field.choices({ name: "general", label: networks.length > 0 ? t("notifications.general") : t("notifications.generalAlone"), required: true, options: announcementChoices.map((value) => ({ value, label: t(LONG[value]), hint: t(MORE[value]) })) })}
${networks.map(({ organisationId, name, code }) => field.select({ name: networkField(organisationId), label: `${code} · ${name}`, required: true, options }))}
<div class="stack gap-3"><div>${button({ words: t("notifications.save") })}</div><p class="soft">${t("notifications.always")}</p></div>
</form></div>`,
  );
}

/** Says what it is about and whose network, and nothing about the person. */
export function unsubscribePage(view: View, { token, network, choice }: { token: string; network: string | null; choice: AnnouncementChoice | null }): Html {
  const { t } = view;
  const action = `/unsubscribe/${token}`;
  const field = fields(view, { values: { choice: choice === "weekly" ? "weekly" : "none" }, errors: {} });
  const form = network
    ? html`<form class="stack" method="post" action="${action}">${field.choices({ name: "choice", label: t("notifications.howOften"), hideLabel: true, required: true, options: announcementChoices.toReversed().map((value) => ({ value, label: t(LONG[value]) })) })}${button({ words: t("notifications.save"), wide: true })}</form>`
    : html`<form class="stack" method="post" action="${action}">${button({ words: t("notifications.stopWeekly"), wide: true })}</form>`;
  return gate(
    view,
    { title: t("notifications.unsubscribeTitle"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("notifications.unsubscribeTitle")}</h1><p class="lede">${network ? t("notifications.unsubscribeFrom", { network }) : t("notifications.unsubscribeWeekly")}</p></div>
${form}
<p class="small soft">${t("notifications.always")}</p>`,
  );
}

export function unsubscribedPage(view: View, { network, choice }: { network: string | null; choice: AnnouncementChoice }): Html {
  const { t } = view;
  const words = !network ? t("notifications.stoppedWeekly") : choice === "none" ? t("notifications.stopped", { network }) : choice === "weekly" ? t("notifications.nowWeekly", { network }) : t("notifications.nowEach", { network });
  return gate(
    view,
    { title: t("notifications.done"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("notifications.done")}</h1><p class="lede">${words}</p></div><p>${t("notifications.changeMind")} <a href="/settings/announcements">${t("notifications.title")}</a></p>`,
  );
}

const LONG = { each: "notifications.each", weekly: "notifications.weekly", none: "notifications.none" } as const;
const SHORT = { each: "notifications.eachShort", weekly: "notifications.weeklyShort", none: "notifications.noneShort" } as const;
const MORE = { each: "notifications.eachMore", weekly: "notifications.weeklyMore", none: "notifications.noneMore" } as const;
