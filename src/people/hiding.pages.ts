import { button, linkButton, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { who } from "../ui/sticker.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import type { Hiding } from "./hiding.ts";
import { personUrl } from "./person.ts";
import { settingsHead } from "./settings.parts.ts";

/** Mute or block: what each does, before it is done. */
export function hidingPage(view: View, other: { id: string; name: string }, state: FormState, back: string): Html {
  const { t } = view;
  const field = fields(view, state);
  const name = html`<bdi>${other.name}</bdi>`;
  return page(
    view,
    { title: t("people.hiding.title", { name: other.name }), unlisted: true },
    html`${field.summary()}<form class="question stack gap-5" method="post" action="${personUrl(other.id)}/hiding">
<h1>${t.html("people.hiding.heading", { name })}</h1>
<p class="lede">${t("people.hiding.lede")}</p>
${field.choices({
  name: "kind",
  label: t("people.hiding.which"),
  required: true,
  options: [
    { value: "mute", label: t("people.hiding.mute"), hint: t("people.hiding.muteMore") },
    { value: "block", label: t("people.hiding.block"), hint: t("people.hiding.blockMore") },
  ],
})}
<p class="soft small">${t("people.hiding.limits")}</p>
<div class="row">${button({ words: t("people.hiding.save") })}${linkButton(back, { words: t("people.hiding.leave"), quiet: true })}</div>
</form>`,
  );
}

export type HiddenPerson = { id: string; name: string; nameLang: string | null; line: Line; kind: Hiding; since: Temporal.Instant };

/** Everyone whom one muted or blocked, with the way back. */
export function hiddenPage(view: View, people: readonly HiddenPerson[]): Html {
  const { t } = view;
  const say = times(view);
  const row = ({ id, name, nameLang, line, kind, since }: HiddenPerson) => [
    html`${who({ name, lang: nameLang, line, href: kind === "mute" ? personUrl(id) : null }, t("people.hiding.since", { when: say.date(since) }))}`,
    html`<div class="row">${tag(t(kind === "mute" ? "people.hiding.muted" : "people.hiding.blocked"))}<a href="${personUrl(id)}/hiding">${t("people.hiding.change")}<span class="hush"> ${t("people.hiding.about", { name })}</span></a>${postButton(`${personUrl(id)}/hiding/end`, { words: t("people.hiding.end"), about: t("people.hiding.about", { name }) })}</div>`,
  ];
  return page(
    view,
    { title: t("people.hiding.listTitle"), unlisted: true },
    html`<div class="sections">${settingsHead(view, "/settings/hidden", t("people.hiding.listTitle"), t("people.hiding.listLede"))}
${people.length ? ruledList("pairs", people.map(row)) : empty(t("people.hiding.none"), t("people.hiding.noneMore"))}</div>`,
  );
}
