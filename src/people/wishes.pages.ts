import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { icon } from "../ui/icon.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { settingsHead } from "./settings.parts.ts";
import { PHOTO_CONSENTS, WAYS_TO_BE_MET, WELCOMES } from "./wishes.ts";

/** Three questions, and with each who sees the answer. */
export function wishesPage(view: View, state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  const photos = [...PHOTO_CONSENTS.map((value) => ({ value, label: t(`people.wishes.photos.${value}`), hint: t(`people.wishes.photosMore.${value}`) })), { value: "", label: t("people.wishes.photos.unsaid"), hint: t("people.wishes.photosMore.unsaid") }];
  const met = [...WAYS_TO_BE_MET.map((value) => ({ value, label: t(`people.wishes.met.${value}`), hint: t(`people.wishes.metMore.${value}`) })), { value: "", label: t("people.wishes.met.any"), hint: t("people.wishes.metMore.any") }];
  return page(
    view,
    { title: t("people.wishes.title"), unlisted: true },
    html`${field.summary()}<div class="sections">
${settingsHead(view, "/settings/wishes", t("people.wishes.title"), t("people.wishes.lede"))}
<form class="sections" method="post" action="/settings/wishes">
<div class="grid broad">
${section("photos", t("people.wishes.photosTitle"), html`<div class="stack"><p class="soft">${icon("users-round")} ${t("people.wishes.photosWho")}</p>${field.choices({ name: "photoConsent", label: t("people.wishes.photosTitle"), hideLabel: true, required: true, options: photos })}</div>`)}
${section("met", t("people.wishes.metTitle"), html`<div class="stack"><p class="soft">${icon("eye-off")} ${t("people.wishes.metWho")}</p>${field.choices({ name: "toBeMet", label: t("people.wishes.metTitle"), hideLabel: true, required: true, options: met })}</div>`)}
${section("looking-after", t("people.wishes.welcomesTitle"), html`<div class="stack"><p class="soft">${icon("users-round")} ${t("people.wishes.welcomesWho")}</p>${field.choices({ name: "welcomes", label: t("people.wishes.welcomesTitle"), hideLabel: true, many: true, options: WELCOMES.map((value) => ({ value, label: t(`people.wishes.welcomes.${value}`), hint: t(`people.wishes.welcomesMore.${value}`) })) })}</div>`)}
</div>
<div>${button({ words: t("people.wishes.save") })}</div>
</form>
</div>`,
  );
}
