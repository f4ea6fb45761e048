import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { tabs } from "../ui/tabs.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { AUDIENCES, FIELDS, isShown } from "./audience.ts";
import type { Audience, Audiences, Closeness, ProfileField } from "./audience.ts";
import { NETWORKS } from "./handle.ts";
import type { Network } from "./handle.ts";
import { languageName } from "./language.ts";
import { aboutThem, largeSticker, personFacts } from "./person.parts.ts";
import type { ShownHandle, WholePerson } from "./person.parts.ts";
import { settingsHead } from "./settings.parts.ts";

export type AudiencesProps = {
  state: FormState;
  profile: Pick<WholePerson, ProfileField>;
  handles: readonly { id: string; network: Network; value: string; isKnownBy: boolean }[];
};

const HERE = "/settings/audiences";

/** Each field of one's page with what stands in it, and who sees it. */
export function audiencesPage(view: View, { state, profile, handles }: AudiencesProps): Html {
  const { t } = view;
  const field = fields(view, state);
  const options = AUDIENCES.map((audience) => ({ value: audience, label: t(`people.audience.${audience}`) }));
  const chooser = (name: string, label: string, now: string | null) =>
    field.select({ name, label, hint: now ? html`<bdi>${now}</bdi>` : t("people.audience.empty"), required: true, options });
  return page(
    view,
    { title: t("people.audience.title"), unlisted: true },
    html`${field.summary()}<div class="sections">
${settingsHead(view, HERE, t("people.audience.title"), t("people.audience.lede"))}
<form class="sections" method="post" action="${HERE}">
${section("fields", t("people.audience.fields"), html`<div class="grid broad">${FIELDS.map((name) => chooser(name, t(`people.${name}`), inWords(view, profile, name)))}</div>`, { link: { href: `${HERE}/preview`, words: t("people.audience.toPreview") } })}
${handles.length ? section("handles", t("people.handles.title"), html`<div class="grid broad">${handles.map((one) => (one.isKnownBy ? onSticker(view, one) : chooser(`handle-${one.id}`, one.value, t(NETWORKS[one.network].name))))}</div>`) : ""}
<div class="stack"><p class="soft small">${t("people.audience.always")}</p><div>${button({ words: t("people.audience.save") })}</div></div>
</form>
${section("rings", t("people.audience.rings"), html`<dl class="facts list">${AUDIENCES.map((audience) => html`<div><dt>${t(`people.audience.${audience}`)}</dt><dd>${t(`people.audience.more.${audience}`)}</dd></div>`)}</dl>`)}
</div>`,
  );
}

function onSticker({ t }: View, one: { value: string }): Html {
  return html`<div class="field"><b><bdi>${one.value}</bdi></b><span class="hint">${t("people.audience.onSticker")}</span></div>`;
}

function inWords(view: View, profile: AudiencesProps["profile"], name: ProfileField): string | null {
  if (name === "photo") return profile.photo ? view.t("people.photo.yours") : null;
  const value = profile[name];
  const text = name === "languages" ? times(view).list(profile.languages.map((code) => languageName(code))) : typeof value === "string" ? value : (value?.join(", ") ?? "");
  return text.length > 60 ? `${text.slice(0, 60).replace(/\s+\S*$/, "")} …` : text || null;
}

export type PreviewProps = { as: Closeness; person: WholePerson; handles: readonly ShownHandle[]; audiences: Audiences };

/** One's own page as those in a ring see it, and what is kept from them. */
export function previewPage(view: View, { as, person, handles, audiences }: PreviewProps): Html {
  const { t } = view;
  const others = AUDIENCES.filter((audience) => audience !== "me");
  const kept = FIELDS.filter((name) => !isShown(audiences[name], as)).map((name) => t(`people.${name}`));
  return page(
    view,
    { title: t("people.audience.preview"), unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>${t("people.audience.preview")}</h1><p class="lede">${t(`people.audience.more.${as}`)}</p>
${tabs(t("people.audience.previewAs"), others.map((audience) => ({ href: `${HERE}/preview?as=${audience}`, words: t(`people.audience.${audience}`) })), `${HERE}/preview?as=${as}`)}</header>
<div class="stack gap-5">${largeSticker(view, person)}${aboutThem(person)}${personFacts(view, person, handles)}</div>
${notice(kept.length ? t("people.audience.kept", { fields: times(view).list(kept) }) : t("people.audience.keptNone"), { mark: kept.length ? "eye-off" : "info", actions: html`<a href="${HERE}">${t("people.audience.change")}</a>` })}
</div>`,
  );
}

export function isPreview(word: string | undefined): word is Exclude<Audience, "me"> {
  return word === "everyone" || word === "networks" || word === "known";
}
