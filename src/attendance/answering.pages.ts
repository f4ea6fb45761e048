/** "How people answer": what organisers settle about places, guests, the waiting list and who says yes. */
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { eventCrumbs } from "../events/event-crumbs.ts";
import { organisersTabs } from "../events/event-tabs.parts.ts";
import { hasTwoHalls, placesOver, placesTaken } from "../events/places.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { Fields, FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { MOST_GUESTS, OFFER_HOURS } from "./answering.ts";
import type { Answering } from "./answering.ts";

export function answeringPage(view: View, event: Event, state: FormState = typedAnswering(event)): Html {
  const { t } = view;
  const field = fields(view, state);
  return page(
    view,
    { title: `${t("answering.title")}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("answering.title")), unlisted: true },
    html`<div class="stack gap-6">${organisersTabs(view, event)}${field.summary()}
<header class="stack gap-3"><h1>${t("answering.title")}</h1><p class="lede">${t("answering.lede")}</p></header>
${overfull(view, event)}
<form class="sections form" method="post" action="${eventUrl(event.id)}/answering" novalidate>
${section("places", t("answering.places"), html`<div class="stack gap-5">${places(view, event, field)}</div>`)}
${section("line", t("answering.line"), html`<div class="stack gap-5">${line(view, field)}</div>`)}
${section("yes", t("answering.whoSaysYes"), html`<div class="stack gap-5">${field.check({ name: "asksFirst", label: t("answering.asksFirst"), hint: t("answering.asksFirstHint") })}</div>`)}
${section("questions", t("questions.line"), html`<p>${t("questions.lineMore", { count: event.questionCount })} <a href="${eventUrl(event.id)}/questions">${t("questions.toPage", { count: event.questionCount })}</a></p>`)}
<div class="stack gap-3"><div>${button({ words: t("answering.save") })}</div><p class="soft">${t("answering.saveAfter")}</p></div>
</form></div>`,
  );
}

function typedAnswering({ onlineCapacity, heldBack, guestsEach, offerHours, asksFirst }: Answering): FormState {
  return {
    values: { onlineCapacity: onlineCapacity?.toString() ?? "", heldBack: heldBack === 0 ? "" : String(heldBack), guestsEach: String(guestsEach), offerHours: String(offerHours ?? 0), asksFirst: asksFirst ? "yes" : "" },
    errors: {},
  };
}

/** "42 have a place, 40 fit": said for as long as it is so. */
function overfull({ t }: View, event: Event): Html {
  const over = placesOver(event);
  const taken = placesTaken(event, "main");
  return over > 0 ? notice(t("answering.over", { taken, fit: taken - over }), { more: t("answering.overMore", { over }) }) : html``;
}

function places(view: View, event: Event, field: Fields): Html {
  const { t } = view;
  const { number } = times(view);
  const edit = html` <a href="${eventUrl(event.id)}/edit#coming">${t("answering.changeCapacity")}</a>`;
  const room = event.capacity === null ? t("answering.anyNumber") : t(hasTwoHalls(event) ? "answering.roomHolds" : "answering.holds", { count: event.capacity });
  return html`<p>${room}${edit}</p>
${hasTwoHalls(event) ? field.text({ name: "onlineCapacity", type: "number", label: t("answering.onlineCapacity"), hint: t("answering.onlineCapacityHint"), min: 1, max: 100_000 }) : ""}
${event.capacity === null ? "" : field.text({ name: "heldBack", type: "number", label: t("answering.heldBack"), hint: t("answering.heldBackHint"), min: 0, max: event.capacity })}
${event.venueId === null ? "" : field.select({ name: "guestsEach", label: t("answering.guestsEach"), hint: t("answering.guestsEachHint"), required: true, options: [...Array(MOST_GUESTS + 1).keys()].map((count) => ({ value: String(count), label: count === 0 ? t("answering.noGuests") : number(count) })) })}`;
}

function line({ t }: View, field: Fields): Html {
  return field.choices({
    name: "offerHours",
    label: t("answering.free"),
    hint: t("answering.freeHint"),
    required: true,
    options: [
      { value: "0", label: t("answering.atOnce"), hint: t("answering.atOnceMore") },
      ...OFFER_HOURS.map((hours) => ({ value: String(hours), label: t("answering.offered", { hours }) })),
    ],
  });
}
