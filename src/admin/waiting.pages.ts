/** People who ask for an account, where those who run the server decide. */
import { postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import type { registrationsWaiting } from "../people/registration.sql.ts";
import { adminPage } from "./admin.pages.ts";

type Waiting = Awaited<ReturnType<typeof registrationsWaiting.many>>[number];

export function waitingPage(view: View, waiting: readonly Waiting[]): Html {
  const { t } = view;
  const say = times(view);
  const rows = waiting.map(({ id, address, sticker, note, askedAt }) => {
    const { name, talkAbout } = sticker.profile;
    return [
      html`<h3><bdi>${name}</bdi></h3><p class="meta"><span><bdi>${address}</bdi></span> <time datetime="${askedAt.toString()}">${say.recently(askedAt)}</time></p>${note ? html`<p dir="auto">${note}</p>` : html`<p class="soft">${t("admin.waiting.noNote")}</p>`}${talkAbout.length > 0 ? html`<p class="small soft">${t("ui.talkAbout")}: ${talkAbout.join(", ")}</p>` : ""}`,
      html`<div class="row">${postButton(`/admin/people/waiting/${id}`, { words: t("admin.waiting.accept"), about: name }, { answer: "accept" })}${postButton(`/admin/people/waiting/${id}`, { words: t("admin.waiting.decline"), about: name }, { answer: "decline" })}</div>`,
    ];
  });
  return adminPage(
    view,
    t("admin.people.title"),
    "/admin/people",
    section(
      "waiting",
      t("admin.waiting.title"),
      html`<div class="stack"><p class="soft prose">${t("admin.waiting.more")}</p>${rows.length > 0 ? ruledList("pairs", rows) : empty(t("admin.waiting.none"), t("admin.waiting.noneMore"))}</div>`,
      { link: { href: "/admin/people", words: t("admin.waiting.back") } },
    ),
  );
}
