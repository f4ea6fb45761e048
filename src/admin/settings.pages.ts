import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import type { ServerSettings } from "../server/server.ts";
import { adminPage } from "./admin.pages.ts";

/** `machineName` is what the server is called while nobody has named it here. */
export function settingsPage(view: View, { state, machineName }: { state: FormState; machineName: string }): Html {
  const { t } = view;
  const form = fields(view, state);
  const option = (value: string, key: "founding" | "registration") => ({
    value,
    label: t(`admin.settings.${key}.${value}` as "admin.settings.founding.anyone"),
    hint: t(`admin.settings.${key}.${value}More` as "admin.settings.founding.anyoneMore"),
  });
  const lines = ["1", "2", "3", "4", "5"].map((line) => ({ value: line, label: html`<span class="swatch" data-line="${line}"></span> ${t("organisations.lineName", { line })}` }));
  return adminPage(
    view,
    t("admin.settings"),
    "/admin/settings",
    html`${form.summary()}<form method="post" action="/admin/settings" class="sections">
${section("place", t("admin.settings.place"), html`<div class="stack gap-5 form">
${form.text({ name: "name", label: t("admin.settings.name"), hint: t("admin.settings.nameHint", { name: machineName }), maxlength: 80, dir: "auto" })}
${form.text({ name: "welcome", label: t("admin.settings.welcome"), hint: t("admin.settings.welcomeHint"), maxlength: 300, dir: "auto" })}
${form.choices({ name: "line", label: t("admin.settings.line"), hint: t("admin.settings.lineHint"), options: [{ value: "", label: t("admin.settings.lineNone") }, ...lines] })}
</div>`)}
${section("doors", t("admin.settings.doors"), html`<div class="stack gap-5 form">
${form.choices({ name: "registration", label: t("admin.settings.registration"), required: true, options: ["open", "approval", "invitation"].map((value) => option(value, "registration")) })}
${form.choices({ name: "founding", label: t("admin.settings.founding"), required: true, options: ["anyone", "request", "administrators"].map((value) => option(value, "founding")) })}
</div>`)}
${section("words", t("admin.settings.words"), html`<div class="stack gap-5 form">
${form.text({ name: "contact", label: t("admin.settings.contact"), hint: t("admin.settings.contactHint"), maxlength: 254, dir: "ltr" })}
${form.area({ name: "terms", label: t("admin.settings.terms"), hint: t("admin.settings.termsHint"), rows: 12, maxlength: 20_000 })}
</div>`)}
<div class="stack">${button({ words: t("admin.settings.save") })}<p class="soft">${t("admin.settings.saveNext")}</p></div>
</form>`,
  );
}

/** Settings as the form's fields hold them. */
export function typedSettings({ name, line, ...settings }: ServerSettings): FormState {
  return { values: { ...settings, name: name ?? "", line: line === null ? "" : String(line) }, errors: {} };
}
