/** Postponing without a new date, and what then: the new date, or the old one after all. */
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import { whoAnswered } from "./event-cancellation.pages.ts";
import type { Event } from "./event.ts";
import { eventUrl, hasStarted } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { eventFacts } from "./event-facts.parts.ts";
import { organisersTabs } from "./event-tabs.parts.ts";

export function postponementPage(view: View, event: Event, state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  const form = html`<form class="stack gap-5 form" method="post" action="${eventUrl(event.id)}/postponement">
${field.area({ name: "reason", label: t("events.cancelReason"), hint: t("events.cancelReasonHint"), rows: 3, maxlength: 1000 })}
<p class="soft">${t("moves.postponeKept")}</p>
<div class="row">${button({ words: t("moves.postpone"), mark: "calendar-clock" })}<a href="${eventUrl(event.id)}">${t("events.keepIt")}</a></div>
</form>`;
  return wrapped(view, event, { title: t("moves.postponeTitle"), heading: t("moves.postponeHeading", { title: event.title }), lede: t("moves.postponeWho", whoAnswered(view, event)) }, html`${field.summary()}<div class="split">${form}<aside>${factList(eventFacts(view, event))}</aside></div>`);
}

/** It is postponed: two ways on, and the way to its end. */
export function postponedPage(view: View, event: Event): Html {
  const { t } = view;
  const { all } = whoAnswered(view, event);
  const oldDate = times(view, event.zone).day(event.startsAt);
  const back = hasStarted(event, view.now)
    ? ""
    : html`<section class="stack gap-3" aria-labelledby="old"><h2 id="old">${t("moves.oldDate")}</h2><p>${t("moves.oldDateMore", { date: oldDate })}</p>${postButton(`${eventUrl(event.id)}/postponement/end`, { words: t("moves.keepOldDate", { date: oldDate }) })}</section>`;
  return wrapped(
    view,
    event,
    { title: t("moves.postponedTitle"), heading: t("moves.postponedHeading", { title: event.title }), lede: t("moves.postponedLede", { all }) },
    html`<div class="sections form">
<section class="stack gap-3" aria-labelledby="new"><h2 id="new">${t("moves.setDate")}</h2><p>${t("moves.setDateMore", { all })}</p><p>${linkButton(`${eventUrl(event.id)}/edit#starts`, { words: t("moves.setDate"), mark: "calendar-days" })}</p></section>
${back}
<p><a href="${eventUrl(event.id)}/cancellation">${t("moves.cancelInstead")}</a></p>
</div>`,
  );
}

function wrapped(view: View, event: Event, { title, heading, lede }: { title: string; heading: string; lede: string }, body: Html): Html {
  return page(
    view,
    { title, section: "events", crumbs: eventCrumbs(event, title), unlisted: true },
    html`<div class="stack gap-6">${organisersTabs(view, event)}
<header class="stack gap-3"><h1>${unbroken(heading)}</h1><p class="lede">${lede}</p></header>
${body}</div>`,
  );
}
