/** Calling it off: says who will be told before it happens. */
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { eventFacts } from "./event-facts.parts.ts";
import { organisersTabs } from "./event-tabs.parts.ts";

export function cancellationPage(view: View, event: Event, state: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  return page(
    view,
    { title: t("events.cancelTitle"), section: "events", crumbs: eventCrumbs(event, t("events.cancelTitle")), unlisted: true },
    html`<div class="stack gap-6">${organisersTabs(view, event)}${field.summary()}
<header class="stack gap-3"><h1>${unbroken(t("events.cancelHeading", { title: event.title }))}</h1><p class="lede">${t("events.cancelWho", whoAnswered(view, event))}</p></header>
<div class="split"><form class="stack gap-5 form" method="post" action="${eventUrl(event.id)}/cancellation">
${field.area({ name: "reason", label: t("events.cancelReason"), hint: t("events.cancelReasonHint"), rows: 3, maxlength: 1000 })}
<p class="soft">${t("events.cancelForGood")}${event.isPostponed ? "" : html` <a href="${eventUrl(event.id)}/postponement">${t("moves.postponeInstead")}</a>`}</p>
<div class="row">${button({ words: t("events.cancel"), mark: "calendar-x" })}<a href="${eventUrl(event.id)}">${t("events.keepIt")}</a></div>
</form>
<aside>${factList(eventFacts(view, event))}</aside></div></div>`,
  );
}

/** Who gets a letter, in words and as a number. */
export function whoAnswered(view: View, { goingCount, maybeCount, waitingCount }: Event): { who: string; all: number } {
  const counted = [["events.cancelGoing", goingCount], ["events.cancelMaybe", maybeCount], ["events.cancelWaiting", waitingCount]] as const;
  const who = counted.filter(([, count]) => count > 0).map(([key, count]) => view.t(key, { count }));
  return { who: times(view).list(who), all: goingCount + maybeCount + waitingCount };
}
