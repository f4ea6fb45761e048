import { button, postButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { AUDIENCES } from "./audience.ts";
import { ACCEPTED } from "./photo.ts";
import type { Photo } from "./photo.ts";

/** A photo of oneself for the sticker, or the initials. */
export function photoSection(view: View, photo: Photo | null, state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  const audiences = AUDIENCES.map((value) => ({ value, label: t(`people.audience.${value}`) }));
  return section(
    "your-photo",
    t("people.photo.title"),
    html`<div class="stack"><form class="stack panel" method="post" action="/settings/photo" enctype="multipart/form-data">
${field.file({ name: "photo", label: t(photo ? "people.photo.another" : "people.photo.file"), hint: t("people.photo.hint"), required: !photo, accept: ACCEPTED })}
<div class="together">${field.text({ name: "words", label: t("people.photo.words"), hint: t("people.photo.wordsHint"), maxlength: 200, dir: "auto" })}${field.select({ name: "photoAudience", label: t("people.photo.audience"), required: true, options: audiences })}</div>
<div>${button({ words: t(photo ? "people.photo.save" : "people.photo.add"), quiet: true })}</div>
</form>
${photo ? html`<div class="row">${postButton("/settings/photo/removal", { words: t("people.photo.remove") })}<span class="small soft">${t("people.photo.removeMore")}</span></div>` : ""}</div>`,
    { aside: t("people.photo.lede") },
  );
}
