import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { answerButtons } from "./connection.parts.ts";
import { personUrl } from "./person.ts";
import type { StickerFacts } from "./person.ts";

export type PeopleProps = { requests: readonly (StickerFacts & { askedAt: Temporal.Instant })[]; connected: readonly StickerFacts[] };

/** Whom someone knows here; who asks comes first. */
export function peoplePage(view: View, { requests, connected }: PeopleProps): Html {
  const { t } = view;
  const say = times(view);
  const row = (person: StickerFacts, under?: string) =>
    who({ name: person.name, lang: person.nameLang, handle: person.knownBy, line: person.line, href: personUrl(person.id) }, under);
  return page(
    view,
    { title: t("people.list.title"), unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>${t("people.list.title")}</h1><p class="lede">${t("people.list.lede")}</p></header>
${requests.length ? section("requests", t("people.list.requests"), ruledList("pairs", requests.map((one) => [row(one, t("people.list.askedOn", { when: say.date(one.askedAt) })), answerButtons(view, one, "/people")]))) : ""}
${section("connected", t("people.list.connected"), connected.length ? html`<ul class="grid" role="list">${connected.map((one) => html`<li>${row(one)}</li>`)}</ul>` : empty(t("people.list.none"), t("people.list.noneMore")), { count: connected.length || null })}
</div>`,
  );
}
