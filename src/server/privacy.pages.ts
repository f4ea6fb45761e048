import { DAYS_AFTER } from "../attendance/need.ts";
import { GRACE_DAYS } from "../leaving/leaving.ts";
import { TOLD_DAYS, UNCLAIMED_MONTHS } from "../organisations/unclaimed.ts";
import { SESSION_DAYS } from "../people/session.ts";
import { KEPT_DAYS } from "../safety/sanction.ts";
import { factList } from "../ui/facts.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { KEPT } from "./privacy.ts";
import type { Kept, KeptName } from "./privacy.ts";

export function privacyPage(view: View): Html {
  const { t } = view;
  return page(
    view,
    { title: t("privacy.title") },
    html`<div class="sections">
<header class="stack"><h1>${t("privacy.title")}</h1><p class="lede">${t("privacy.lede", { site: view.site.name })}</p></header>
${section("short", t("privacy.short"), html`<div class="prose"><ul>${inShort(view).map((line) => html`<li>${line}</li>`)}</ul></div>`)}
${KEPT.map((kept) => part(view, kept))}
</div>`,
  );
}

/** The addresses are those of the settings: whoever is not signed in is asked to, and led on. */
function inShort(view: View): (string | Html)[] {
  const { t } = view;
  const { contact } = view.site;
  return [
    t("privacy.shortNothing"),
    t.html("privacy.shortChoose", { audiences: html`<a href="/settings/audiences">${t("privacy.shortChooseLink")}</a>` }),
    t.html("privacy.shortTake", { days: GRACE_DAYS, leaving: html`<a href="/settings/leaving">${t("privacy.shortTakeLink")}</a>` }),
    contact ? t.html("privacy.shortAsk", { contact: html`<a href="${contact}">${contact.replace(/^mailto:/, "")}</a>` }) : t("privacy.shortAskNobody"),
  ];
}

function part(view: View, { name, basis, long }: Kept): Html {
  const { t } = view;
  return section(
    name,
    t(`privacy.${name}`),
    factList([
      { term: t("privacy.what"), words: t(`privacy.${name}.what`) },
      { term: t("privacy.why"), words: t(`privacy.${name}.why`) },
      { term: t("privacy.basis"), words: basis === "own" ? t(`privacy.${name as "lists" | "safety"}.basis`) : t(`privacy.basis.${basis}`) },
      { term: t("privacy.who"), words: t(`privacy.${name}.who`) },
      { term: t("privacy.long"), words: long === "leave" ? t("privacy.long.leave") : howLong(view, name as OwnWords) },
    ]),
  );
}

type OwnWords = Exclude<KeptName, "sticker" | "account" | "belonging" | "knowing">;

/** With the numbers that the program itself goes by. */
function howLong({ t }: View, name: OwnWords): string {
  if (name === "entry") return t("privacy.entry.long", { days: SESSION_DAYS });
  else if (name === "lists") return t("privacy.lists.long", { months: UNCLAIMED_MONTHS, days: TOLD_DAYS });
  else if (name === "answers") return t("privacy.answers.long", { days: 90 });
  else if (name === "questions" || name === "needs") return t(`privacy.${name}.long`, { days: DAYS_AFTER });
  else if (name === "safety") return t("privacy.safety.long", { days: KEPT_DAYS });
  else return t(`privacy.${name}.long`);
}
