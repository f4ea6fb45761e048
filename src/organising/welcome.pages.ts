/** For whoever comes: being asked to make others welcome, what one agreed to, and offering it. */
import { eventCrumbs } from "../events/event-crumbs.ts";
import type { Event } from "../events/event.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { icon } from "../ui/icon.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { whichEvent } from "./desk.parts.ts";
import { WELCOME_MARKS } from "./welcoming.parts.ts";
import type { OwnWelcoming } from "./welcoming.sql.ts";
import { welcomeUrl } from "./welcoming.ts";

export function welcomePage(view: View, { event, own }: { event: Event; own: readonly OwnWelcoming[] }): Html {
  const { t } = view;
  const asked = own.filter((one) => one.askedAt && !one.declinedAt);
  const rest = own.filter((one) => !one.askedAt || one.declinedAt);
  return page(
    view,
    { title: `${t("welcoming.mineTitle")}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("welcoming.mineTitle")), unlisted: true },
    html`<div class="split"><div class="stack gap-6">
<header class="stack gap-3"><h1>${t("welcoming.mineTitle")}</h1><p class="lede">${whichEvent(view, event)}</p></header>
${asked.map((one) => (one.agreedAt ? agreed(view, event, one) : request(view, event, one)))}
${rest.length > 0 ? offers(view, event, rest) : ""}
</div>
<aside class="sections">${section("who", t("welcoming.whoSees"), html`<div class="stack gap-3"><p>${t("welcoming.whoSeesOffer")}</p><p>${t("welcoming.whoSeesNo")}</p></div>`)}
${section("always", t("welcoming.always"), html`<p>${t.html("welcoming.alwaysMore", { wishes: html`<a href="/settings/wishes">${t("people.wishes.title")}</a>` })}</p>`)}</aside></div>`,
  );
}

function request(view: View, event: Event, { kind, askedBy, note }: OwnWelcoming): Html {
  const { t } = view;
  const by = askedBy ?? t("organising.anOrganiser");
  return html`<section class="panel stack" aria-labelledby="asked-${kind}"><h2 id="asked-${kind}">${icon(WELCOME_MARKS[kind])} ${t(`welcoming.askedYou.${kind}`, { by })}</h2>
<p>${t(`people.wishes.welcomesMore.${kind}`)}</p>${note ? html`<blockquote dir="auto">${note}</blockquote>` : ""}
<form class="stack" method="post" action="${welcomeUrl(event.id)}">${field(view, kind, false)}
<div class="row">${button({ words: t("welcoming.agree"), mark: "check", name: "do", value: "agree" })}${button({ words: t("welcoming.decline"), quiet: true, name: "do", value: "decline" })}</div></form>
<p class="small soft">${t("welcoming.declineMore", { by })}</p></section>`;
}

function agreed(view: View, event: Event, { kind, note, isShown }: OwnWelcoming): Html {
  const { t } = view;
  return html`<section class="panel stack" aria-labelledby="agreed-${kind}"><h2 id="agreed-${kind}">${icon(WELCOME_MARKS[kind])} ${t(`welcoming.youDo.${kind}`)}</h2>
${note ? html`<blockquote dir="auto">${note}</blockquote>` : ""}
<form class="stack" method="post" action="${welcomeUrl(event.id)}">${field(view, kind, isShown)}
<div class="row">${button({ words: t("welcoming.save"), quiet: true, name: "do", value: "agree" })}${button({ words: t("welcoming.cannot"), quiet: true, name: "do", value: "decline" })}</div></form></section>`;
}

/** Which of the two it is, and whether it is shown. */
function field(view: View, kind: string, isShown: boolean): Html {
  const { t } = view;
  const { hidden, check } = fields(view, { values: { kind, shown: isShown ? "yes" : "" }, errors: {} }, `${kind}-`);
  return html`${hidden("kind")}${check({ name: "shown", label: t("welcoming.show"), hint: t("welcoming.showHint") })}`;
}

function offers(view: View, event: Event, own: readonly OwnWelcoming[]): Html {
  const { t } = view;
  const kinds = own.filter((one) => one.offeredAt).map(({ kind }) => kind);
  const { choices } = fields(view, { values: { kinds }, errors: {} });
  const options = own.map(({ kind, isStanding }) => ({ value: kind, label: t(`people.wishes.welcomes.${kind}`), hint: isStanding ? t("welcoming.standing") : t(`people.wishes.welcomesMore.${kind}`) }));
  return html`<form class="stack gap-5 form" method="post" action="${welcomeUrl(event.id)}">
${choices({ name: "kinds", label: t("welcoming.offer"), many: true, options })}
<div>${button({ words: t("welcoming.offerSave"), name: "do", value: "offer", quiet: own.length < 2 })}</div></form>`;
}
