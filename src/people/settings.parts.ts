import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { tabs } from "../ui/tabs.ts";
import type { View } from "../ui/view.ts";

export type SettingsPage = "/settings/profile" | "/settings/sign-in" | "/settings/announcements" | "/settings/audiences" | "/settings/wishes" | "/settings/hidden" | "/settings/leaving";

/** The head of each page of the settings: its title, what it is, and the way to its sisters. */
export function settingsHead(view: View, current: SettingsPage, title: string, lede: string): Html {
  const { t } = view;
  const links = [
    { href: "/settings/profile", words: t("people.settings.sticker") },
    { href: "/settings/audiences", words: t("people.settings.audiences") },
    { href: "/settings/wishes", words: t("people.wishes.title") },
    { href: "/settings/sign-in", words: t("people.settings.signIn") },
    { href: "/settings/announcements", words: t("people.settings.announcements") },
    { href: "/settings/hidden", words: t("people.settings.hidden") },
    { href: "/settings/leaving", words: t("leaving.tab") },
    ...(view.me?.isAdministrator ? [{ href: "/admin", words: t("people.settings.server") }] : []),
  ];
  return html`<header class="stack"><h1>${title}</h1><p class="lede">${lede}</p>${tabs(t("people.settings.title"), links, current)}</header>`;
}
