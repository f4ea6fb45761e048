import { button, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { handle } from "../ui/handle.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { NETWORKS } from "./handle.ts";
import { isProvable } from "./handle-proof.ts";
import type { Network } from "./handle.ts";
import { networkOptions } from "./handle.parts.ts";
import { largeSticker } from "./person.parts.ts";
import type { LargeSticker } from "./person.parts.ts";
import { photoSection } from "./photo.parts.ts";
import { personUrl } from "./person.ts";
import { settingsHead } from "./settings.parts.ts";
import { nameFields } from "./welcome.pages.ts";

export type ProfileProps = {
  personId: string;
  state: FormState;
  sticker: LargeSticker;
  /** The sticker is drawn from what was typed and not saved. */
  unsaved?: boolean;
  handles: readonly { id: string; network: Network; value: string; isKnownBy: boolean; verifiedAt: Temporal.Instant | null; lookedAt: Temporal.Instant | null }[];
  handleState: FormState;
  photoState: FormState;
};

export function profilePage(view: View, props: ProfileProps): Html {
  const { t } = view;
  const field = fields(view, props.state);
  const wrongHandle = fields(view, props.handleState, "new-");
  return page(
    view,
    { title: t("people.profile.title"), unlisted: true, modules: ["profile.js"] },
    html`${field.summary()}${fields(view, props.photoState).summary()}${wrongHandle.summary()}
<div class="sections">
${settingsHead(view, "/settings/profile", t("people.profile.title"), t("people.profile.lede"))}
<div class="split sticker-first">
<div class="stack" id="sticker"><p class="soft small">${t(props.unsaved ? "people.profile.previewUnsaved" : "people.profile.preview")}</p>${largeSticker(view, props.sticker)}<a href="${personUrl(props.personId)}">${t("people.profile.page")}</a> <a href="/settings/audiences/preview">${t("people.audience.toPreview")}</a></div>
<form class="stack" method="post" action="/settings/profile" data-draws="sticker">
${nameFields(view, field)}
${field.text({ name: "languages", label: t("people.languages"), hint: t("people.languagesHint"), maxlength: 400 })}
${field.text({ name: "homeArea", label: t("people.homeArea"), hint: t("people.homeAreaHint"), maxlength: 120 })}
${field.text({ name: "employer", label: t("people.employer"), maxlength: 160, autocomplete: "organization" })}
${field.area({ name: "about", label: t("people.about"), hint: t("people.aboutHint"), maxlength: 2000 })}
${field.select({ name: "zone", label: t("people.zone"), hint: t("people.zoneHint"), required: true, options: zoneOptions(props.state) })}
<div class="row">${button({ words: t("people.profile.save") })}${button({ words: t("people.profile.look"), quiet: true, name: "do", value: "look" })}</div>
</form>
</div>
${photoSection(view, props.sticker.photo, props.photoState)}
${section("handles", t("people.handles.title"), handles(view, props), { aside: t("people.handles.lede") })}
</div>`,
  );
}

function handles(view: View, props: ProfileProps): Html {
  const { t } = view;
  const field = fields(view, props.handleState, "new-");
  const rows = props.handles.map((one) => [
    html`<h3>${handle(one.value)}</h3><p class="meta">${t(NETWORKS[one.network].name)}${one.isKnownBy ? html` ${tag(t("people.handles.known"), "yes", "check")}` : ""}${proofState(view, one)}</p>`,
    html`<div class="row">${isProvable(one.network) && !one.verifiedAt ? postButton(`/settings/handles/${one.id}/proof`, { words: t("people.handles.look"), about: one.value }) : ""}${
      one.isKnownBy
        ? postButton("/settings/handles/known-by", { words: t("people.handles.unchoose"), about: one.value }, { handle: "" })
        : postButton("/settings/handles/known-by", { words: t("people.handles.choose"), about: one.value }, { handle: one.id })
    }${postButton(`/settings/handles/${one.id}/removal`, { words: t("people.handles.remove"), about: one.value })}</div>`,
  ]);
  return html`<div class="stack gap-5">${rows.length ? ruledList("pairs", rows) : empty(t("people.handles.none"), t("people.handles.noneMore"))}${proofHow(view, props)}
<form class="stack panel" method="post" action="/settings/handles">
<div class="together">${field.select({ name: "network", label: t("people.network"), required: true, options: networkOptions(view) })}${field.text({ name: "handle", label: t("people.handle"), maxlength: 200, dir: "ltr", required: true, autocomplete: "off" })}</div>
<p class="small soft">${t("people.handleHint")}</p>
<div>${button({ words: t("people.handles.add"), mark: "plus", quiet: true })}</div>
</form></div>`;
}

function proofState(view: View, { network, verifiedAt, lookedAt }: ProfileProps["handles"][number]): Html {
  const { t } = view;
  const say = times(view);
  if (verifiedAt) return html` ${tag(t("people.handles.confirmed", { when: say.date(verifiedAt) }), "plain", "badge-check")}`;
  return lookedAt && isProvable(network) ? html` <span>${t("people.handles.noLink", { when: say.date(lookedAt) })}</span>` : html``;
}

/** How to show that a handle is one's own, for those who have one where that can be shown. */
function proofHow(view: View, { personId, handles }: ProfileProps): Html {
  const { t } = view;
  if (!handles.some((one) => isProvable(one.network) && !one.verifiedAt)) return html``;
  return notice(t("people.handles.proofTitle"), { more: html`${t("people.handles.proofHow")} <b dir="ltr">${view.site.baseUrl}${personUrl(personId)}</b>`, mark: "badge-check" });
}

/** Every zone that the clock of the server knows; the person's own among them even if it has an old name. */
function zoneOptions(state: FormState): { value: string; label: string }[] {
  const own = [state.values["zone"] ?? ""].flat()[0] ?? "";
  const zones = Intl.supportedValuesOf("timeZone");
  return (own && !zones.includes(own) ? [own, ...zones] : zones).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
