import { button, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { adminPage } from "./admin.pages.ts";
import type { AnnouncementRow } from "./announcement.sql.ts";

export type Announcements = { standing: readonly AnnouncementRow[]; past: readonly AnnouncementRow[]; state: FormState; readers: number };

export function announcementsPage(view: View, { standing, past, state, readers }: Announcements): Html {
  const { t } = view;
  const form = fields(view, state);
  const say = times(view);
  return adminPage(
    view,
    t("admin.announcements"),
    "/admin/announcements",
    html`${form.summary()}${section(
      "standing",
      t("admin.announcements.standing"),
      standing.length > 0
        ? ruledList("pairs", standing.map((one) => [words(one, [t("admin.announcements.until", { when: say.moment(one.untilAt) }), ...byLetter(view, one)]), postButton(`/admin/announcements/${one.id}/end`, { words: t("admin.announcements.end"), about: one.words })]))
        : empty(t("admin.announcements.none"), t("admin.announcements.noneMore")),
    )}
${section(
  "write",
  t("admin.announcements.write"),
  html`<form class="stack gap-5 form" method="post" action="/admin/announcements">
${form.area({ name: "words", label: t("admin.announcements.words"), hint: t("admin.announcements.wordsHint"), required: true, rows: 3, maxlength: 400 })}
${form.moment({ name: "until", label: t("admin.announcements.untilLabel"), hint: t("admin.announcements.untilHint"), required: true, min: view.now.toZonedDateTimeISO(view.zone).toPlainDate().toString() })}
${form.check({ name: "letter", label: t("admin.announcements.letter", { count: readers }), hint: t("admin.announcements.letterHint") })}
<div class="stack gap-3"><div>${button({ words: t("admin.announcements.say"), mark: "megaphone" })}</div><p class="soft">${t("admin.announcements.next")}</p></div></form>`,
)}
${past.length === 0 ? "" : section("past", t("admin.announcements.past"), ruledList("pairs", past.map((one) => [words(one, byLetter(view, one)), html`<time class="soft" datetime="${one.createdAt.toString()}">${say.recently(one.createdAt)}</time>`])))}`,
  );
}

function words(one: AnnouncementRow, more: readonly string[]): Html {
  return html`<p dir="auto">${one.words}</p>${more.length > 0 ? html`<p class="meta">${more.map((each) => html`<span>${each}</span> `)}</p>` : ""}`;
}

function byLetter(view: View, one: AnnouncementRow): string[] {
  const early = one.withdrawnAt ? [view.t("admin.announcements.endedEarly", { when: times(view).recently(one.withdrawnAt) })] : [];
  return [...(one.byLetter ? [view.t("admin.announcements.wasLetter")] : []), ...early];
}
